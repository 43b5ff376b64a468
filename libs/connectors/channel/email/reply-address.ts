import type { Sign } from './message-ids';
import { fromBase36, toBase36 } from './message-ids';

const PURPOSE = 'mail.reply-address';
const TOKEN = /^(.+)\+r-([0-9a-z]{1,25})-([a-z2-7]{16})$/;
/** RFC 5321 4.5.3.1.1. */
const MAX_LOCAL_PART = 64;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** `support+r-<ticket>-<mac>@domain`, or null when the local part would become too long. Lower case: some systems fold it. */
export function replyAddress(sign: Sign, address: string, ticketId: string): string | null {
  const [local, domain] = splitAddress(address);
  const ticket = toBase36(ticketId);
  const tokened = `${local}+r-${ticket}-${mac(sign, ticket)}`;
  return tokened.length > MAX_LOCAL_PART ? null : `${tokened}@${domain}`;
}

/** The ticket that one of our reply addresses names, when its signature is ours. */
export function readReplyAddress(sign: Sign, address: string): string | null {
  const [, , ticket, given] = TOKEN.exec(splitAddress(address.toLowerCase())[0]) ?? [];
  return ticket && mac(sign, ticket) === given ? fromBase36(ticket) : null;
}

export function splitAddress(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}

/** The first 80 bits in base32: as long as needed against guessing, and no longer. */
function mac(sign: Sign, ticket: string): string {
  let bits = BigInt(`0x${sign(PURPOSE, ticket).slice(0, 20)}`);
  let text = '';
  for (let i = 0; i < 16; i++, bits >>= 5n) text = (BASE32[Number(bits & 31n)] ?? '') + text;
  return text;
}
