import { defineProcedure } from '../document';
import { anOrder, settle } from './slots';

export const changeAddress = defineProcedure({
  name: 'change-address',
  title: 'Send an order to another address',
  intents: ['change_address'],
  tools: ['find_orders', 'change_address'],
  reason: 'change_order',
  slots: {
    order: anOrder({
      all: [
        { fact: 'order.sent', is: false },
        { fact: 'order.cancelled', is: false },
      ],
    }),
    address: { kind: 'address', from: ['words', 'answer'], ask: 'ask_address' },
  },
  steps: [
    { do: 'need', slot: 'order' },
    {
      do: 'check',
      branches: [
        { when: { fact: 'order.cancelled', is: true }, steps: [{ do: 'say', words: 'already_cancelled', end: true }] },
        {
          when: { fact: 'order.sent', is: true },
          steps: [{ do: 'hand_over', reason: 'change_order', words: 'sent_no_change' }],
        },
      ],
    },
    { do: 'need', slot: 'address' },
    {
      do: 'propose',
      action: 'change_address',
      with: { order: { slot: 'order' }, address: { slot: 'address' } },
    },
    ...settle,
  ],
});
