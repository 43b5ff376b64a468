import type { RawInbound } from '../../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../../vendor/loose';

type Fields = Record<string, unknown>;

/** `meta.ses`: the bytes are a notification of Amazon SES, no mail; what kind of one. */
export type SesKind = 'bounce' | 'complaint' | 'no content';

/** What SES posts: a mail, or what became of one of ours; nothing for the rest (a test, good news). */
export function readNotification(
  text: string,
  snsId: string,
  receive: (raw: Buffer, meta: Fields) => RawInbound,
): RawInbound[] {
  const told = fieldsIn(parsedJson(text));
  const mail = fieldsIn(told.mail);
  // A topic of the identity says `notificationType`, one of a configuration set `eventType`.
  const type = textIn(told.notificationType) || textIn(told.eventType);
  const providerId = textIn(mail.messageId) || snsId;
  const asIs = (ses: SesKind, externalId: string): RawInbound[] => [
    { externalId, raw: Buffer.from(text, 'utf8'), meta: { via: 'hook', provider: 'ses', providerId, ses } },
  ];
  if (type === 'Bounce') return asIs('bounce', `ses-bounce:${textIn(fieldsIn(told.bounce).feedbackId) || snsId}`);
  if (type === 'Complaint')
    return asIs('complaint', `ses-complaint:${textIn(fieldsIn(told.complaint).feedbackId) || snsId}`);
  if (type !== 'Received') return [];
  const receipt = fieldsIn(told.receipt);
  const raw = contentOf(told.content, textIn(fieldsIn(receipt.action).encoding));
  if (raw === null) return asIs('no content', `ses:${providerId}`);
  const meta = {
    via: 'hook',
    provider: 'ses',
    providerId,
    rcptTo: listIn(receipt.recipients).map(textIn),
    verdicts: verdictsOf(receipt),
  };
  const mailFrom = typeof mail.source === 'string' ? textIn(mail.source).replace(/^<(.*)>$/, '$1') : null;
  return [receive(raw, mailFrom === null ? meta : { ...meta, mailFrom })];
}

function contentOf(content: unknown, encoding: string): Buffer | null {
  if (typeof content !== 'string' || content === '') return null;
  return Buffer.from(content, /^base64$/i.test(encoding) ? 'base64' : 'utf8');
}

/** SES' words as those of RFC 8601. GRAY: it says nothing. */
const WORDS: Record<string, string> = { PASS: 'pass', FAIL: 'fail', PROCESSING_FAILED: 'temperror' };

function verdictsOf(receipt: Fields): Record<string, string> {
  const word = (name: string): string => WORDS[textIn(fieldsIn(receipt[name]).status)] ?? 'none';
  return {
    spf: word('spfVerdict'),
    dkim: word('dkimVerdict'),
    dmarc: word('dmarcVerdict'),
    policy: textIn(receipt.dmarcPolicy).toLowerCase(),
    spam: word('spamVerdict'),
    virus: word('virusVerdict'),
  };
}
