import { defineProcedure } from '../document';
import { anOrder, settle } from './slots';

export const invoiceCopy = defineProcedure({
  name: 'invoice',
  title: 'The confirmation or invoice once more',
  intents: ['invoice'],
  tools: ['find_orders', 'resend_confirmation'],
  reason: 'payment',
  slots: { order: anOrder() },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'propose', action: 'resend_confirmation', with: { order: { slot: 'order' } } },
    ...settle,
  ],
});
