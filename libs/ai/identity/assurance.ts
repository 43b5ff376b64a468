import type { Address, Assurance } from '../tools/tool';

/** What is known of the sender of the message that is being answered. */
export interface SenderFacts {
  destination: Address | null;
  /** The message's own sender address, as the transport gave it. */
  from: string | null;
  /** The transport proved that `from` wrote it (aligned DKIM or DMARC, a session's token), not merely claimed. */
  senderAuthenticated: boolean;
  /** The customer's addresses that were proved before. */
  verified: readonly Address[];
}

/** How sure we are who writes. A mail's From alone is a claim: anybody can write it. */
export function assuranceOf({ destination, from, senderAuthenticated, verified }: SenderFacts): Assurance {
  if (!destination) return 0;
  const sender = from?.trim().toLowerCase() ?? '';
  if (sender !== destination.value.toLowerCase()) return 0;
  const known = verified.some((address) => address.kind === destination.kind && address.value.toLowerCase() === sender);
  if (senderAuthenticated && known) return 3;
  // A visitor's id says nothing about who they are until the shop vouched for them.
  return destination.kind === 'visitor' ? 0 : 1;
}

/** The kind of a ticket's pinned address, told by its form. */
export function addressFrom(value: string | null): Address | null {
  if (!value) return null;
  if (value.includes('@')) return { kind: 'email', value };
  if (/^[a-z]+:/.test(value)) return { kind: 'account', value };
  return { kind: /^\+?\d{6,}$/.test(value) ? 'phone' : 'visitor', value };
}
