import type { Headers } from './headers';
import type { Sign } from './message-ids';
import { MAX_THREAD_IDS, readOwnMessageId, splitIds } from './message-ids';
import { readReplyAddress } from './reply-address';

/** In this order: where the mail really went tells more than where it says it goes. */
const RECIPIENT_FIELDS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to', 'to', 'cc'];
const ADDRESS = /[^\s<>,;"()]+@[^\s<>,;"()]+/g;

/** What a mail says it answers: our own ticket where our signature proves it, and the ids to look for otherwise. */
export function readThread(
  headers: Headers,
  envelopeTo: string[],
  sign: Sign,
): { ticketId: string | null; externalIds: string[] } {
  const answered = headers.all('in-reply-to').flatMap(splitIds);
  const references = headers.all('references').flatMap(splitIds).reverse();
  const externalIds = [...new Set([...answered, ...references])].slice(0, MAX_THREAD_IDS);
  const recipients = [...envelopeTo, ...headers.all(...RECIPIENT_FIELDS).flatMap((it) => it.match(ADDRESS) ?? [])];
  return { ticketId: fromRecipients(recipients, sign) ?? fromIds(externalIds, sign), externalIds };
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
