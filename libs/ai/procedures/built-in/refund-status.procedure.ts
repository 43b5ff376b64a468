import { defineProcedure } from '../document';
import { anOrder } from './slots';

export const refundStatus = defineProcedure({
  name: 'refund-status',
  title: 'Where is my refund',
  intents: ['refund_status'],
  tools: ['find_orders', 'refund_status'],
  reason: 'refund',
  slots: {
    order: anOrder({
      any: [
        { fact: 'order.refunded', is: true },
        { fact: 'order.cancelled', is: true },
      ],
    }),
  },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'look_up', tool: 'refund_status', with: { order: { slot: 'order' } } },
    { do: 'say', tell: 'refunds' },
  ],
});
