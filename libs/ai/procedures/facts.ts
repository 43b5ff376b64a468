import type { OrderFacts } from '../tools/order-facts';
import type { FactValue } from './condition';

/** What conditions may ask about, and what kind of answer each gives. */
export const FACTS: Record<string, { kind: 'text' | 'number' | 'yes_no'; says: string; values?: readonly string[] }> = {
  'order.fulfilment': {
    kind: 'text',
    says: 'How far the order is sent',
    values: ['unfulfilled', 'partial', 'fulfilled', 'on_hold', 'cancelled'],
  },
  'order.payment': {
    kind: 'text',
    says: 'How the order stands paid',
    values: [
      'pending',
      'authorized',
      'paid',
      'partially_paid',
      'partially_refunded',
      'refunded',
      'voided',
      'failed',
      'unknown',
    ],
  },
  'order.cancelled': { kind: 'yes_no', says: 'The order is cancelled' },
  'order.sent': { kind: 'yes_no', says: 'The order, or a part of it, has left' },
  'order.delivered': { kind: 'yes_no', says: 'Every parcel of it is delivered' },
  'order.open': { kind: 'yes_no', says: 'It is still on its way to the customer' },
  'order.refunded': { kind: 'yes_no', says: 'Something of it was paid back' },
  'order.trouble': { kind: 'yes_no', says: 'The carrier reports a problem, or the parcel comes back' },
  'articles.found': { kind: 'number', says: 'Passages of articles that were found' },
  'products.found': { kind: 'number', says: 'Products that were found' },
  'refunds.found': { kind: 'number', says: 'Refunds of the order' },
  'points.known': { kind: 'yes_no', says: 'The loyalty programme knows the customer' },
  'rewards.affordable': { kind: 'number', says: 'Rewards that the points are enough for' },
  'discount.works': { kind: 'yes_no', says: 'The discount code works' },
  'action.state': {
    kind: 'text',
    says: 'What became of the last action',
    values: ['done', 'denied', 'cannot', 'awaiting_approval', 'uncertain'],
  },
  'action.offer': { kind: 'yes_no', says: 'The rules want something offered instead' },
  'customer.assurance': { kind: 'number', says: 'How sure it is who writes, 0 to 3' },
  'message.heat': { kind: 'number', says: 'Anger, 0 to 1' },
};

const UNDELIVERED = new Set(['delivered', 'returned']);

/** Whether it is still on its way: neither cancelled, paid back nor delivered. */
export function isOpen(order: OrderFacts): boolean {
  if (order.cancelledAt || order.fulfilment === 'cancelled') return false;
  if (order.payment === 'refunded' || order.payment === 'voided') return false;
  if (order.fulfilment !== 'fulfilled') return true;
  return order.shipments.length === 0 || order.shipments.some((shipment) => !UNDELIVERED.has(shipment.status));
}

export function orderFact(order: OrderFacts, fact: string): FactValue {
  const { shipments } = order;
  switch (fact) {
    case 'order.fulfilment':
      return order.fulfilment;
    case 'order.payment':
      return order.payment;
    case 'order.cancelled':
      return order.cancelledAt !== null || order.fulfilment === 'cancelled';
    case 'order.sent':
      return order.fulfilment === 'fulfilled' || order.fulfilment === 'partial';
    case 'order.delivered':
      return shipments.length > 0 && shipments.every(({ status }) => status === 'delivered');
    case 'order.open':
      return isOpen(order);
    case 'order.refunded':
      return order.refunded.amount > 0;
    case 'order.trouble':
      return shipments.some(({ status }) => status === 'exception' || status === 'returned');
    default:
      return null;
  }
}
