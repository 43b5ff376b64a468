import { defineProcedure } from '../document';
import { anOrder, open, settle, unlessTooLate } from './slots';

export const changeAddress = defineProcedure({
  name: 'change-address',
  title: 'Send an order to another address',
  intents: ['change_address'],
  tools: ['find_orders', 'change_address'],
  reason: 'change_order',
  slots: {
    order: anOrder(open),
    address: { kind: 'address', from: ['words', 'answer'], ask: 'ask_address' },
  },
  steps: [
    { do: 'need', slot: 'order' },
    unlessTooLate('change_order'),
    { do: 'need', slot: 'address' },
    {
      do: 'propose',
      action: 'change_address',
      with: { order: { slot: 'order' }, address: { slot: 'address' } },
    },
    ...settle,
  ],
});
