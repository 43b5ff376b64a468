import type { Sign } from './message-ids';
import { fromBase36, shortMac, toBase36 } from './message-ids';
import { MAX_LOCAL_PART, splitAddress } from './reply-address';

const PURPOSE = 'mail.return-path';
const TOKEN = /^(.+)\+b-([0-9a-z]{1,25})-([a-z2-7]{16})$/;

/**
 * The envelope sender of one message, `support+b-<message>-<mac>@domain`: wherever a bounce comes from and whatever it
 * quotes, it comes back to this address and so names its message. A plus address of the mailbox itself, so that it
 * arrives where the mail is read. Null when the local part would become too long.
 */
export function returnPath(sign: Sign, address: string, messageId: string): string | null {
  const [local, domain] = splitAddress(address);
  const message = toBase36(messageId);
  const tokened = `${local}+b-${message}-${shortMac(sign, PURPOSE, message)}`;
  return tokened.length > MAX_LOCAL_PART ? null : `${tokened}@${domain}`;
}

/** The message (our own id, as in `Outbound.messageId`) whose return path an address is, when its signature is ours. */
export function readReturnPath(sign: Sign, address: string): string | null {
  const [, , message, given] = TOKEN.exec(splitAddress(address.toLowerCase())[0]) ?? [];
  return message && shortMac(sign, PURPOSE, message) === given ? fromBase36(message) : null;
}
