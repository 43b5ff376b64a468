import type { Headers } from './headers';

/** What the rules below look at, beside the header fields. */
export interface Sender {
  /** The author's address, lower case. */
  from: string;
  subject?: string | null;
  /** Envelope sender; '' is the null sender of bounces, null when the transport did not say. */
  returnPath: string | null;
  /** The address is one of ours: a connection's or a colleague's. */
  isOwnAddress: boolean;
  /** The mail carries a Message-ID that we signed: one of ours came back. */
  isOwnMessage: boolean;
  /** The mail's id was given out under our own mail domain. */
  isOwnHost?: boolean;
}

const SUPPRESS = /\b(all|oof|autoreply|dr|rn|nrn)\b/i;
const BULK = /^(bulk|list|junk|auto_reply)\b/i;
const MARKS = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-generated', 'x-loop'];
const LIST_MARKS = ['list-id', 'list-unsubscribe', 'list-post'];
const MACHINE =
  /(^|[._+-])(mailer-daemon|postmaster|abuse|root|no-?reply|do-?not-?reply|bounces?|notifications?)([._+-][^@]*)?@/i;
/** How mail servers themselves title the answer of somebody who is away; nobody begins a mail to a shop like this. */
const AWAY_SUBJECT =
  /^\s*(?:automatic reply|automatische antwort|automatisch antwoord|abwesenheitsnotiz|réponse automatique|respuesta automática|risposta automatica|resposta automática|autosvar|automatiskt svar|automaattinen vastaus|automatická odpověď|autoodpowiedź|automatyczna odpowiedź|автоматический ответ|автоответ|automatikus válasz|αυτόματη απάντηση|otomatik yanıt|自动回复|自動回覆|自動応答|자동 회신|out of (?:the )?office|vacation reply|auto(?:matic)?[ -]?(?:reply|response))\s*(?:[:：\-–(]|$)/iu;
const AWAY = 'out of office';
/** No word about who wrote it: colleagues write from there as well. */
export const OWN_MAIL_HOST = 'own mail host';

/**
 * Why a mail counts as written by a program (RFC 3834 and the habits of the field), or null: a person wrote it.
 * Such mail is stored like any other; it is only never answered by a program, so that two programs never talk.
 */
export function whyAutomated(headers: Headers, sender: Sender): string | null {
  if (isAway(headers, sender.subject ?? '')) return AWAY;
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
  if (sender.isOwnAddress) return 'own address';
  if (sender.isOwnMessage) return 'own message';
  return sender.isOwnHost ? OWN_MAIL_HOST : null;
}

/** Somebody who is away, or their server for them: the thread may show it, nothing else happens. */
function isAway(headers: Headers, subject: string): boolean {
  const submitted = headers.all('auto-submitted').join(' ');
  if (/vacation/i.test(submitted) || /^auto-replied\s*;\s*owner-email=/i.test(submitted)) return true;
  if (/^auto-replied/i.test(submitted) && /vacation|out of (?:the )?office|abwesen/i.test(subject)) return true;
  const suppressesAll = headers.all('x-auto-response-suppress').some((it) => /^all$/i.test(it));
  if (suppressesAll && headers.has('x-ms-exchange-inbox-rules-loop')) return true;
  return AWAY_SUBJECT.test(subject);
}
