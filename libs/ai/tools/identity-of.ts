import type { Address, Assurance, ToolBinding } from './tool';

/** Who acts: how sure that is, and the addresses it holds for. */
export interface ProvenIdentity {
  level: Assurance;
  addresses: Address[];
}

/**
 * What the channel proves, or what was proven in the conversation, whichever is more; never both mixed: an order number
 * that matches says who that order's customer is, and nothing about the address somebody writes from.
 */
export function identityOf({ assurance, destination, verifiedAddresses, stepUp }: ToolBinding): ProvenIdentity {
  if (stepUp && stepUp.level > assurance) return { level: stepUp.level, addresses: stepUp.addresses };
  if (!destination || assurance === 0) return { level: assurance, addresses: [] };
  return { level: assurance, addresses: assurance >= 2 ? [destination, ...verifiedAddresses] : [destination] };
}

/** Mail addresses that are proven to be theirs: what a programme or a subscription service is asked by. */
export function provenEmails(binding: ToolBinding): string[] {
  const { level, addresses } = identityOf(binding);
  if (level < 2) return [];
  const emails = addresses.flatMap(({ kind, value }) => (kind === 'email' ? [value.trim().toLowerCase()] : []));
  return [...new Set(emails)];
}
