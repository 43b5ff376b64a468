import { defineProcedure } from '../document';
import { anOrder, itsLines, settle } from './slots';

export const addToRefund = defineProcedure({
  name: 'add-to-refund',
  title: 'One more item on a refund',
  intents: ['custom:add-to-refund'],
  tools: ['find_orders', 'order_lines', 'refund'],
  reason: 'refund',
  slots: {
    order: anOrder({ fact: 'order.refunded', is: true }),
    lines: { ...itsLines, from: ['words', 'answer'] },
  },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'need', slot: 'lines' },
    {
      do: 'propose',
      action: 'refund',
      with: { order: { slot: 'order' }, lines: { lines: 'lines' }, reason: { words: 'wish' } },
    },
    ...settle,
  ],
});
