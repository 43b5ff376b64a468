import type { Payment } from '@satchel/connectors';
import type { OrderBody, RefundBody } from '@satchel/contracts';

/**
 * The shop's refunds with what the payment service knows of each: the same sum, made nearest to the same time. What only
 * the service knows stands there, too: somebody gave money back past the shop.
 */
export function withPayments(order: OrderBody, payments: readonly Payment[]): OrderBody {
  const open = payments.flatMap((payment) => payment.refunds);
  if (open.length === 0) return order;
  const refunds = order.refunds.map((refund): RefundBody => {
    const place = nearest(refund, open);
    const [told] = place === -1 ? [] : open.splice(place, 1);
    return told ? { ...refund, status: told.status, reference: told.reference ?? refund.reference } : refund;
  });
  const all = [...refunds, ...open].sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
  return { ...order, refunds: all };
}

function nearest(refund: RefundBody, among: readonly RefundBody[]): number {
  const apart = (other: RefundBody): number => Math.abs(Date.parse(other.createdAt) - Date.parse(refund.createdAt));
  return among.reduce((best, other, place) => {
    const fits = other.amount.amount === refund.amount.amount && other.amount.currency === refund.amount.currency;
    const soFar = among[best];
    return fits && (!soFar || apart(other) < apart(soFar)) ? place : best;
  }, -1);
}
