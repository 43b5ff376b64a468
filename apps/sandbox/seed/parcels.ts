import { DAY, HOUR } from './clock';
import type { Address, Parcel, ParcelStep, Scan } from './world.types';

/** Every parcel leaves from the shop's warehouse. */
export const warehouse = { city: 'Venlo', countryCode: 'NL' };
const hub = { city: 'Köln', countryCode: 'DE' };

/** Where returns go. */
export const warehouseAddress: Address = {
  firstName: 'Fernhill',
  lastName: 'Returns',
  address1: 'Columbusweg 12',
  address2: 'Dock 4',
  zip: '5928 LA',
  city: warehouse.city,
  province: null,
  provinceCode: null,
  country: 'Netherlands',
  countryCode: warehouse.countryCode,
  phone: null,
};

/** Where each step is scanned, given where the parcel goes. */
export function placeOf(step: ParcelStep, to: Address): Pick<Scan, 'city' | 'countryCode'> {
  if (step === 'label_created') return { city: null, countryCode: warehouse.countryCode };
  if (step === 'picked_up') return warehouse;
  if (step === 'in_transit') return hub;
  if (step === 'returned') return warehouse;
  return { city: to.city, countryCode: to.countryCode };
}

/** Where a parcel on its way back is scanned: at the warehouse, or where it was last. */
export function scanHome(parcel: Parcel, step: ParcelStep): Pick<Scan, 'city' | 'countryCode'> {
  if (step === 'arrived' || step === 'out_for_delivery' || step === 'delivered') return warehouse;
  const { city, countryCode } = lastScan(parcel);
  return { city, countryCode };
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

/** What is left of an ordinary journey, none of it before `from`. */
export function journeyAhead(scans: Scan[], labelAt: Date, to: Address, from: Date): Scan[] {
  const reached = scans.at(-1)?.step ?? 'label_created';
  const ahead = journeyTo('delivered', labelAt, to).slice(journey.indexOf(reached) + 1);
  const late = Math.max(0, from.getTime() - (ahead[0]?.at.getTime() ?? 0));
  return ahead.map((scan) => ({ ...scan, at: new Date(scan.at.getTime() + late) }));
}

export function lastScan(parcel: Parcel): Scan {
  const scan = parcel.scans.at(-1);
  if (!scan) throw new Error(`parcel ${parcel.number} was never scanned`);
  return scan;
}

/** Adds one scan, later than every one before; a hitch moves the delivery to the day after. */
export function addScan(parcel: Parcel, scan: Scan): void {
  const at = new Date(Math.max(scan.at.getTime(), lastScan(parcel).at.getTime() + 60_000));
  parcel.scans.push({ ...scan, at });
  if (scan.step === 'attempted' || scan.step === 'exception') {
    parcel.rescheduled = true;
    parcel.estimatedDelivery = new Date(Math.max(at.getTime(), parcel.estimatedDelivery?.getTime() ?? 0) + DAY);
  }
  parcel.updatedAt = at;
}

export function deliveredAt(parcel: Parcel): Date | null {
  return parcel.scans.find((scan) => scan.step === 'delivered')?.at ?? null;
}
