import { DAY } from '../seed/clock';
import { journeyTo, lastScan } from '../seed/parcels';
import { upsNumber } from '../seed/tracking-number';
import { shippedQuantity, total, type World } from '../seed/world';
import type { Parcel, ParcelStep, ShopOrder } from '../seed/world.types';

export const STEPS: ParcelStep[] = [
  'label_created',
  'picked_up',
  'in_transit',
  'arrived',
  'out_for_delivery',
  'attempted',
  'exception',
  'delivered',
  'returned',
];

const next: Partial<Record<ParcelStep, ParcelStep>> = {
  label_created: 'picked_up',
  picked_up: 'in_transit',
  in_transit: 'arrived',
  arrived: 'out_for_delivery',
  out_for_delivery: 'delivered',
  attempted: 'out_for_delivery',
  exception: 'in_transit',
};

/** The step asked for; without one, what would happen next. */
export function stepOf(parcel: Parcel, status: string | undefined): ParcelStep | undefined {
  if (status === undefined) return next[lastScan(parcel).step];
  return STEPS.find((step) => step === status);
}

export interface Fulfil {
  trackingNumber?: string;
  carrier?: Parcel['carrier'];
  /** Places of the order's lines, from 0; all that are left when absent. */
  lines?: number[];
}

/** Ships what is left (or the named lines) of an order: a fulfilment, and a parcel with a fresh label. */
export function fulfilOrder(world: World, order: ShopOrder, body: Fulfil): string | null {
  if (order.cancelledAt) return 'the order is cancelled';
  const left = order.lines
    .map((line) => ({ line, quantity: line.quantity - shippedQuantity(order, line) }))
    .filter((entry, place) => entry.quantity > 0 && (body.lines === undefined || body.lines.includes(place)));
  if (left.length === 0) return 'nothing is left to ship';
  const now = world.now();
  const number = body.trackingNumber ?? upsNumber('999AA1', '01', 7_000_000 + world.parcels.size);
  const to = order.customer.address;
  world.parcels.set(number, {
    number,
    carrier: body.carrier ?? 'UPS',
    to,
    scans: journeyTo('label_created', now, to),
    estimatedDelivery: new Date(now.getTime() + 3 * DAY),
    rescheduled: false,
  });
  order.fulfilments.push({
    id: world.id(),
    name: `#${order.number}.${order.fulfilments.length + 1}`,
    createdAt: now,
    lines: left,
    trackingNumber: number,
  });
  order.onHold = false;
  order.updatedAt = now;
  return null;
}

export function cancelOrder(world: World, order: ShopOrder): string | null {
  if (order.cancelledAt) return 'the order is already cancelled';
  if (order.fulfilments.length > 0) return 'the order has shipped';
  order.cancelledAt = world.now();
  order.updatedAt = order.cancelledAt;
  order.cancelReason = 'CUSTOMER';
  order.financial = 'REFUNDED';
  order.refunded = total(order);
  for (const line of order.lines) line.currentQuantity = 0;
  return null;
}

/** `amount` as "12.50"; the whole rest when absent. */
export function refundOrder(world: World, order: ShopOrder, amount: string | undefined): string | null {
  const rest = total(order) - order.refunded;
  const cents = amount === undefined ? rest : Math.round(Number(amount) * 100);
  if (!Number.isFinite(cents) || cents <= 0 || cents > rest) return `only ${(rest / 100).toFixed(2)} is left to refund`;
  order.refunded += cents;
  order.financial = order.refunded === total(order) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  order.updatedAt = world.now();
  return null;
}
