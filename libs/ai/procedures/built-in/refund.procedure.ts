import { defineProcedure } from '../document';
import { anOrder, itsLines, settle } from './slots';

export const refundRequest = defineProcedure({
  name: 'refund',
  title: 'Money back',
  intents: ['refund'],
  tools: ['find_orders', 'order_lines', 'refund'],
  reason: 'refund',
  slots: { order: anOrder({ fact: 'order.payment', is: ['paid', 'partially_refunded'] }), lines: itsLines },
  steps: [
    { do: 'need', slot: 'order' },
    {
      do: 'check',
      branches: [
        {
          when: { fact: 'order.payment', is: 'refunded' },
          steps: [{ do: 'say', tell: 'order', end: true }],
        },
        {
          when: {
            all: [
              { fact: 'order.sent', is: false },
              { fact: 'order.cancelled', is: false },
            ],
          },
          // Nothing has left yet: the order is stopped, and the money goes back with it.
          steps: [
            { do: 'propose', action: 'cancel_order', with: { order: { slot: 'order' }, reason: { words: 'wish' } } },
            ...settle,
            { do: 'say', end: true },
          ],
        },
      ],
    },
    { do: 'need', slot: 'lines' },
    {
      do: 'propose',
      action: 'refund',
      with: { order: { slot: 'order' }, lines: { lines: 'lines' }, reason: { words: 'wish' } },
    },
    ...settle,
  ],
});
