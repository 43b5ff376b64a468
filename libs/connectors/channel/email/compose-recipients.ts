import { domainToASCII } from 'node:url';
import type { ChannelAddress, Outbound } from '../../port';
import { ConnectorError } from '../../port';
import { splitAddress } from './reply-address';

/** RFC 5321 4.5.3.1.3: a path of 256 with its angle brackets. */
const MAX_ADDRESS = 254;
const ADDRESS =
  /^(?:"[^"\\\u0000-\u001f\u007f<>]+"|[^\s"(),:;<>@[\\\]\u0000-\u001f\u007f]+)@[^\s"(),:;<>@\\\u0000-\u001f\u007f]+$/;
const TOKEN = /^\+[rb]-/;

export interface Recipients {
  to: ChannelAddress;
  cc: ChannelAddress[];
}

/**
 * Who a mail goes to: each one once and never ourselves, or the mailbox would write to itself. Throws `rejected` for a
 * recipient that is no mail address; a bad copy is left out with the reason. There are no blind copies.
 */
export function recipientsOf(
  outbound: Pick<Outbound, 'to' | 'cc'>,
  ownAddress: string,
): Recipients & { refused: { address: string; reason: string }[] } {
  const to = outbound.to.address.trim();
  if (!isMailAddress(to)) throw new ConnectorError('rejected', `“${shown(to)}” is not a mail address.`);
  if (isOwn(to, ownAddress)) throw new ConnectorError('rejected', 'The mail would go to the mailbox that sends it.');

  const seen = new Set([to.toLowerCase()]);
  const cc: ChannelAddress[] = [];
  const refused: { address: string; reason: string }[] = [];
  for (const copy of outbound.cc) {
    const address = copy.address.trim();
    if (seen.has(address.toLowerCase()) || isOwn(address, ownAddress)) continue;
    seen.add(address.toLowerCase());
    if (isMailAddress(address)) cc.push({ ...copy, address });
    else refused.push({ address: shown(address), reason: 'This is not a mail address.' });
  }
  return { to: { ...outbound.to, address: to }, cc, refused };
}

export const isMailAddress = (text: string): boolean => text.length <= MAX_ADDRESS && ADDRESS.test(text);

/** As the envelope wants it: a domain of other letters in its ASCII form, so that old servers know it too. */
export function envelopeAddress(address: string): string {
  const [local, domain] = splitAddress(address);
  return `${local}@${domainToASCII(domain) || domain}`;
}

/** The mailbox itself, or one of the addresses we made of it. */
function isOwn(address: string, own: string): boolean {
  const [local, domain] = splitAddress(address.toLowerCase());
  const [ownLocal, ownDomain] = splitAddress(own.toLowerCase());
  if (domain !== ownDomain || !local.startsWith(ownLocal)) return false;
  const rest = local.slice(ownLocal.length);
  return rest === '' || TOKEN.test(rest);
}

const shown = (address: string): string => address.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 100);
