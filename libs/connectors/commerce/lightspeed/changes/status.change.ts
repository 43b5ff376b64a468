import { ConnectorError, type CommerceAdapter } from '../../../port';
import { ORDER_STATUSES } from '../lightspeed.words';
import type { Shop } from '../shop';
import type { OrderStatus, Target } from './order-status';

const CUSTOM = /^custom:([1-9]\d*)$/;

/** An order's status: Lightspeed's own words by their names, the shop's by `custom:<id>`. */
export function statusChange(setter: OrderStatus, shop: Shop): NonNullable<CommerceAdapter['status']> {
  const choices = async () => [
    ...Object.entries(ORDER_STATUSES).map(([id, label]) => ({ id, label })),
    ...[...(await shop.customStatuses())].map(([id, label]) => ({ id: `custom:${id}`, label })),
  ];
  return {
    choices,
    perform: async ({ orderId, status }, write) => {
      if (!(await choices()).some((one) => one.id === status)) {
        throw new ConnectorError('rejected', 'This shop has no such order status');
      }
      return setter.perform(orderId, targetOf(status), write);
    },
    find: ({ orderId, status }, key) => setter.find(orderId, targetOf(status), key),
  };
}

function targetOf(status: string): Target {
  const custom = CUSTOM.exec(status)?.[1];
  return custom ? { field: 'customStatusId', value: custom } : { field: 'status', value: status };
}
