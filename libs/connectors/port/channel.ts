import type { ChannelWidget } from './widget';
import type {
  AddressKind,
  ChannelTraits,
  MessageTemplateBody,
  SenderProof,
  SenderVerdicts,
  SetupCheckBody,
} from '@satchel/contracts';

export interface ChannelAddress {
  /** Normalised: lower-case mail address, E.164 phone number, visitor id, `<network>:<id>` for an account. */
  address: string;
  name: string | null;
  /** When it is not the channel's own kind (`traits.addressKind`). */
  kind?: AddressKind;
}

export interface OutboundFile {
  filename: string;
  contentType: string;
  content: Buffer;
  /** Where a vendor may fetch it for the next hours without signing in; null where this house has no public address. */
  url: string | null;
  /** Under which `Outbound.html` shows it (`cid:<this>`); its filename serves as well. */
  contentId?: string | null;
}

/** An approved message of the vendor's, with its blanks filled in order ("{{1}}" first). */
export interface OutboundTemplate {
  id: string;
  language: string;
  params: string[];
}

/** One message to send. `messageId` is our idempotency key: the same one twice has one effect. */
export interface Outbound {
  messageId: string;
  ticketId: string;
  ticketNumber: number;
  to: ChannelAddress;
  /** Others who take part and were chosen by the writer; only where `traits.copies`. */
  cc: ChannelAddress[];
  subject: string;
  text: string;
  html: string | null;
  files: OutboundFile[];
  /** Sent instead of `text` (which then holds its filled words); only where `traits.templates`. */
  template: OutboundTemplate | null;
  /** Answers offered as buttons, at most `traits.choices` of them. */
  choices: string[];
  thread: {
    /** External id of the message this one answers. */
    inReplyTo: string | null;
    /** External ids of the thread so far, oldest first. */
    references: string[];
  };
  /** Written by a program (RFC 3834): marked so that other programs do not answer it. */
  automated: boolean;
  /** An acknowledgement that answers nothing (RFC 3834 auto-reply): marked as bulk as well. */
  notice: boolean;
}

export interface SendResult {
  externalId: string;
  /** `queued`: the vendor took it and will report how it goes. */
  status: 'queued' | 'sent' | 'delivered';
  /** What it cost in the vendor's parts (SMS segments), where that is a thing. */
  parts?: number;
  /** Copies that the vendor refused while it took the message itself: told to people, never tried again. */
  refused?: { address: string; reason: string }[];
}

/**
 * Called by `send` and awaited just before the bytes that the vendor may act on leave us; until then
 * a crash is a clean "not sent", after it the outcome is open until the vendor's answer is stored.
 */
export type BeforeCommit = () => Promise<void>;

/** A message as it came in, before anybody understood it. */
export interface RawInbound {
  /** Unique within the connection; a redelivery carries the same one. */
  externalId: string;
  raw: Buffer;
  /** What the transport knew and the bytes do not say (SMTP envelope, IMAP UID ...). */
  meta: Record<string, unknown>;
  /** SHA-256 (hex) of what was said. The same external id with another hash is another message, kept beside the first. */
  contentHash?: string;
  /** Where a pulled message lies at its source, for the ledger: "INBOX/1700000000/4711". */
  source?: string;
}

export interface InboundFile {
  filename: string;
  contentType: string;
  /** The bytes, or what `fetchFile` needs to get them from the vendor: the text does not wait for its pictures. */
  content: Buffer | { ref: Record<string, unknown> };
  contentId: string | null;
  inline: boolean;
}

export interface InboundMessage {
  type: 'message';
  externalId: string;
  from: ChannelAddress;
  /** Where an answer was asked to go, when that is not `from`; never used without a look by a person. */
  replyTo: ChannelAddress | null;
  subject: string | null;
  /** What was written, quotes and signature folded away. */
  text: string;
  /** The whole plain text. */
  fullText: string;
  /** As received, not yet sanitised. */
  html: string | null;
  files: InboundFile[];
  /** Ids of files that this sender had uploaded to this house before, for channels that have no other vendor. */
  uploads?: string[];
  sentAt: Date | null;
  /** Why this was written by a program (an auto-reply, a list, a bounce, a reaction), or null: a person wrote it. */
  automated: string | null;
  /** Other people it was addressed to, our own addresses left out. */
  cc: ChannelAddress[];
  /** Things a reader should know: "too large", "signed", "hidden text". One plain sentence each. */
  notices: string[];
  /** The customer's word on being written to here (SMS STOP, START). */
  consent: 'stop' | 'start' | 'help' | null;
  thread: {
    /** Our own ticket, when the message carries an id with our valid signature. */
    ticketId: string | null;
    /** External ids it says it answers, most telling first, at most 50. */
    externalIds: string[];
  };
  /** How sure the transport is that `from` wrote it. */
  sender: SenderProof;
  /** What that rests on, where the transport has such checks. */
  verdicts?: SenderVerdicts;
  /** A colleague forwarded it: who wrote the mail inside. Their word, not the transport's. */
  forwardedFrom?: ChannelAddress;
}

/** What became of one of our messages. Statuses move forward only, whatever order they come in. */
export interface InboundStatus {
  type: 'status';
  /** The external id that `send` returned. */
  externalId: string;
  /** Our own id of the message, where the transport carries it (a signed return path): it tells more than the external id. */
  messageId?: string;
  /** `delayed`: told to people, changes nothing. */
  status: 'sent' | 'delivered' | 'read' | 'failed' | 'delayed';
  /** The vendor's reason in words for a person, with its code. */
  error: string | null;
  /** Believed only when our message went to this address; null: the transport itself vouches for it. */
  recipient: string | null;
  /** The address can never take mail again (5.1.1, opted out): nothing more is sent there until a person says so. */
  block: 'bounced' | 'opted_out' | null;
}

/** "Everything of yours up to this moment", for vendors that tell no ids. */
export interface InboundWatermark {
  type: 'watermark';
  externalId: string;
  from: ChannelAddress;
  status: 'delivered' | 'read';
  at: Date;
}

export type InboundItem = InboundMessage | InboundStatus | InboundWatermark;

/** Takes a raw message durably before it returns; only then may the vendor be told "received". */
export interface InboundSink {
  /** What a look found, told before any of it is fetched: a crash in between then shows in the ledger. */
  announce?(found: SourceItem[]): Promise<void>;
  push(inbound: RawInbound): Promise<'stored' | 'duplicate'>;
  /** A resume mark of the listener's own (IMAP: UIDVALIDITY and UID), kept with the connection. */
  loadCursor(): Promise<Record<string, unknown> | null>;
  saveCursor(cursor: Record<string, unknown>): Promise<void>;
  /** A look at the source went well; asked for at least once a minute, or the connection counts as failing. */
  alive(): Promise<void>;
}

/** What the vendor's servers call on us, as it came over the wire. */
export interface HookRequest {
  method: string;
  /** The address the vendor called: our public address with path and query, whatever a proxy made of it. */
  url: string;
  query: Record<string, string>;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Buffer;
}

export interface HookAnswer {
  status: number;
  contentType?: string;
  body?: string;
}

/** The way in for vendors that push. Nothing here may trust a request before `verify` has. */
export interface ChannelHook {
  /** Null: it is from the vendor. Else why not, in words for whoever set the connection up; answered with 401. */
  verify(request: HookRequest): string | null | Promise<string | null>;
  /** Set-up calls that carry no message (a subscription's challenge); null: it is an ordinary call. */
  handshake?(request: HookRequest): HookAnswer | null;
  /** One raw message per thing said; all are stored before the vendor gets `answer`. */
  unpack(request: HookRequest): RawInbound[];
  answer: HookAnswer;
}

/** One message at its source, for comparing it with what we hold. */
export interface SourceItem {
  source: string;
  at: Date | null;
  size: number | null;
}

export interface ChannelAdapter {
  traits: ChannelTraits;
  /**
   * Sends once. Throws ConnectorError; `uncertain` when the message may have gone out.
   * The external id is the same for the same `messageId`, so that answers find their thread.
   */
  send(outbound: Outbound, beforeCommit: BeforeCommit): Promise<SendResult>;
  /**
   * Looks up whether an uncertain message went out, and under which id: what the vendor reports of it later names that.
   * Absent or `unknown`: a person decides.
   */
  find?(outbound: Outbound): Promise<SendResult | 'not_sent' | 'unknown'>;
  /** Proves that the credentials work; throws ConnectorError `auth` when not. */
  check(): Promise<void>;
  /** Understands one raw message. Never throws for a merely odd one. */
  read(inbound: RawInbound): Promise<InboundItem[]>;
  /** Wraps bytes that came through a door (SMTP, web hook) as a raw message with its external id. */
  receive?(raw: Buffer, meta: Record<string, unknown>): RawInbound;
  /** Pulls messages until `stop` fires; ends within a second of it. */
  listen?(sink: InboundSink, stop: AbortSignal): Promise<void>;
  /** Takes what the vendor's servers push. */
  hook?: ChannelHook;
  /** The far end is this house's own widget. */
  widget?: ChannelWidget;
  /** Bytes of a file that `read` only named; throws ConnectorError. */
  fetchFile?(ref: Record<string, unknown>): Promise<{ content: Buffer; contentType: string | null }>;
  /** Deletes the vendor's copy; call it once the bytes are stored here. Best effort, never throws. */
  forgetFile?(ref: Record<string, unknown>): Promise<void>;
  /** Approved messages for a closed window, as the vendor has them now. */
  templates?(): Promise<MessageTemplateBody[]>;
  /** Tells the customer's program that their message was read, or that somebody types; best effort. */
  signal?(to: ChannelAddress, signal: { type: 'read' | 'typing'; externalId: string | null }): Promise<void>;
  /** What lies at the source since a moment, to be held against the ledger. */
  inventory?(since: Date): Promise<SourceItem[]>;
  /** Fetches these again, whatever the cursor says. */
  refetch?(sources: string[], sink: Pick<InboundSink, 'push'>): Promise<void>;
  /** What has to stand outside this house (DNS records), and whether it does. Never throws for a name server that fails. */
  setup?(): Promise<SetupCheckBody[]>;
  /** A new key that outgoing mail is signed with once `credentials` are stored, and the record that makes it known. */
  newSigningKey?(): Promise<{ credentials: Record<string, unknown>; record: SetupCheckBody }>;
  /** When the credentials stop working by themselves, as far as the vendor told; null: not known, or never. */
  expiresAt?(): Date | null;
}
