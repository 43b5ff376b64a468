import { MINUTE } from '../clock';
import { placeOf, warehouse } from '../parcels';
import type { Random } from '../random';
import { dhlNumber, fedexNumber, upsNumber, uspsNumber } from '../tracking-number';
import type { Address, Carrier, ParcelStep, Scan } from '../world.types';

/** Hours from one step of an ordinary journey to the next, near by; far countries take longer between the hubs. */
const legs: [ParcelStep, number][] = [
  ['picked_up', 6],
  ['in_transit', 13],
  ['arrived', 24],
  ['out_for_delivery', 8],
  ['delivered', 5],
];
const far: Record<string, number> = { US: 3.5, CA: 3.5, GB: 1.6, SE: 1.5, ES: 1.4, PL: 1.3, IE: 1.5 };

export type Hitch = 'none' | 'attempted' | 'exception';

/** A whole journey from its label to the door, with the one hitch that was asked for. */
export function plannedJourney(labelAt: Date, to: Address, random: Random, hitch: Hitch = 'none'): Scan[] {
  const scans: Scan[] = [{ step: 'label_created', at: labelAt, ...placeOf('label_created', to) }];
  let at = labelAt.getTime();
  const add = (step: ParcelStep, hours: number) => {
    at += Math.round(hours * random.between(80, 125) * 0.6) * MINUTE;
    scans.push({ step, at: new Date(at), ...placeOf(step, to) });
  };
  for (const [step, hours] of legs) {
    if (step === 'out_for_delivery' && hitch === 'exception') add('exception', 9);
    if (step === 'delivered' && hitch === 'attempted') {
      add('attempted', 6);
      add('out_for_delivery', 20);
    }
    const late = step === 'out_for_delivery' && hitch === 'exception' ? 60 : 0;
    add(step, late + hours * (step === 'arrived' ? (far[to.countryCode] ?? 1) : 1));
  }
  return scans;
}

/** The way back to the warehouse, from `labelAt` to its arrival; the last scan is the delivery. */
export function journeyBack(labelAt: Date, arrivesAt: Date, from: Address): Scan[] {
  const whole = arrivesAt.getTime() - labelAt.getTime();
  const home = { city: from.city, countryCode: from.countryCode };
  const at = (share: number) => new Date(labelAt.getTime() + Math.round(whole * share));
  return [
    { step: 'label_created', at: labelAt, city: null, countryCode: from.countryCode },
    { step: 'picked_up', at: at(0.35), ...home },
    { step: 'in_transit', at: at(0.6), ...home },
    { step: 'arrived', at: at(0.85), ...warehouse },
    { step: 'delivered', at: arrivesAt, ...warehouse },
  ];
}

export function carrierFor(to: Address, random: Random): Carrier {
  if (to.countryCode === 'US') return random.pick(['FEDEX', 'FEDEX', 'USPS', 'USPS', 'UPS']);
  if (to.countryCode === 'GB') return random.pick(['DHL', 'UPS', 'FEDEX']);
  return random.pick(['UPS', 'UPS', 'UPS', 'DHL', 'DHL', 'FEDEX']);
}

/** Numbers of one kind never meet, as every parcel has its own serial. */
export function trackingNumber(carrier: Carrier, serial: number): string {
  if (carrier === 'FEDEX') return fedexNumber(27_400_000_000 + serial * 6_113);
  if (carrier === 'USPS') return uspsNumber(1_000_000 + serial * 137);
  if (carrier === 'DHL') return dhlNumber(421_000_000 + serial * 911);
  return upsNumber('9R4F17', '68', 1_000_000 + serial * 97);
}
