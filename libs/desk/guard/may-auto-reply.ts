import type { SenderProof } from '@satchel/contracts';
import {
  MAX_AI_EXCHANGES_60S,
  MAX_MESSAGES_24H,
  MAX_NOTICES_PER_ADDRESS_24H,
  MAX_NOTICES_PER_TICKET,
  MAX_PER_ADDRESS,
  MAX_PER_TICKET,
  MAX_SAME_SUBJECT_180M,
  MAX_TYPED_EXCHANGES_60S,
  type PerWindow,
  WINDOWS_MINUTES,
} from './auto-reply-limits';

/** What our own records say about answering an address; `AutoReplyQueries` counts it. */
export interface AutoReplyCounts {
  /** We have written to this address, and it has written to us before. */
  hasHistory: boolean;
  /** One of our mailboxes, or of our people. */
  isOwnAddress: boolean;
  /** Acknowledgements to the address in 24 hours, and on this ticket ever. */
  autoRepliesToAddress24h: number;
  autoRepliesToTicket: number;
  /** Answers by programs (the AI's too) to the address: on this ticket, and on all of them. */
  perTicket: PerWindow;
  perAddress: PerWindow;
  /** Answers by programs to the address on other tickets of the same subject. */
  sameSubjectAutoReplies180m: number;
  /** Rounds between the AI and the sender on this ticket. */
  aiExchangesLast60s: number;
  /** All messages from and to the address. */
  messages24h: number;
}

export interface AutoReplyFacts extends AutoReplyCounts {
  /** A `notice` acknowledges and answers nothing; an `answer` of the AI may be one of many on its ticket. */
  kind: 'notice' | 'answer';
  /** Why the message counts as written by a program, or null: a person wrote it. */
  automated: string | null;
  /** How sure the transport is of the sender. */
  sender: SenderProof;
  /** It came by text message, WhatsApp or the like. */
  typed?: boolean;
}

export type AutoReplyRefusal =
  | 'automated'
  | 'own_address'
  | 'forged_sender'
  | 'stranger'
  | 'already_noticed'
  | 'ticket_limit'
  | 'address_limit'
  | 'same_subject'
  | 'ping_pong'
  | 'flood';

/** For a log, a timeline or a banner. */
export const AUTO_REPLY_REFUSALS: Record<AutoReplyRefusal, string> = {
  automated: 'A program wrote the message; programs do not answer programs.',
  own_address: 'The message comes from one of our own addresses.',
  forged_sender: 'Somebody else wrote the message in the name of this sender.',
  stranger: 'Nothing proves who sent the message, and we have not exchanged messages with this address before.',
  already_noticed: 'The sender has had an acknowledgement already.',
  ticket_limit: 'This ticket has had too many automatic answers in a short time.',
  address_limit: 'This address has had too many automatic answers in a short time.',
  same_subject:
    'Several tickets of the same subject were answered automatically: two programs may be answering each other.',
  ping_pong: 'Answers come back faster than people write.',
  flood: 'Too many messages come from this address.',
};

/**
 * Whether a program may answer (RFC 3834 and the habits of the field). A message that must not be answered is kept like
 * any other and waits for a person. Answering a stranger would let anybody make us write to a third person, so without
 * proof of the sender there must have been an exchange before.
 */
export function mayAutoReply(facts: AutoReplyFacts): { ok: true } | { ok: false; reason: AutoReplyRefusal } {
  const reason = refusalOf(facts);
  return reason === null ? { ok: true } : { ok: false, reason };
}

function refusalOf(facts: AutoReplyFacts): AutoReplyRefusal | null {
  if (facts.automated !== null) return 'automated';
  if (facts.isOwnAddress) return 'own_address';
  if (facts.sender === 'forged') return 'forged_sender';
  if (facts.sender !== 'proven' && !facts.hasHistory) return 'stranger';
  if (facts.messages24h >= MAX_MESSAGES_24H) return 'flood';
  if (facts.aiExchangesLast60s >= (facts.typed ? MAX_TYPED_EXCHANGES_60S : MAX_AI_EXCHANGES_60S)) return 'ping_pong';
  if (facts.sameSubjectAutoReplies180m >= MAX_SAME_SUBJECT_180M) return 'same_subject';
  if (isReached(facts.perTicket, MAX_PER_TICKET)) return 'ticket_limit';
  if (isReached(facts.perAddress, MAX_PER_ADDRESS)) return 'address_limit';
  return facts.kind === 'notice' && hasBeenNoticed(facts) ? 'already_noticed' : null;
}

const hasBeenNoticed = (facts: AutoReplyFacts): boolean =>
  facts.autoRepliesToTicket >= MAX_NOTICES_PER_TICKET || facts.autoRepliesToAddress24h >= MAX_NOTICES_PER_ADDRESS_24H;

const isReached = (counts: PerWindow, limits: PerWindow): boolean =>
  WINDOWS_MINUTES.some((minutes) => counts[minutes] >= limits[minutes]);
