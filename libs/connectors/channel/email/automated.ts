import type { Headers } from './headers';

/** What the rules below look at, beside the header fields. */
export interface Sender {
  /** The author's address, lower case. */
  from: string;
  /** Envelope sender; '' is the null sender of bounces, null when the transport did not say. */
  returnPath: string | null;
  /** The address of the connection that received it. */
  ownAddress: string | null;
  /** The mail carries a Message-ID that we signed: one of ours came back. */
  isOwnMessage: boolean;
}

const SUPPRESS = /\b(all|oof|autoreply|dr|rn|nrn)\b/i;
const BULK = /^(bulk|list|junk|auto_reply)\b/i;
const MARKS = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-generated', 'x-loop'];
const LIST_MARKS = ['list-id', 'list-unsubscribe', 'list-post'];
const MACHINE =
  /(^|[._+-])(mailer-daemon|postmaster|abuse|root|no-?reply|do-?not-?reply|bounces?|notifications?)([._+-][^@]*)?@/i;

/**
 * Why a mail counts as written by a program (RFC 3834 and the habits of the field), or null: a person wrote it.
 * Such mail is stored like any other; it is only never answered by a program, so that two programs never talk.
 */
export function whyAutomated(headers: Headers, sender: Sender): string | null {
  const autoSubmitted = headers.all('auto-submitted').find((it) => it !== '' && !/^no\b/i.test(it));
  if (autoSubmitted) return `Auto-Submitted: ${autoSubmitted.slice(0, 80)}`;
  if (headers.all('x-auto-response-suppress').some((it) => SUPPRESS.test(it))) return 'X-Auto-Response-Suppress';
  if (headers.all('precedence', 'x-precedence').some((it) => BULK.test(it))) return 'Precedence';
  if (headers.has(...LIST_MARKS)) return 'mailing list';
  const mark = MARKS.find((it) => headers.has(it));
  if (mark) return mark;
  if (headers.all('delivered-to').some((it) => /autoresponder/i.test(it))) return 'Delivered-To: autoresponder';
  if (headers.all('feedback-id').some((it) => /bulk/i.test(it))) return 'Feedback-ID';
  if (sender.returnPath === '' || headers.all('return-path').some((it) => /^<\s*>$/.test(it)))
    return 'null return path';
  if (headers.all('content-type').some((it) => /^multipart\/report\b/i.test(it))) return 'delivery report';
  if (MACHINE.test(sender.from)) return 'sender is a machine';
  if (sender.ownAddress !== null && sender.from === sender.ownAddress.toLowerCase()) return 'own address';
  return sender.isOwnMessage ? 'own message' : null;
}
