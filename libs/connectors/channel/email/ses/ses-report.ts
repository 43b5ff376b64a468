import type { RawInbound } from '../../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../../vendor/loose';
import { UnreadableMailError } from '../unreadable-mail.error';

type Fields = Record<string, unknown>;

const BOUNDARY = 'report-of-amazon-ses';
const MAX_RECIPIENTS = 50;
/** What a reason says where the recipient's server named no code. */
const STATUS_OF: Record<string, string> = {
  NoEmail: '5.1.1',
  Suppressed: '5.1.1',
  OnAccountSuppressionList: '5.1.1',
  MailboxFull: '5.2.2',
  MessageTooLarge: '5.2.3',
  CustomTimeoutExceeded: '5.4.7',
  ContentRejected: '5.7.1',
  AttachmentRejected: '5.7.1',
};

/**
 * A report of Amazon SES as the mail that other servers would have sent (RFC 3464, RFC 5965), so that it is read by the
 * same rules; any other mail as it is.
 */
export function asMail(inbound: RawInbound): RawInbound {
  const kind = inbound.meta.ses;
  if (kind === 'no content')
    throw new UnreadableMailError(
      new Error('Amazon SES sent only a note of it. Set the SES rule to the SNS action, with Base64 encoding.'),
    );
  if (kind !== 'bounce' && kind !== 'complaint') return inbound;
  const told = fieldsIn(parsedJson(inbound.raw));
  const mail = fieldsIn(told.mail);
  const raw =
    kind === 'bounce' ? bounceMail(fieldsIn(told.bounce), mail) : complaintMail(fieldsIn(told.complaint), mail);
  return { ...inbound, raw };
}

function bounceMail(bounce: Fields, mail: Fields): Buffer {
  const reason = textIn(bounce.bounceSubType);
  const blocks = recipientsOf(bounce.bouncedRecipients).map((it) => {
    // An answering machine too is "Transient, General": nothing has failed for good.
    const fallback = STATUS_OF[reason] ?? (bounce.bounceType === 'Transient' ? '4.0.0' : '5.0.0');
    return lines([
      ['Final-Recipient', `rfc822; ${line(it.emailAddress)}`],
      ['Action', line(it.action) || 'failed'],
      ['Status', line(it.status) || fallback],
      ['Diagnostic-Code', line(it.diagnosticCode)],
    ]);
  });
  const status = [lines([['Reporting-MTA', line(bounce.reportingMTA) || 'dns; amazonses.com']]), ...blocks];
  return report('delivery-status', {
    mail,
    at: bounce.timestamp,
    subject: 'Undelivered mail',
    words: `Amazon SES could not deliver a mail (${[textIn(bounce.bounceType), reason].map(line).join(', ')}).`,
    details: ['message/delivery-status', status.join('\r\n')],
  });
}

function complaintMail(complaint: Fields, mail: Fields): Buffer {
  const people = recipientsOf(complaint.complainedRecipients).map((it) => line(it.emailAddress));
  const kind = line(complaint.complaintFeedbackType) || 'abuse';
  const fields = people.map((it): [string, string] => ['Original-Rcpt-To', it]);
  return report('feedback-report', {
    mail,
    at: complaint.timestamp,
    subject: 'Complaint about a mail',
    words: `Amazon SES was told of a complaint (${kind}) by one of: ${people.join(', ') || 'unknown'}.`,
    details: ['message/feedback-report', lines([['Feedback-Type', kind], ['Version', '1'], ...fields])],
  });
}

function report(
  type: string,
  told: { mail: Fields; at: unknown; subject: string; words: string; details: [string, string] },
): Buffer {
  const [detailType, details] = told.details;
  const original = originalOf(told.mail);
  const id = original['message-id'] ?? '';
  const at = new Date(textIn(told.at));
  const part = (contentType: string, body: string): string =>
    `--${BOUNDARY}\r\nContent-Type: ${contentType}\r\n\r\n${body}\r\n`;
  const head = lines([
    ['From', 'Amazon SES <mailer-daemon@amazonses.com>'],
    ['To', line(told.mail.source)],
    ['Date', Number.isNaN(at.getTime()) ? '' : at.toUTCString()],
    ['Subject', told.subject],
    ['In-Reply-To', id],
    ['Auto-Submitted', 'auto-generated'],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/report; report-type=${type}; boundary="${BOUNDARY}"`],
  ]);
  const returned = lines([
    ['Message-ID', id],
    ['To', original.to ?? ''],
    ['Subject', original.subject ?? ''],
  ]);
  const parts = [
    part('text/plain; charset=utf-8', told.words),
    part(detailType, details),
    part('text/rfc822-headers', returned),
  ];
  return Buffer.from(`${head}\r\n${parts.join('')}--${BOUNDARY}--\r\n`, 'utf8');
}

/** The mail's headers as we wrote them; SES sends with a Message-ID of its own. */
function originalOf(mail: Fields): Record<string, string | undefined> {
  const listed = listIn(mail.headers).map(fieldsIn);
  const field = (name: string): string => line(listed.find((it) => textIn(it.name).toLowerCase() === name)?.value);
  return {
    'message-id': field('message-id') || line(fieldsIn(mail.commonHeaders).messageId),
    to: field('to'),
    subject: field('subject'),
  };
}

const recipientsOf = (value: unknown): Fields[] => listIn(value).map(fieldsIn).slice(0, MAX_RECIPIENTS);

/** Nothing told from outside may begin a line of its own. */
const line = (value: unknown): string =>
  textIn(value)
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim();

const lines = (fields: [string, string][]): string =>
  fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
