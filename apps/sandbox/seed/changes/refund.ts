import { addRefund, allOf } from '../build/payments';
import { settleFinancial } from '../build/returns';
import { DAY } from '../clock';
import { arrivalReference } from '../gateway-ids';
import { takeBack } from '../loyalty';
import { isPaid, paidFor, refundable, total } from '../order-sums';
import type { World } from '../world';
import type { Cents, Line, Refund, ShopOrder } from '../world.types';
import { Refused, type Outcome } from './refused';
import { changePoints } from './points';

export interface RefundInput {
  /** What to pay back; without lines and amount, all that is left. */
  lines?: { line: Line; quantity: number; restock?: boolean }[];
  /** Together with lines: instead of what the lines cost. */
  amount?: Cents;
  shipping?: Cents;
  reason?: string | null;
  note?: string | null;
  key?: string | null;
  /** Days until it reaches the bank; the gateway's usual time when absent. */
  settlesAfterDays?: number;
}

/** Pays money back. A second call pays a second time, as far as there is money left: idempotency is the vendor's. */
export function refund(world: World, order: ShopOrder, input: RefundInput = {}): Outcome<Refund> {
  if (!isPaid(order)) return new Refused('wrong_state', 'the order is not paid');
  const rest = refundable(order);
  const lines = input.lines?.map((entry) => ({ restock: true, ...entry })) ?? [];
  const over = lines.find(({ line, quantity }) => quantity < 1 || quantity > line.currentQuantity);
  if (over)
    return new Refused('too_much', `only ${over.line.currentQuantity} of ${over.line.variant.sku} are left to refund`);
  const whole = input.amount === undefined && input.lines === undefined ? allOf(order, false) : null;
  const shipping = whole?.shipping ?? input.shipping ?? 0;
  const goods = lines.reduce((sum, { line, quantity }) => sum + paidFor(order, line, quantity), 0);
  const amount = whole?.amount ?? input.amount ?? goods + shipping;
  if (!Number.isInteger(amount) || amount <= 0 || amount > rest)
    return new Refused(rest === 0 ? 'nothing_left' : 'too_much', `only ${(rest / 100).toFixed(2)} is left to refund`);

  const at = world.now();
  const { reason = null, note = null, key = null, settlesAfterDays } = input;
  const settlesAt = settlesAfterDays === undefined ? undefined : new Date(at.getTime() + settlesAfterDays * DAY);
  const made = addRefund(
    world,
    order,
    { at, amount, lines: whole ? [] : lines, shipping, reason, note, key, settlesAt },
    world.random,
    at,
  );
  settleFinancial(order);
  const points = takeBack(world, order, amount / total(order), at);
  for (const { line, quantity, restock } of made.lines) {
    if (!restock) continue;
    line.variant.stock += quantity;
    world.changed('product', line.product);
  }
  world.effect('refund', `#${order.number}`, amount, key);
  world.changed('refund', made, 'created');
  world.changed('payment', order.payment, 'refunded');
  world.changed('order', order, 'refunded');
  if (points) changePoints(world, points);
  return made;
}

/** The refund reaches the customer's bank, or does not. */
export function settleRefund(world: World, made: Refund, at: Date, failed = false): Outcome<Refund> {
  if (made.status !== 'pending') return new Refused('already_done', 'the refund is settled');
  made.status = failed ? 'failed' : 'succeeded';
  made.settledAt = at;
  if (failed) {
    made.failureReason = 'expired_or_canceled_card';
    made.order.refunded -= made.amount;
    made.order.financial = made.order.refunded > 0 ? 'PARTIALLY_REFUNDED' : 'PAID';
    for (const { line, quantity } of made.lines) line.currentQuantity += quantity;
    world.changed('order', made.order, 'updated', at);
  } else made.arrivalReference = arrivalReference(world.random);
  world.effect('refund_settled', `#${made.order.number}`, made.amount, made.key, at);
  world.changed('refund', made, failed ? 'failed' : 'settled', at);
  return made;
}
