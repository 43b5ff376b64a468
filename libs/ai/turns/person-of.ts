import { addressFrom } from '../identity/assurance';
import type { KnownPerson } from '../privacy/pseudonyms';
import type { Scene } from './turn.queries';

/** What is known of the customer and may not leave the house as it is. */
export function personOf({ customerName, customerAddress, verified }: Scene): Partial<KnownPerson> {
  const addresses = [...(customerAddress ? [addressFrom(customerAddress)] : []), ...verified].flatMap(
    (one) => one ?? [],
  );
  const of = (kind: string): string[] => addresses.flatMap((one) => (one.kind === kind ? [one.value] : []));
  return { names: [customerName], emails: of('email'), phones: of('phone') };
}
