import type { Sign } from './message-ids';
import { fromBase36, shortMac, toBase36 } from './message-ids';

const PURPOSE = 'mail.reply-address';
const TOKEN = /^(.+)\+r-([0-9a-z]{1,25})-([a-z2-7]{16})$/;
/** RFC 5321 4.5.3.1.1. */
export const MAX_LOCAL_PART = 64;

/**
 * `support+r-<ticket>-<mac>@domain`, or null when the local part would become too long. Lower case: some systems fold it.
 *
 * The signature covers the ticket and not who the mail went to: an answer may come from a colleague in copy or from
 * another address of the same person, and a signature over the recipient could then not be checked. So the token says
 * which ticket is meant and never who writes: the desk takes a mail into the ticket only from somebody who takes part.
 */
export function replyAddress(sign: Sign, address: string, ticketId: string): string | null {
  const [local, domain] = splitAddress(address);
  const ticket = toBase36(ticketId);
  const tokened = `${local}+r-${ticket}-${shortMac(sign, PURPOSE, ticket)}`;
  return tokened.length > MAX_LOCAL_PART ? null : `${tokened}@${domain}`;
}

/** The ticket that one of our reply addresses names, when its signature is ours. */
export function readReplyAddress(sign: Sign, address: string): string | null {
  const [, , ticket, given] = TOKEN.exec(splitAddress(address.toLowerCase())[0]) ?? [];
  return ticket && shortMac(sign, PURPOSE, ticket) === given ? fromBase36(ticket) : null;
}

export function splitAddress(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}
