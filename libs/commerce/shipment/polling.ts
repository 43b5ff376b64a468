import type { ShipmentStatus } from '@satchel/contracts';

const MINUTE_MS = 60_000;

/** How long a carrier's answer is good for. Carriers count requests, and a parcel is scanned a few times a day. */
const GOOD_FOR_MS: Partial<Record<ShipmentStatus, number>> = {
  out_for_delivery: 10 * MINUTE_MS,
  delivered: 24 * 60 * MINUTE_MS,
  returned: 24 * 60 * MINUTE_MS,
};
const UNDERWAY_MS = 30 * MINUTE_MS;
/** A number is often printed before the carrier hears of the parcel. */
const UNKNOWN_NUMBER_MS = 10 * MINUTE_MS;

export function goodFor(status: ShipmentStatus | null): number {
  return status === null ? UNKNOWN_NUMBER_MS : (GOOD_FOR_MS[status] ?? UNDERWAY_MS);
}

/** Nothing happens to such a parcel any more; the carrier need not be asked. */
export function isOver(status: ShipmentStatus): boolean {
  return status === 'delivered' || status === 'returned';
}
