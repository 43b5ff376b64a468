import { journeyBack, trackingNumber } from '../build/journeys';
import { DAY } from '../clock';
import { paidFor, returningQuantity, shippedQuantity } from '../order-sums';
import { addScan, warehouse, warehouseAddress } from '../parcels';
import type { World } from '../world';
import type { Cents, Line, Return, ReturnReason, ShopOrder } from '../world.types';
import { refund } from './refund';
import { Refused, type Outcome } from './refused';

/** How long a parcel back usually takes. */
const WAY_BACK = 5 * DAY;

export interface ReturnInput {
  lines: { line: Line; quantity: number; reason?: ReturnReason; note?: string | null }[];
  key?: string | null;
}

/** Asks for a return of what has shipped and is not on its way back already. */
export function createReturn(world: World, order: ShopOrder, { lines, key = null }: ReturnInput): Outcome<Return> {
  if (lines.length === 0) return new Refused('invalid', 'a return has lines');
  for (const { line, quantity } of lines) {
    const left = Math.min(shippedQuantity(order, line), line.currentQuantity) - returningQuantity(order, line);
    if (quantity < 1 || quantity > left)
      return new Refused('too_much', `only ${Math.max(0, left)} of ${line.variant.sku} can come back`);
  }
  const now = world.now();
  const made: Return = world.returns.add({
    id: world.id(),
    name: `#${order.number}-R${order.returns.length + 1}`,
    order,
    status: 'requested',
    lines: lines.map(({ line, quantity, reason = 'changed_mind', note = null }) => ({ line, quantity, reason, note })),
    trackingNumber: null,
    requestedAt: now,
    approvedAt: null,
    receivedAt: null,
    refundedAt: null,
    declineReason: null,
    refund: null,
    key,
    updatedAt: now,
  });
  order.returns.push(made);
  world.effect('return_requested', `#${order.number}`, null, key);
  world.changed('return', made, 'created');
  world.changed('order', order);
  return made;
}

/** Says yes, and makes the label for the way back. */
export function approveReturn(world: World, one: Return, key: string | null = null): Outcome<Return> {
  if (one.status !== 'requested') return new Refused('wrong_state', `the return is ${one.status}`);
  const now = world.now();
  const arrivesAt = new Date(now.getTime() + WAY_BACK);
  const journey = journeyBack(now, arrivesAt, one.order.shippingAddress);
  const parcel = world.addParcel({
    number: trackingNumber('UPS', 90_000 + world.serial()),
    carrier: 'UPS',
    orderNumber: one.order.number,
    direction: 'return',
    to: warehouseAddress,
    weightGrams: one.lines.reduce((sum, { line, quantity }) => sum + line.variant.weightGrams * quantity, 0),
    scans: journey.slice(0, 1),
    ahead: journey.slice(1),
    estimatedDelivery: arrivesAt,
    rescheduled: false,
    updatedAt: now,
  });
  Object.assign(one, { status: 'approved', approvedAt: now, trackingNumber: parcel.number });
  world.returns.index(one);
  world.effect('return_approved', one.name, null, key);
  world.changed('parcel', parcel, 'created');
  world.changed('return', one, 'approved');
  world.changed('order', one.order);
  return one;
}

/** The goods are back in the warehouse, and in stock again. */
export function receiveReturn(world: World, one: Return, key: string | null = null): Outcome<Return> {
  if (one.status !== 'approved') return new Refused('wrong_state', `the return is ${one.status}`);
  const now = world.now();
  Object.assign(one, { status: 'received', receivedAt: now });
  const parcel = world.parcel(one.trackingNumber);
  if (parcel && parcel.ahead.length > 0) {
    parcel.ahead = [];
    addScan(parcel, { step: 'delivered', at: now, ...warehouse });
    world.changed('parcel', parcel, 'delivered');
  }
  for (const { line, quantity } of one.lines) {
    line.variant.stock += quantity;
    world.changed('product', line.product);
  }
  world.effect('return_received', one.name, null, key);
  world.changed('return', one, 'received');
  world.changed('order', one.order);
  return one;
}

/** Pays a received return back. */
export function refundReturn(
  world: World,
  one: Return,
  input: { amount?: Cents; key?: string | null } = {},
): Outcome<Return> {
  if (one.status !== 'received') return new Refused('wrong_state', `the return is ${one.status}`);
  const lines = one.lines.map(({ line, quantity }) => ({ line, quantity, restock: false }));
  const amount = input.amount ?? lines.reduce((sum, { line, quantity }) => sum + paidFor(one.order, line, quantity), 0);
  const made = refund(world, one.order, { lines, amount, reason: 'return', key: input.key ?? null });
  if (made instanceof Refused) return made;
  Object.assign(one, { status: 'refunded', refundedAt: made.createdAt, refund: made });
  world.changed('return', one, 'refunded');
  return one;
}
