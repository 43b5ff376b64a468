import type { Author } from './common';
import type { ChannelTraits } from './connections';
import type { AddressKind } from './customers';

export const TICKET_STATUSES = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'spam'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const TICKET_VIEWS = ['all', 'mine', 'unassigned', 'ai_drafts', 'ai_handed_over', 'resolved', 'spam'] as const;
export type TicketView = (typeof TICKET_VIEWS)[number];

/** What the AI did last on a ticket: the badge in the list. */
export const AI_STATES = ['none', 'working', 'drafted', 'answered', 'handed_over'] as const;
export type AiState = (typeof AI_STATES)[number];

/** `verify`: the send was cut at a point where the vendor may or may not have taken it; a person decides. */
export const DELIVERY_STATUSES = [
  'scheduled',
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'verify',
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** `proven`: the transport vouches for the sender. `forged`: it says that somebody else wrote this. */
export type SenderProof = 'proven' | 'unproven' | 'forged';

/** What the checks of a mail's origin said, one word each (RFC 8601); `none`: not there, or it could not be checked. */
export interface SenderVerdicts {
  spf: Verdict;
  dkim: Verdict;
  dmarc: Verdict;
  arc: Verdict;
  /** The author's own domain stands behind the mail. */
  aligned: boolean;
  /** The domain that the verdict is about. */
  domain: string | null;
}
type Verdict = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror' | 'policy';

export type MessageDirection = 'inbound' | 'outbound' | 'internal';
export type MessageKind = 'reply' | 'note' | 'event';

export interface CustomerRef {
  id: string;
  name: string;
  /** The address the ticket runs over. */
  address: string | null;
}

export interface TicketBody {
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  channel: string;
  connectionId: string | null;
  customer: CustomerRef;
  assignee: { id: string; name: string } | null;
  tags: string[];
  aiState: AiState;
  /** First ~140 characters of the newest message. */
  preview: string;
  lastMessageAt: string;
  lastMessageDirection: MessageDirection;
  /** Since when the customer waits for us; null when it is the customer's turn. */
  waitingSince: string | null;
  messageCount: number;
  /** Raised by every change; send it back as `expectedVersion` to never overwrite another writer. */
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface AttachmentBody {
  id: string;
  filename: string;
  contentType: string;
  size: number;
  url: string;
  inline: boolean;
  /** The HTML of its message names it by `cid:` and this. */
  contentId?: string;
  /** `pending`: the vendor still holds it and we are fetching it; `failed`: we could not. Absent: it is here. */
  state?: 'pending' | 'failed';
  /** The virus that was found in it: it is kept, and given to nobody. */
  blocked?: string;
}

/** Where a message came from or goes to: pinned when it is written, and never changed by what happens to the customer. */
export interface DestinationBody {
  connectionId: string;
  /** The connector's id, for its name and mark. */
  channel: string;
  address: string;
  cc?: string[];
}

/** What the transport told about a message beyond its words. */
export interface MessageFacts {
  /** Who it says wrote it, and where an answer was asked to go when that is elsewhere. */
  from?: string;
  fromName?: string | null;
  replyTo?: string | null;
  cc?: string[];
  /** How sure the transport is of `from`. */
  sender?: SenderProof;
  verdicts?: SenderVerdicts;
  /** A colleague forwarded it: who wrote the mail inside, by their word. */
  forwardedFrom?: { address: string; name: string | null };
  /** Why it counts as written by a program. */
  automated?: string | null;
  notices?: string[];
  /** A ticket that it may belong to; a person decides (`POST /tickets/:id/join`). */
  maybeTicketId?: string;
  maybeTicketNumber?: number;
}

/** Longest words on a button, on every channel: as long as the narrowest of them takes. */
export const MAX_CHOICE_CHARS = 20;

export interface MessageBody {
  id: string;
  ticketId: string;
  direction: MessageDirection;
  kind: MessageKind;
  author: Author;
  /** What the writer said: quotes and signatures folded away. */
  text: string;
  /** The whole plain text, quotes included; absent when nothing was folded. */
  fullText?: string;
  /** Sanitised HTML; absent for plain text. */
  html?: string;
  attachments: AttachmentBody[];
  deliveryStatus: DeliveryStatus | null;
  deliveryError: string | null;
  /** The composer's id, so that a local echo finds its stored twin. */
  clientId: string | null;
  /** Absent on notes and on tickets that run over the API alone. */
  destination?: DestinationBody;
  facts?: MessageFacts;
  /** Answers that it offers as buttons; absent when it offers none. */
  choices?: string[];
  /** It has not left: until then it stands in `GET /tickets/:id/scheduled` alone. */
  scheduled?: ScheduledFacts;
  createdAt: string;
}

/** `held`: for the seconds in which its writer may take it back; else for a chosen time. */
export interface ScheduledFacts {
  sendAt: string;
  held: boolean;
  cancelIfCustomerWrites: boolean;
}

/** What became of a reply that waited. */
export type WithdrawnReason = 'sent' | 'undone' | 'customer_wrote' | 'refused';

/** A reply that was taken back; its words are a draft again. */
export interface WithdrawnMessageBody {
  ticketId: string;
  text: string;
  attachments: AttachmentBody[];
  to?: { connectionId: string; address: string };
  cc?: string[];
  choices?: string[];
}

export interface CreateTicketRequest {
  subject: string;
  channel?: string;
  customer: { email?: string; phone?: string; name?: string };
  message: { text: string };
}

export interface UpdateTicketRequest {
  status?: TicketStatus;
  assigneeId?: string | null;
  tags?: string[];
  subject?: string;
  expectedVersion?: number;
}

export interface CreateMessageRequest {
  kind: 'reply' | 'note';
  text: string;
  attachments?: string[];
  clientId?: string;
  /** Refused with 409 `stale_ticket` when the customer wrote after this message. */
  lastSeenMessageId?: string;
  /** Another way to the same customer, one of `GET /tickets/:id/destinations`; else the ticket's own. */
  to?: { connectionId: string; address: string };
  cc?: string[];
  /** Instead of free words where the window is closed; `text` may be empty then. */
  template?: { id: string; language: string; params: string[] };
  choices?: string[];
  /** Not now: at this time, in the future. Replies only. */
  sendAt?: string;
  /** Wait so many seconds, 0 to 30, in which it can be taken back. Replies only. */
  undoSeconds?: number;
  /** A waiting one is withdrawn when the customer writes first. */
  cancelIfCustomerWrites?: boolean;
}

/** One way to answer a ticket's customer, and whether it is open just now. */
export interface DestinationOptionBody {
  connectionId: string;
  channel: string;
  label: string;
  address: string;
  addressKind: AddressKind;
  verified: boolean;
  /** What a reply uses when it names none. */
  current: boolean;
  traits: ChannelTraits;
  /** Null: may be written to at any time. `closesAt` null: closed, only a template may go. */
  window: { open: boolean; closesAt: string | null } | null;
  /** Nothing is sent there, and why. */
  blocked: { reason: 'opted_out' | 'bounced'; at: string } | null;
}

/** A reply that waits for its person: typed by one, or proposed by the AI with its evidence. */
export interface DraftBody {
  id: string;
  ticketId: string;
  author: Author;
  text: string;
  version: number;
  updatedAt: string;
  /** The AI turn that proposed it; `GET /tickets/:id/turns` has its evidence. */
  turnId: string | null;
}

/** One fact that the AI's text rests on, and where it was read. */
export interface EvidenceBody {
  label: string;
  value: string;
  source: string;
}

/** One piece of an AI's text and what it rests on, for a hint where it stands; positions count in the checked text. */
export interface EvidenceSpanBody {
  from: number;
  to: number;
  text: string;
  /** What was checked: an amount, a day, a code, a state of the order, an act, a passage ... */
  kind: string;
  source: EvidenceSourceBody;
}

export interface EvidenceSourceBody {
  /** The look-up or action that answered. */
  tool: string;
  /** Where in its answer: "orders[0].total". */
  path: string;
  /** For a person: "Order #1001, estimated delivery". */
  label: string;
  value: string;
}

export interface ToolCallBody {
  tool: string;
  args: Record<string, unknown>;
  ok: boolean;
  summary: string;
  ms: number;
}

export interface AiTurnBody {
  id: string;
  ticketId: string;
  messageId: string;
  brain: string;
  intent: string | null;
  outcome: 'sent' | 'drafted' | 'handed_over' | 'skipped' | 'running';
  /** Why this outcome, in one sentence for a person. */
  reason: string;
  /** Filled on handoff: three lines on who, what, and what was tried. */
  summary: string | null;
  evidence: EvidenceBody[];
  toolCalls: ToolCallBody[];
  latencyMs: number | null;
  createdAt: string;
  /** Which words the model was instructed with. */
  promptVersion?: string;
  mode?: string;
  /** How sure it was who wrote: 0 to 3. */
  assurance?: number;
  /** What was put before the customer and waits for their yes. */
  proposal?: { runId: string; action: string; summary: string; facts: { label: string; value: string }[] } | null;
  /** What the customer said to what waited before this turn; `outcome` after a yes. */
  decided?: { answer: 'yes' | 'no' | 'void'; action: string; summary: string; outcome: unknown } | null;
  /** Runs of actions that it asked for. */
  runs?: string[];
  /** Passages of the shop's articles that it found. */
  passages?: string[];
  tokens?: { input: number; output: number; modelCalls: number } | null;
  /** In millionths of the currency of the operator's prices; null: no prices are set. */
  costMicros?: number | null;
  /** What each piece of the reply or draft rests on; positions count in its text. */
  spans?: EvidenceSpanBody[];
  /** How often a model had to write anew. */
  rewrites?: number;
  /** Whether what it wrote was right, as far as somebody said so. */
  verdict?: 'right' | 'wrong' | null;
}

/** `PUT /api/v1/tickets/:id/turns/:turnId/verdict`. */
export interface AiVerdictRequest {
  right: boolean;
}

/** `GET /api/v1/tickets/:id/turns/:turnId`: all that was said between the house and the model. */
export interface AiTurnTraceBody extends AiTurnBody {
  transcript: {
    brain?: string;
    role: string;
    text: string;
    calls?: { name: string; args: Record<string, unknown> }[];
  }[];
  gate: unknown;
}

/** `POST /api/v1/tickets/:id/turns/:turnId/replay`: as it was then, or the same message by what holds today. */
export interface AiTurnReplayRequest {
  with: 'stored' | 'current';
}

/** What a turn came to. */
export interface ReplayedTurnBody {
  brain: string;
  promptVersion: string;
  intent: string | null;
  end: 'send' | 'draft' | 'hand_over' | 'skip';
  /** The letter that was to be sent or proposed. */
  text: string | null;
  proposal: { action: string; summary: string } | null;
  gate: { passed: boolean; problems: { kind: string; text: string }[] } | null;
}

export interface AiTurnReplayBody extends AiTurnReplayRequest {
  turnId: string;
  stored: ReplayedTurnBody;
  replayed: ReplayedTurnBody;
  /** In what the two are not the same. */
  differs: (keyof ReplayedTurnBody)[];
  /** Look-ups that the turn did not make then, so that they went without an answer. */
  unanswered: string[];
}

/** What the language models may cost. */
export interface AiBudgetBody {
  /** Of one turn. */
  modelCalls: number;
  toolCalls: number;
  /** Of a day (UTC) of the workspace; above it the built-in engine answers alone. */
  callsPerDay: number;
  tokensPerDay: number;
  /** Of a million tokens, in whole units of any currency; 0: not counted. */
  inputPrice: number;
  outputPrice: number;
  /** In the same currency; 0: no limit. */
  costPerDay: number;
}
