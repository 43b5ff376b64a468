import type { Headers } from './headers';
import type { Sign } from './message-ids';
import { MAX_THREAD_IDS, readOwnMessageId, splitIds } from './message-ids';
import { readReplyAddress } from './reply-address';

/** In this order: where the mail really went tells more than where it says it goes. */
const RECIPIENT_FIELDS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to', 'to', 'cc'];
/** Where it really went, by the servers on its way: our own doors, whatever To says. */
export function deliveredTo(headers: Headers): string[] {
  const fields = RECIPIENT_FIELDS.filter((it) => it !== 'to' && it !== 'cc');
  return headers.all(...fields).flatMap((it) => it.match(ADDRESS) ?? []);
}

/** Marks that our own mails carry beside their ids; each names a ticket only when its signature is ours. */
export interface OwnMarks {
  readReturnPath?: (sign: Sign, address: string) => string | null;
  readBodyMarker?: (sign: Sign, htmlOrText: string) => string | null;
  readThreadIndex?: (sign: Sign, header: string) => string | null;
}

const ADDRESS = /[^\s<>,;"()]+@[^\s<>,;"()]+/g;

/** What a mail says it answers: our own ticket where our signature proves it, and the ids to look for otherwise. */
export function readThread(
  headers: Headers,
  mail: { recipients: string[]; quoted: string },
  sign: Sign,
  marks: OwnMarks = {},
): { ticketId: string | null; externalIds: string[] } {
  const answered = headers.all('in-reply-to').flatMap(splitIds);
  const references = headers.all('references').flatMap(splitIds).reverse();
  const externalIds = [...new Set([...answered, ...references])].slice(0, MAX_THREAD_IDS);
  const index = headers.first('thread-index');
  const ticketId =
    fromRecipients(mail.recipients, sign) ??
    fromIds(externalIds, sign) ??
    marks.readBodyMarker?.(sign, mail.quoted) ??
    (index === null ? null : (marks.readThreadIndex?.(sign, index) ?? null));
  return { ticketId, externalIds };
}

/** Every address that a mail was delivered to or says it goes to, in the order in which they tell something. */
export function recipientsOf(headers: Headers, envelopeTo: string[]): string[] {
  return [...envelopeTo, ...headers.all(...RECIPIENT_FIELDS).flatMap((it) => it.match(ADDRESS) ?? [])];
}

function fromRecipients(recipients: string[], sign: Sign): string | null {
  for (const address of recipients) {
    const ticketId = readReplyAddress(sign, address);
    if (ticketId) return ticketId;
  }
  return null;
}

function fromIds(ids: string[], sign: Sign): string | null {
  for (const id of ids) {
    const own = readOwnMessageId(sign, id);
    if (own) return own.ticketId;
  }
  return null;
}
