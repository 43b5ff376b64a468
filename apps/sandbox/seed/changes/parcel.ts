import { trackingNumber } from '../build/journeys';
import { DAY, HOUR } from '../clock';
import { shippedQuantity } from '../order-sums';
import { addScan, journeyAhead, journeyTo, lastScan, placeOf, scanHome } from '../parcels';
import { upsNumber } from '../tracking-number';
import type { World } from '../world';
import type { Carrier, Fulfilment, Line, Parcel, ParcelStep, Scan, ShopOrder } from '../world.types';
import { Refused, type Outcome } from './refused';

const next: Partial<Record<ParcelStep, ParcelStep>> = {
  label_created: 'picked_up',
  picked_up: 'in_transit',
  in_transit: 'arrived',
  arrived: 'out_for_delivery',
  out_for_delivery: 'delivered',
  attempted: 'out_for_delivery',
  exception: 'in_transit',
};

export const nextStep = (parcel: Parcel): ParcelStep | undefined => next[lastScan(parcel).step];

export interface ShipInput {
  carrier?: Carrier;
  trackingNumber?: string;
  /** All that is left when absent. */
  lines?: { line: Line; quantity: number }[];
  key?: string | null;
}

/** Ships what is left (or the named lines) of an order: a fulfilment, and a parcel with a fresh label. */
export function ship(world: World, order: ShopOrder, input: ShipInput = {}): Outcome<Fulfilment> {
  if (order.cancelledAt) return new Refused('wrong_state', 'the order is cancelled');
  const left = (line: Line) => line.quantity - shippedQuantity(order, line);
  const lines = input.lines ?? order.lines.map((line) => ({ line, quantity: left(line) }));
  if (lines.some(({ line, quantity }) => quantity > left(line)))
    return new Refused('too_much', 'not that much is left to ship');
  const inside = lines.filter(({ quantity }) => quantity > 0);
  if (inside.length === 0) return new Refused('nothing_left', 'nothing is left to ship');
  const now = world.now();
  const carrier = input.carrier ?? 'UPS';
  const serial = world.serial();
  const fresh =
    carrier === 'UPS' ? upsNumber('999AA1', '01', 7_000_000 + serial) : trackingNumber(carrier, 70_000 + serial);
  const number = (input.trackingNumber ?? fresh).toUpperCase().replace(/\s/g, '');
  const to = order.shippingAddress;
  const scans = journeyTo('label_created', now, to);
  const parcel = world.addParcel({
    number,
    carrier,
    orderNumber: order.number,
    direction: 'outbound',
    to,
    weightGrams: inside.reduce((sum, { line, quantity }) => sum + line.variant.weightGrams * quantity, 0),
    scans,
    ahead: journeyAhead(scans, now, to, new Date(now.getTime() + HOUR)),
    estimatedDelivery: new Date(now.getTime() + 3 * DAY),
    rescheduled: false,
    updatedAt: now,
  });
  const name = `#${order.number}.${order.fulfilments.length + 1}`;
  const fulfilment = { id: world.id(), name, createdAt: now, updatedAt: now, lines: inside, trackingNumber: number };
  order.fulfilments.push(fulfilment);
  order.onHold = false;
  world.effect('ship', `#${order.number}`, null, input.key ?? null);
  world.changed('parcel', parcel, 'created');
  world.changed('order', order, 'shipped');
  return fulfilment;
}

/** Moves a parcel one scan on, now; what was still to come comes after it. */
export function scan(world: World, parcel: Parcel, step: ParcelStep, description?: string): Parcel {
  const now = world.now();
  addScan(parcel, { step, at: now, ...placeFor(parcel, step), ...(description ? { description } : {}) });
  const last = lastScan(parcel);
  const rest = parcel.ahead.findIndex((one) => one.step === step);
  const ended = step === 'delivered' || step === 'returned';
  const ahead = ended ? [] : parcel.ahead.slice(rest + 1);
  const late = Math.max(0, last.at.getTime() + HOUR - (ahead[0]?.at.getTime() ?? Infinity));
  parcel.ahead = ahead.map((one) => ({ ...one, at: new Date(one.at.getTime() + late) }));
  world.effect('scan', parcel.number);
  tell(world, parcel, last);
  return parcel;
}

/** The next scan of a parcel's own journey happens. */
export function scanAsPlanned(world: World, parcel: Parcel): void {
  const planned = parcel.ahead.shift();
  if (!planned) return;
  addScan(parcel, planned);
  tell(world, parcel, lastScan(parcel));
}

function placeFor(parcel: Parcel, step: ParcelStep): Pick<Scan, 'city' | 'countryCode'> {
  return parcel.direction === 'return' ? scanHome(parcel, step) : placeOf(step, parcel.to);
}

/** The shop hears of each scan from the carrier. */
function tell(world: World, parcel: Parcel, { step, at }: Scan): void {
  world.changed('parcel', parcel, step === 'delivered' ? 'delivered' : 'scanned', at);
  const order = parcel.orderNumber === null ? undefined : world.order(parcel.orderNumber);
  const fulfilment = order?.fulfilments.find((one) => one.trackingNumber === parcel.number);
  if (!order || !fulfilment) return;
  fulfilment.updatedAt = at;
  world.changed('order', order, step === 'delivered' ? 'delivered' : 'updated', at);
}
