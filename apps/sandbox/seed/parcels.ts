import { DAY, HOUR } from './clock';
import type { Address, Parcel, ParcelStep, Scan } from './world.types';

/** Every parcel leaves from the shop's warehouse. */
export const warehouse = { city: 'Venlo', countryCode: 'NL' };
const hub = { city: 'Köln', countryCode: 'DE' };

/** Where each step is scanned, given where the parcel goes. */
export function placeOf(step: ParcelStep, to: Address): Pick<Scan, 'city' | 'countryCode'> {
  if (step === 'label_created') return { city: null, countryCode: warehouse.countryCode };
  if (step === 'picked_up') return warehouse;
  if (step === 'in_transit') return hub;
  if (step === 'returned') return warehouse;
  return { city: to.city, countryCode: to.countryCode };
}

const journey: ParcelStep[] = ['label_created', 'picked_up', 'in_transit', 'arrived', 'out_for_delivery', 'delivered'];
/** Hours after the label at which each step of an ordinary journey happens. */
const hours: Record<string, number> = {
  label_created: 0,
  picked_up: 6,
  in_transit: 19,
  arrived: 43,
  out_for_delivery: 49,
  delivered: 54,
};

/** An ordinary journey that began at `labelAt` and has got as far as `reached`. */
export function journeyTo(reached: ParcelStep, labelAt: Date, to: Address): Scan[] {
  const steps = journey.slice(0, journey.indexOf(reached) + 1);
  return steps.map((step) => ({
    step,
    at: new Date(labelAt.getTime() + (hours[step] ?? 0) * HOUR),
    ...placeOf(step, to),
  }));
}

export function lastScan(parcel: Parcel): Scan {
  const scan = parcel.scans.at(-1);
  if (!scan) throw new Error(`parcel ${parcel.number} was never scanned`);
  return scan;
}

/** Moves a parcel one scan on, as the carrier's driver would; later than every scan before. */
export function scanParcel(parcel: Parcel, step: ParcelStep, now: Date, description?: string): void {
  const at = new Date(Math.max(now.getTime(), lastScan(parcel).at.getTime() + 60_000));
  parcel.scans.push({ step, at, ...placeOf(step, parcel.to), ...(description ? { description } : {}) });
  if (step === 'attempted' || step === 'exception') {
    parcel.rescheduled = true;
    parcel.estimatedDelivery = new Date(Math.max(at.getTime(), parcel.estimatedDelivery?.getTime() ?? 0) + DAY);
  }
}

export function deliveredAt(parcel: Parcel): Date | null {
  return parcel.scans.find((scan) => scan.step === 'delivered')?.at ?? null;
}
