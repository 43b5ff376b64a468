import type { AddressBody, CustomerBody } from '@satchel/contracts';

/** A customer as outside systems may be asked for them: by proven addresses, and apart from these by claimed ones. */
export interface Person {
  name: string;
  emails: string[];
  phones: string[];
  claimedEmails: string[];
  claimedPhones: string[];
}

/** `trusting`: a person wants to see what stands under addresses that nothing proves. */
export function personOf(customer: CustomerBody, trusting: boolean): Person {
  const values = (kind: AddressBody['kind'], proven: boolean): string[] =>
    customer.addresses
      .filter((address) => address.kind === kind && (address.verifiedAt !== null) === proven)
      .map(({ value }) => value.trim().toLowerCase());
  const claimedEmails = values('email', false);
  const claimedPhones = values('phone', false);
  return {
    name: customer.name,
    emails: [...values('email', true), ...(trusting ? claimedEmails : [])],
    phones: [...values('phone', true), ...(trusting ? claimedPhones : [])],
    claimedEmails,
    claimedPhones,
  };
}

/** "Anna Bergmann" -> "A. B."; enough to recognise somebody, too little to learn a name by. */
export function masked(name: string | null): string {
  const words = (name ?? '').match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  return words
    .slice(0, 3)
    .map((word) => `${word.charAt(0).toUpperCase()}.`)
    .join(' ');
}
