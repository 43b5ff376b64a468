import type { InboundStatus } from '../../../port';
import { Headers } from '../headers';
import type { Sign } from '../message-ids';
import { normaliseId, readOwnMessageId, splitIds } from '../message-ids';
import { parseAddresses } from '../mime/addresses';
import type { Part } from '../mime/part';
import { contentOf, leavesOf } from '../mime/part';
import { storable } from '../../../vendor/storable';
import type { Outcome } from './delivery-fields';
import { readDeliveryStatus } from './delivery-fields';
import type { PlainReport } from './plain-reports';
import { readPlainReport } from './plain-reports';

/** A report about mails that were sent: which of ours, and what became of each recipient. */
export interface DeliveryReport {
  outcomes: Outcome[];
  /** The signed id of our own message, or null: it is about a mail that is not ours. */
  about: { externalId: string | null; messageId: string } | null;
}

/** Codes that say that there is no such mailbox, and never was one: RFC 3463, RFC 7505. */
const GONE = ['5.1.1', '5.1.2', '5.1.10'];
const MAX_ERROR = 500;

/** What our own marks name, where the reader of this installation knows them. */
export interface ReportMarks {
  sign: Sign;
  /** Our own message id of a return path that we signed. */
  readReturnPath: (address: string) => string | null;
}

/** All it says is that our message arrived. */
export const isGoodNews = (report: DeliveryReport): boolean =>
  report.about !== null && report.outcomes.every((it) => it.action === 'fine');

/** Null when the mail is no delivery report. */
export function readDeliveryReport(
  root: Part,
  mail: PlainReport & { recipients: string[] },
  marks: ReportMarks,
): DeliveryReport | null {
  const leaves = leavesOf(root);
  const parts = leaves.filter((it) => /^message\/(?:global-)?delivery-status$/.test(it.type));
  const isDeclared =
    root.type === 'multipart/report' && root.params['report-type']?.toLowerCase() === 'delivery-status';
  const told = parts.flatMap(readDeliveryStatus);
  const outcomes =
    told.length > 0 ? told : (readPlainReport(mail) ?? (isDeclared || parts.length > 0 ? [UNKNOWN] : null));
  if (outcomes === null) return null;
  const sentTo = recipientOf(leaves, mail.text);
  return {
    outcomes: outcomes.map((it) => ({ ...it, recipient: it.recipient ?? sentTo })),
    about: messageOf(leaves, mail, marks),
  };
}

/** Whom the mail that came back was for, when that was one person. */
function recipientOf(leaves: Part[], text: string): string | null {
  const fields = returnedHeads(leaves).flatMap((it) => it.all('to', 'cc'));
  const shown = /^[>\s]*to\s*:\s*(.+)$/im.exec(text)?.[1];
  const people = parseAddresses(...(fields.length > 0 || shown === undefined ? fields : [shown]));
  return people.length === 1 ? (people[0]?.address ?? null) : null;
}

const returnedHeads = (leaves: Part[]): Headers[] =>
  leaves
    .filter((it) => /^(?:message\/(?:global|rfc822|global-headers)|text\/rfc822-headers)$/.test(it.type))
    .map((it) => Headers.of(contentOf(it)));

const UNKNOWN: Outcome = { recipient: null, status: null, action: 'failed', diagnostic: null };

/**
 * Statuses for the desk: one per recipient that did not get our message. A report that names nobody gives none: it
 * could be anybody's, and is believed only when our message went to the recipient it is about.
 */
export function toStatuses(report: DeliveryReport): InboundStatus[] {
  const { about } = report;
  if (!about) return [];
  return report.outcomes
    .filter((it) => it.action !== 'fine' && it.recipient !== null)
    .map((it) => ({
      type: 'status',
      externalId: about.externalId ?? `${about.messageId}@own.invalid`,
      messageId: about.messageId,
      status: it.action === 'delayed' ? 'delayed' : 'failed',
      error: storable(sentence(it)).slice(0, MAX_ERROR),
      recipient: it.recipient,
      block: it.action === 'failed' && GONE.includes(it.status ?? '') ? 'bounced' : null,
    }));
}

/** The return path tells for sure; ids in the report itself are believed because we signed them. */
function messageOf(
  leaves: Part[],
  mail: PlainReport & { recipients: string[] },
  marks: ReportMarks,
): DeliveryReport['about'] {
  const ids = namedIds(leaves, mail.headers, mail.text);
  const own = ids.flatMap((externalId) => {
    const read = readOwnMessageId(marks.sign, externalId);
    return read ? [{ externalId, messageId: read.messageId }] : [];
  });
  for (const recipient of mail.recipients) {
    const messageId = marks.readReturnPath(recipient);
    if (messageId) return { externalId: own.find((it) => it.messageId === messageId)?.externalId ?? null, messageId };
  }
  return own[0] ?? null;
}

/** Ids of the mail that came back, the surest place first. */
function namedIds(leaves: Part[], headers: Headers, text: string): string[] {
  const returned = returnedHeads(leaves);
  const status = leaves
    .filter((it) => /delivery-status$/.test(it.type))
    .map((it) => contentOf(it).toString('latin1'))
    .join('\n');
  const original = [
    ...`${status}\n${text}`.matchAll(/^[>\s]*(?:x-)?(?:original-)?message-id\s*:\s*(\S[^\r\n]*(?:\r?\n[ \t]+\S+)?)/gim),
  ];
  return [
    ...headers.all('original-message-id', 'x-original-message-id').flatMap(splitIds),
    ...original.flatMap((it) => splitIds(it[1] ?? '')),
    ...returned.flatMap((it) => it.all('message-id').map(normaliseId)),
    ...headers.all('in-reply-to').flatMap(splitIds),
    ...headers.all('references').flatMap(splitIds).reverse(),
    ...returned.flatMap((it) => it.all('references').flatMap(splitIds).reverse()),
  ].filter((id): id is string => id !== null);
}

const CAUSES: Record<string, string> = {
  '4.2.2': 'The mailbox is full for now.',
  '4.4.1': 'The recipient’s mail server does not answer.',
  '4.4.7': 'The mail server gave up after trying for a long time.',
  '4.7.1': 'The recipient’s mail server asks to try again later.',
  '5.1.0': 'The address is not accepted.',
  '5.1.1': 'There is no such mailbox.',
  '5.1.10': 'The domain takes no mail.',
  '5.1.2': 'The domain does not exist.',
  '5.1.3': 'The address is not written correctly.',
  '5.2.1': 'The mailbox is disabled.',
  '5.2.2': 'The mailbox is full.',
  '5.2.3': 'The mail is larger than the recipient accepts.',
  '5.3.4': 'The mail is larger than the server accepts.',
  '5.4.1': 'The recipient’s mail server refuses the address.',
  '5.4.4': 'No mail server takes mail for this domain.',
  '5.4.6': 'The mail went round in circles.',
  '5.4.7': 'The mail server gave up after trying for a long time.',
  '5.7.1': 'The recipient’s mail server refused the mail by its policy.',
  '5.7.26': 'The recipient’s mail server could not verify that we sent the mail (SPF, DKIM).',
};

function sentence({ status, action, diagnostic, recipient }: Outcome): string {
  const family = status?.startsWith('5.7') ? CAUSES['5.7.1'] : undefined;
  const fallback =
    action === 'delayed' ? 'The mail is delayed; the server keeps trying.' : 'The mail could not be delivered.';
  const cause = CAUSES[status ?? ''] ?? family ?? fallback;
  const to = recipient ? ` (${recipient})` : '';
  const words = diagnostic?.replace(/\s+/g, ' ').trim();
  return `${cause.replace(/\.$/, '')}${to}.${status ? ` Code ${status}.` : ''}${words ? ` The server said: ${words}` : ''}`;
}
