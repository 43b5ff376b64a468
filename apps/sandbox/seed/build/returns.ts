import { DAY, HOUR } from '../clock';
import { paidFor, total } from '../order-sums';
import { takeBack } from '../loyalty';
import { warehouseAddress } from '../parcels';
import type { Random } from '../random';
import type { Line, Return, ReturnLine, ReturnReason, ShopOrder } from '../world.types';
import type { Builder } from './builder';
import { carrierFor, journeyBack, trackingNumber } from './journeys';
import { addRefund, allOf, type RefundFields } from './payments';

const reasons: ReturnReason[] = [
  'too_small',
  'too_small',
  'too_large',
  'changed_mind',
  'not_as_described',
  'damaged',
  'wrong_item',
];
const notes: Partial<Record<ReturnReason, string>> = {
  damaged: 'The seam came open on the first walk.',
  wrong_item: 'This is not what I ordered.',
  not_as_described: 'The colour is much darker than in the picture.',
};
const DECLINED_SHARE = 0.08;

/** What the order says of its money once all its refunds are added up. */
export function settleFinancial(order: ShopOrder): void {
  if (order.refunded > 0) order.financial = order.refunded >= total(order) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

/** One refund in fifty fails first, as cards end; the second one gets there. */
export function payBack(build: Builder, order: ShopOrder, fields: RefundFields, random: Random): Return['refund'] {
  const { store, now } = build;
  const failed = random.next() < 0.02 && fields.at.getTime() < now.getTime() - 2 * DAY;
  if (failed) addRefund(store, order, { ...fields, status: 'failed' }, random, now);
  const at = failed ? new Date(fields.at.getTime() + DAY) : fields.at;
  const refund = addRefund(store, order, { ...fields, at }, random, now);
  settleFinancial(order);
  takeBack(store, order, refund.amount / total(order), at);
  order.updatedAt = new Date(Math.max(order.updatedAt.getTime(), refund.updatedAt.getTime()));
  return refund;
}

export interface WayBack {
  deliveredAt: Date;
  serial: number;
  /** Asked for within the last hours. */
  fresh: boolean;
}

/** A return that began some days after the delivery, as far as it has got by now. */
export function sendBack(build: Builder, order: ShopOrder, way: WayBack, random: Random): void {
  const { deliveredAt, serial, fresh } = way;
  const { store, now } = build;
  const after = (from: Date, hours: number) => new Date(from.getTime() + hours * HOUR);
  const whole = order.lines.length === 1 || random.next() < 0.5;
  const chosen = whole ? order.lines : [random.pick(order.lines)];
  const lines = chosen.map((line): ReturnLine => {
    const reason = random.pick(reasons);
    return { line, quantity: line.quantity, reason, note: notes[reason] ?? null };
  });
  const drawn = after(deliveredAt, random.between(20, 220));
  const requestedAt = fresh ? new Date(Math.max(now.getTime() - 5 * HOUR, deliveredAt.getTime())) : drawn;
  const decidedAt = after(requestedAt, fresh ? 20 : random.between(3, 40));
  const receivedAt = after(decidedAt, random.between(60, 150));
  const refundedAt = after(receivedAt, random.between(4, 48));
  const declined = random.next() < DECLINED_SHARE;
  if (requestedAt > now) return;

  const approved = decidedAt <= now && !declined;
  const one: Return = {
    id: store.id(),
    name: `#${order.number}-R1`,
    order,
    status: 'requested',
    lines,
    trackingNumber: null,
    requestedAt,
    approvedAt: approved ? decidedAt : null,
    receivedAt: approved && receivedAt <= now ? receivedAt : null,
    refundedAt: approved && refundedAt <= now ? refundedAt : null,
    declineReason: null,
    refund: null,
    key: null,
    updatedAt: requestedAt,
  };
  if (declined && decidedAt <= now)
    Object.assign(one, { status: 'declined', declineReason: 'Worn outdoors', updatedAt: decidedAt });
  if (approved) {
    one.trackingNumber = labelBack(build, order, lines, decidedAt, receivedAt, serial, random);
    one.status = one.refundedAt ? 'refunded' : one.receivedAt ? 'received' : 'approved';
    one.updatedAt = one.refundedAt ?? one.receivedAt ?? decidedAt;
  }
  order.returns.push(one);
  store.returns.add(one);
  order.updatedAt = new Date(Math.max(order.updatedAt.getTime(), one.updatedAt.getTime()));
  if (one.refundedAt) one.refund = payBack(build, order, { at: one.refundedAt, ...back(order, lines, whole) }, random);
}

function back(order: ShopOrder, lines: ReturnLine[], whole: boolean): Omit<RefundFields, 'at'> {
  if (whole) return { ...allOf(order, true), reason: 'return' };
  const amount = lines.reduce((sum, { line, quantity }) => sum + paidFor(order, line, quantity), 0);
  return {
    amount,
    lines: lines.map(({ line, quantity }: { line: Line; quantity: number }) => ({ line, quantity, restock: true })),
    reason: 'return',
  };
}

function labelBack(
  build: Builder,
  order: ShopOrder,
  lines: ReturnLine[],
  labelAt: Date,
  arrivesAt: Date,
  serial: number,
  random: Random,
): string {
  const { store, now } = build;
  const carrier = carrierFor(order.shippingAddress, random);
  const journey = journeyBack(labelAt, arrivesAt, order.shippingAddress);
  const scans = journey.filter((scan, step) => step === 0 || scan.at <= now);
  return store.addParcel({
    number: trackingNumber(carrier, serial),
    carrier,
    orderNumber: order.number,
    direction: 'return',
    to: warehouseAddress,
    weightGrams: lines.reduce((sum, { line, quantity }) => sum + line.variant.weightGrams * quantity, 0),
    scans,
    ahead: journey.slice(scans.length),
    estimatedDelivery: arrivesAt,
    rescheduled: false,
    updatedAt: scans.at(-1)?.at ?? labelAt,
  }).number;
}
