import { defineProcedure } from '../document';
import { anOrder, itsLines, itsMethod, itsVariant, open, settle, unlessTooLate } from './slots';

export const changeItems = defineProcedure({
  name: 'change-items',
  title: 'Change items, upgrade, downgrade',
  intents: ['change_items'],
  tools: ['find_orders', 'order_lines', 'change_items'],
  reason: 'change_order',
  slots: {
    order: anOrder(open),
    lines: itsLines,
    variant: itsVariant,
    method: itsMethod,
  },
  steps: [
    { do: 'need', slot: 'order' },
    unlessTooLate('change_order'),
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
