import { defineProcedure } from '../document';
import { anOrder, settle } from './slots';

export const changePayment = defineProcedure({
  name: 'change-payment',
  title: 'Another payment method for an order',
  intents: ['change_payment'],
  tools: ['find_orders', 'change_payment'],
  reason: 'payment',
  slots: {
    order: anOrder({
      all: [
        { fact: 'order.sent', is: false },
        { fact: 'order.cancelled', is: false },
      ],
    }),
    // The action knows which of the methods on file is meant; none of them is named here.
    method: { kind: 'text', from: ['answer'], ask: 'ask_payment' },
  },
  steps: [
    { do: 'need', slot: 'order' },
    {
      do: 'check',
      branches: [
        { when: { fact: 'order.cancelled', is: true }, steps: [{ do: 'say', words: 'already_cancelled', end: true }] },
        {
          when: { fact: 'order.sent', is: true },
          steps: [{ do: 'hand_over', reason: 'payment', words: 'sent_no_change' }],
        },
      ],
    },
    { do: 'need', slot: 'method' },
    {
      do: 'propose',
      action: 'change_payment',
      with: { order: { slot: 'order' }, paymentMethodId: { slot: 'method' } },
    },
    ...settle,
  ],
});
