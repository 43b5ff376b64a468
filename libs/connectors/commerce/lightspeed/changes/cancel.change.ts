import type { CommerceAdapter } from '../../../port';
import type { OrderStatus, Target } from './order-status';

/**
 * Cancelling is a status like any other. The shop puts the goods back and pays nothing back by itself; `reason` stays with
 * us, since an order has no place for it that customers do not see.
 */
export function cancelChange(setter: OrderStatus): NonNullable<CommerceAdapter['cancel']> {
  const target = (notify: boolean): Target => ({
    field: 'status',
    value: 'cancelled',
    ...(notify && { also: { doNotifyCancelled: true } }),
  });
  return {
    perform: ({ orderId, notify }, write) => setter.perform(orderId, target(notify), write),
    find: ({ orderId, notify }, key) => setter.find(orderId, target(notify), key),
  };
}
