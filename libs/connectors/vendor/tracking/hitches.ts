import type { ShipmentStatus } from '@satchel/contracts';

/** What carriers that have one word for all trouble say beside it, in English. */
const HITCHES: readonly [RegExp, ShipmentStatus][] = [
  [/\breturn(ed|ing)? to (the )?(sender|shipper|seller)\b|\bon its way back\b/i, 'returned'],
  [
    /\b(delivery attempt|attempted (a )?delivery|attempted to deliver|another attempt|missed delivery|not at home|no one (was )?(at )?home)\b/i,
    'attempted',
  ],
  [
    /\b(customer|recipient|receiver|consignee) (was )?(not available|absent|not in|unavailable)\b|\bbusiness closed\b/i,
    'attempted',
  ],
  [
    /\b(ready|available|held|waiting) (for|at) (the )?(pick-?up|collection|post office|service ?point|packstation)/i,
    'available_for_pickup',
  ],
];
const ON_THE_VAN = /\bout for delivery\b|\bon (the |\w+ )?vehicle for delivery\b|\bwith (the )?(delivery )?courier\b/i;

/** What the words tell more than a status of "trouble" or "on its way"; the status itself when they tell nothing more. */
export function finerStatus(status: ShipmentStatus, words: string): ShipmentStatus {
  if (status === 'in_transit' && ON_THE_VAN.test(words)) return 'out_for_delivery';
  if (status !== 'exception' && status !== 'in_transit') return status;
  const told = HITCHES.find(([pattern]) => pattern.test(words))?.[1];
  // On its way, an attempt of yesterday is over.
  return told && !(status === 'in_transit' && told === 'attempted') ? told : status;
}
