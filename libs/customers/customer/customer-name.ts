import type { Address } from '../address/address';

const NAME_MAX = 200;

/** A name as a mail header or a form gave it, on one line and of bounded length. */
export function tidyName(name: string | undefined | null): string {
  return (name ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, NAME_MAX);
}

/** What people see where nobody told us a name. */
export function shownName(name: string, address: Address | undefined): string {
  if (name) return name;
  return address && address.kind !== 'visitor' ? address.value : 'Visitor';
}
