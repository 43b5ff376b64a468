import type { Store } from './store';
import { lastScan } from './parcels';
import type { Cents, Line, OrderState, ShopOrder } from './world.types';

/** Of the lines, before codes and shipping. */
export function subtotal(order: ShopOrder): Cents {
  return order.lines.reduce((sum, line) => sum + line.quantity * line.price, 0);
}

/** What the customer was asked for. */
export function total(order: ShopOrder): Cents {
  return subtotal(order) - order.discounted + order.shipping;
}

/** The tax within the total. */
export function taxOf(order: ShopOrder): Cents {
  return Math.round(total(order) - total(order) / (1 + order.taxRate / 100));
}

export function isPaid(order: ShopOrder): boolean {
  return order.financial !== 'PENDING' && order.financial !== 'AUTHORIZED' && order.financial !== 'VOIDED';
}

/** What can still be paid back. */
export function refundable(order: ShopOrder): Cents {
  return isPaid(order) ? total(order) - order.refunded : 0;
}

/** What one piece of a line cost, after its share of the codes. */
export function paidFor(order: ShopOrder, line: Line, quantity: number): Cents {
  const sum = subtotal(order);
  const share = sum === 0 ? 0 : order.discounted / sum;
  return Math.floor(line.price * quantity * (1 - share));
}

export function shippedQuantity(order: ShopOrder, line: Line): number {
  let sum = 0;
  for (const { lines } of order.fulfilments) for (const entry of lines) if (entry.line === line) sum += entry.quantity;
  return sum;
}

/** Pieces that are on a return which was not declined or cancelled. */
export function returningQuantity(order: ShopOrder, line: Line): number {
  return order.returns
    .filter((one) => one.status !== 'declined' && one.status !== 'cancelled')
    .flatMap((one) => one.lines)
    .reduce((sum, entry) => (entry.line === line ? sum + entry.quantity : sum), 0);
}

export type FulfilmentState = 'FULFILLED' | 'PARTIALLY_FULFILLED' | 'UNFULFILLED' | 'ON_HOLD';

export function fulfilmentState(order: ShopOrder): FulfilmentState {
  const wanted = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const shipped = order.lines.reduce((sum, line) => sum + shippedQuantity(order, line), 0);
  if (order.onHold && shipped === 0) return 'ON_HOLD';
  if (shipped === 0) return 'UNFULFILLED';
  return shipped < wanted ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
}

function wholeIsBack(order: ShopOrder): boolean {
  const back = order.returns.filter((one) => one.status === 'received' || one.status === 'refunded');
  const pieces = back.flatMap((one) => one.lines).reduce((sum, entry) => sum + entry.quantity, 0);
  return pieces > 0 && pieces >= order.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** The one word for where an order stands; money goes before parcels. */
export function stateOfOrder(store: Store, order: ShopOrder): OrderState {
  if (order.cancelledAt) return 'cancelled';
  if (wholeIsBack(order)) return 'returned';
  if (order.financial === 'REFUNDED') return 'refunded';
  if (order.financial === 'PARTIALLY_REFUNDED') return 'partly_refunded';
  if (order.financial === 'AUTHORIZED') return 'authorised';
  if (!isPaid(order)) return 'unpaid';
  const shipped = fulfilmentState(order);
  if (shipped === 'ON_HOLD') return 'on_hold';
  if (shipped === 'UNFULFILLED') return 'paid';
  if (shipped === 'PARTIALLY_FULFILLED') return 'partly_shipped';
  const steps = order.fulfilments.flatMap((one) => {
    const parcel = store.parcel(one.trackingNumber);
    return parcel ? [lastScan(parcel).step] : [];
  });
  if (steps.some((step) => step === 'exception' || step === 'attempted' || step === 'returned')) return 'exception';
  return steps.every((step) => step === 'delivered') ? 'delivered' : 'shipped';
}
