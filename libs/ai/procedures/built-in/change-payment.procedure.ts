import { defineProcedure } from '../document';
import { anOrder, open, settle, unlessTooLate } from './slots';

export const changePayment = defineProcedure({
  name: 'change-payment',
  title: 'Another payment method for an order',
  intents: ['change_payment'],
  tools: ['find_orders', 'change_payment'],
  reason: 'payment',
  slots: {
    order: anOrder(open),
    // The action knows which of the methods on file is meant; none of them is named here.
    method: { kind: 'text', from: ['answer'], ask: 'ask_payment' },
  },
  steps: [
    { do: 'need', slot: 'order' },
    unlessTooLate('payment'),
    { do: 'need', slot: 'method' },
    {
      do: 'propose',
      action: 'change_payment',
      with: { order: { slot: 'order' }, paymentMethodId: { slot: 'method' } },
    },
    ...settle,
  ],
});
