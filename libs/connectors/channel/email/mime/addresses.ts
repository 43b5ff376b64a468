import addressparser from 'nodemailer/lib/addressparser';
import type { ChannelAddress } from '../../../port';
import { storable } from '../../../vendor/storable';
import { decodeWords } from './words';

const MAX_NAME = 200;
/** A header that names more people than this is an attack or an accident. */
const MAX_HEADER = 64 * 1024;
const BARE = /[^\s<>"(),;:]+@[^\s<>"(),;:@]+/;

/** The people an address header names: groups opened, names decoded, addresses in lower case. */
export function parseAddresses(...headers: string[]): ChannelAddress[] {
  return headers.flatMap((header) => {
    const text = header.slice(0, MAX_HEADER);
    const found = addressparser(text, { flatten: true }).flatMap(({ address, name }) => {
      const known = clean(address ?? '', name ?? '');
      return known ? [known] : [];
    });
    if (found.length > 0) return found;
    const bare = BARE.exec(decodeWords(text))?.[0];
    return bare ? [{ address: storable(bare).toLowerCase(), name: null }] : [];
  });
}

function clean(rawAddress: string, rawName: string): ChannelAddress | null {
  const decoded = storable(decodeWords(rawAddress)).trim();
  const address = /^\S+@[^\s@]+$/.test(decoded) ? decoded : BARE.exec(decoded)?.[0];
  if (!address) return null;
  const name = storable(decodeWords(rawName))
    .replace(/[\s\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/^["']+|["']+$/g, '')
    .trim();
  const lower = address.toLowerCase();
  return { address: lower, name: name === '' || name.toLowerCase() === lower ? null : name.slice(0, MAX_NAME) };
}
