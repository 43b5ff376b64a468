/** What a channel can carry; core and console decide by these, never by a channel's name. */
export interface ChannelTraits {
  /** What kind of address its customers write from. */
  addressKind: 'email' | 'phone' | 'visitor';
  html: boolean;
  files: boolean;
  /** Longest text one message may have; null: no limit. */
  maxChars: number | null;
  /** Hours after the customer's last message in which we may write freely; null: always. */
  replyWindowHours: number | null;
  typing: boolean;
  receipts: boolean;
  subject: boolean;
}

export interface ChannelAddress {
  /** Normalised: lower-case mail address, E.164 phone number, visitor id. */
  address: string;
  name: string | null;
}

export interface OutboundFile {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** One message to send. `messageId` is our idempotency key: the same one twice has one effect. */
export interface Outbound {
  messageId: string;
  ticketId: string;
  ticketNumber: number;
  to: ChannelAddress;
  subject: string;
  text: string;
  html: string | null;
  files: OutboundFile[];
  thread: {
    /** External id of the message this one answers. */
    inReplyTo: string | null;
    /** External ids of the thread so far, oldest first. */
    references: string[];
  };
  /** Written by a program (RFC 3834): marked so that other programs do not answer it. */
  automated: boolean;
}

export interface SendResult {
  externalId: string;
  status: 'sent' | 'delivered';
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
}

export interface InboundFile {
  filename: string;
  contentType: string;
  content: Buffer;
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
  sentAt: Date | null;
  /** Why this was written by a program (an auto-reply, a list, a bounce), or null: a person wrote it. */
  automated: string | null;
  thread: {
    /** Our own ticket, when the message carries an id with our valid signature. */
    ticketId: string | null;
    /** External ids it says it answers, most telling first, at most 50. */
    externalIds: string[];
  };
  /** How sure the transport is that `from` wrote it. */
  senderAuthenticated: boolean;
}

export interface InboundStatus {
  type: 'status';
  /** The external id that `send` returned. */
  externalId: string;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  error: string | null;
}

export type InboundItem = InboundMessage | InboundStatus;

/** Takes a raw message durably before it returns; only then may the vendor be told "received". */
export interface InboundSink {
  push(inbound: RawInbound): Promise<'stored' | 'duplicate'>;
  /** A resume mark of the listener's own (IMAP: UIDVALIDITY and UID), kept with the connection. */
  loadCursor(): Promise<Record<string, unknown> | null>;
  saveCursor(cursor: Record<string, unknown>): Promise<void>;
}

export interface ChannelAdapter {
  traits: ChannelTraits;
  /**
   * Sends once. Throws ConnectorError; `uncertain` when the message may have gone out.
   * The external id is the same for the same `messageId`, so that answers find their thread.
   */
  send(outbound: Outbound, beforeCommit: BeforeCommit): Promise<SendResult>;
  /** Looks up whether an uncertain message went out; absent or `unknown`: a person decides. */
  find?(outbound: Outbound): Promise<'sent' | 'not_sent' | 'unknown'>;
  /** Proves that the credentials work; throws ConnectorError `auth` when not. */
  check(): Promise<void>;
  /** Understands one raw message. Never throws for a merely odd one. */
  read(inbound: RawInbound): Promise<InboundItem[]>;
  /** Wraps bytes that came through a door (SMTP, web hook) as a raw message with its external id. */
  receive?(raw: Buffer, meta: Record<string, unknown>): RawInbound;
  /** Pulls messages until `stop` fires; ends within a second of it. */
  listen?(sink: InboundSink, stop: AbortSignal): Promise<void>;
}
