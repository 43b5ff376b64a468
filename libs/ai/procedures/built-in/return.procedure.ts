import { defineProcedure } from '../document';
import { anOrder, itsLines, itsMethod, returnReason, settle } from './slots';

export const returnItems = defineProcedure({
  name: 'return',
  title: 'Return something',
  intents: ['return'],
  tools: ['find_orders', 'order_lines', 'start_return'],
  reason: 'return',
  slots: {
    order: anOrder({
      all: [
        { fact: 'order.sent', is: true },
        { fact: 'order.cancelled', is: false },
      ],
    }),
    lines: itsLines,
    why: returnReason,
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
        { when: { fact: 'order.sent', is: false }, steps: [{ do: 'say', words: 'not_sent_yet', end: true }] },
      ],
    },
    { do: 'need', slot: 'lines' },
    { do: 'ask', slot: 'why' },
    { do: 'need', slot: 'method' },
    {
      do: 'propose',
      action: 'start_return',
      with: { order: { slot: 'order' }, lines: { lines: 'lines', reason: 'why' }, refundTo: { slot: 'method' } },
    },
    ...settle,
  ],
});
