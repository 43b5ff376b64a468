import { defineProcedure } from '../document';
import { anOrder, itsLines, itsMethod, itsVariant, settle } from './slots';

export const changeItems = defineProcedure({
  name: 'change-items',
  title: 'Change items, upgrade, downgrade',
  intents: ['change_items'],
  tools: ['find_orders', 'order_lines', 'change_items'],
  reason: 'change_order',
  slots: {
    order: anOrder({
      all: [
        { fact: 'order.sent', is: false },
        { fact: 'order.cancelled', is: false },
      ],
    }),
    lines: itsLines,
    variant: itsVariant,
    method: itsMethod,
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
  ],
});
