import { defineProcedure } from '../document';
import { anOrder, itsLines, itsMethod, itsVariant, returnReason, settle } from './slots';

export const exchangeItems = defineProcedure({
  name: 'exchange',
  title: 'Exchange for another size or colour',
  intents: ['exchange'],
  tools: ['find_orders', 'order_lines', 'exchange'],
  reason: 'return',
  slots: {
    order: anOrder({ fact: 'order.cancelled', is: false }),
    lines: itsLines,
    variant: { ...itsVariant, same: true },
    why: { ...returnReason, otherwise: 'other' },
    method: itsMethod,
  },
  steps: [
    { do: 'need', slot: 'order' },
    {
      do: 'check',
      branches: [
        {
          when: { fact: 'order.cancelled', is: true },
          steps: [{ do: 'say', words: 'cancelled_no_return', end: true }],
        },
        {
          // Not sent yet: nothing has to travel back, the order itself is changed.
          when: { fact: 'order.sent', is: false },
          steps: [
            { do: 'need', slot: 'lines' },
            { do: 'need', slot: 'variant' },
            { do: 'need', slot: 'method' },
            {
              do: 'propose',
              action: 'change_items',
              with: {
                order: { slot: 'order' },
                lines: { swap: 'variant', lines: 'lines' },
                paymentMethodId: { slot: 'method' },
              },
            },
            ...settle,
            { do: 'say', end: true },
          ],
        },
      ],
    },
    { do: 'need', slot: 'lines' },
    { do: 'need', slot: 'variant' },
    { do: 'need', slot: 'why' },
    { do: 'need', slot: 'method' },
    {
      do: 'propose',
      action: 'exchange',
      with: {
        order: { slot: 'order' },
        lines: { lines: 'lines', reason: 'why' },
        wanted: { wanted: 'variant', lines: 'lines' },
        refundTo: { slot: 'method' },
      },
    },
    ...settle,
  ],
});
