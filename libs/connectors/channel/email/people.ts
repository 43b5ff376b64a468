import type { ChannelAddress } from '../../port';
import type { Headers } from './headers';
import { parseAddresses } from './mime/addresses';
import { storable } from '../../vendor/storable';

/** RFC 2606: no mail ever goes there. */
export const NOBODY = 'unknown@sender.invalid';
const MAX_COPIES = 50;

/** Who wrote it: From, else Sender, else what the transport saw. */
export function authorOf(headers: Headers, mailFrom: string | null): ChannelAddress {
  const [named] = [...parseAddresses(...headers.all('from')), ...parseAddresses(...headers.all('sender'))];
  if (named) return named;
  const seen = [mailFrom, headers.first('return-path')].find((it) => it?.includes('@'));
  const address = /[^\s<>"(),;:]+@[^\s<>"(),;:]+/.exec(seen ?? '')?.[0];
  return { address: storable(address ?? NOBODY).toLowerCase(), name: null };
}

/** Where an answer was asked to go, when that is elsewhere. */
export function replyToOf(headers: Headers, from: ChannelAddress): ChannelAddress | null {
  const [first] = parseAddresses(...headers.all('reply-to'));
  return first && first.address !== from.address ? first : null;
}

/** Everybody else it was addressed to, once each; `isOwn` are the doors of this house. */
export function copiesOf(
  headers: Headers,
  from: ChannelAddress,
  isOwn: (address: string) => boolean,
): ChannelAddress[] {
  const found = new Map<string, ChannelAddress>();
  for (const person of parseAddresses(...headers.all('to'), ...headers.all('cc'))) {
    if (person.address !== from.address && !isOwn(person.address)) found.set(person.address, person);
  }
  return [...found.values()].slice(0, MAX_COPIES);
}

/** Whether an address is one of these, also with something behind a plus sign. */
export function ownAddressTest(addresses: (string | null)[]): (address: string) => boolean {
  const plain = (address: string): string => address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
  const own = new Set(addresses.flatMap((it) => (it ? [plain(it)] : [])));
  return (address) => own.has(plain(address));
}

/** "anna@bank.example" as the name of eve@evil.example is meant to be mistaken for the address. */
export function misleadingName(from: ChannelAddress): string | null {
  const shown = /[^\s<>"(),;:]+@[^\s<>"(),;:]+\.[a-z]{2,}/i.exec(from.name ?? '')?.[0].toLowerCase();
  return shown !== undefined && shown !== from.address ? shown : null;
}
