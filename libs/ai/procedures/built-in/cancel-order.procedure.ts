import { defineProcedure } from '../document';
import { anOrder, settle } from './slots';

export const cancelOrder = defineProcedure({
  name: 'cancel-order',
  title: 'Cancel an order',
  intents: ['cancel_order'],
  tools: ['find_orders', 'cancel_order'],
  reason: 'cancel',
  slots: {
    order: anOrder({
      all: [
        { fact: 'order.cancelled', is: false },
        { fact: 'order.sent', is: false },
      ],
    }),
  },
  steps: [
    { do: 'need', slot: 'order' },
    {
      do: 'check',
      branches: [
        { when: { fact: 'order.cancelled', is: true }, steps: [{ do: 'say', words: 'already_cancelled', end: true }] },
        {
          when: { fact: 'order.fulfilment', is: 'partial' },
          steps: [{ do: 'hand_over', reason: 'cancel', words: 'sent_no_change' }],
        },
        { when: { fact: 'order.sent', is: true }, steps: [{ do: 'say', words: 'sent_no_cancel', end: true }] },
      ],
    },
    { do: 'propose', action: 'cancel_order', with: { order: { slot: 'order' }, reason: { words: 'wish' } } },
    ...settle,
  ],
});
