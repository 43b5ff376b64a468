import type { CommerceAdapter } from '../../../port';
import { plainStatus, type Statuses } from '../orders/statuses';
import { shipmentsIn } from '../orders/shipments.mapper';
import { CLOSED } from '../woocommerce.words';
import type { OrderWrite, Target } from './order-write';

/** Changes of their own, or nobody's to set: setting "refunded" would write a refund without paying one. */
const NOT_BY_HAND = new Set(['cancelled', 'refunded', 'checkout-draft', 'trash']);
/** For keys whose user may not ask the shop. */
const USUAL = new Map([
  ['pending', 'Pending payment'],
  ['processing', 'Processing'],
  ['on-hold', 'On hold'],
  ['completed', 'Completed'],
  ['failed', 'Failed'],
]);

export function statusChange(setter: OrderWrite, statuses: Statuses): NonNullable<CommerceAdapter['status']> {
  const choices = async (): Promise<{ id: string; label: string }[]> => {
    const labels = await statuses.labels();
    const all = [...(labels.size > 0 ? labels : USUAL)].filter(([id]) => !NOT_BY_HAND.has(id));
    return all.map(([id, label]) => ({ id, label }));
  };
  const target = (status: string): Target => ({
    kind: 'status',
    body: () => ({ status }),
    stands: (order) => plainStatus(order.status) === status,
    refusal: async () =>
      (await choices()).some(({ id }) => id === status) ? null : `This shop has no order status "${status}" to set`,
    words: 'the status is set',
  });
  return {
    choices,
    perform: ({ orderId, status }, write) => setter.perform(orderId, target(status), write),
    find: ({ orderId, status }, key) => setter.find(orderId, target(status), key),
  };
}

const cancelled: Target = {
  kind: 'cancel',
  body: () => ({ status: 'cancelled' }),
  stands: (order) => plainStatus(order.status) === 'cancelled',
  refusal: ({ order }) => {
    const status = plainStatus(order.status);
    if (status === 'cancelled') return 'This order is cancelled already';
    if (status === 'completed' || shipmentsIn(order).length > 0)
      return 'This order has left the shop already and cannot be cancelled';
    return CLOSED.has(status) ? `This order is ${status} already and cannot be cancelled` : null;
  },
  words: 'the order is cancelled',
};

/**
 * Cancelling is a status like any other. WooCommerce pays nothing back with it, always puts the goods on the shelf again and
 * mails whom its own settings name: `restock` and `notify` have no place in the request, and `reason` stays with us, since
 * an order has none that customers do not see.
 */
export function cancelChange(setter: OrderWrite): NonNullable<CommerceAdapter['cancel']> {
  return {
    perform: ({ orderId }, write) => setter.perform(orderId, cancelled, write),
    find: ({ orderId }, key) => setter.find(orderId, cancelled, key),
  };
}
