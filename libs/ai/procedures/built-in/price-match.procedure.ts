import { defineProcedure } from '../document';
import { anOrder } from './slots';

export const priceMatch = defineProcedure({
  name: 'price-match',
  title: 'Cheaper elsewhere, or cheaper since',
  intents: ['price_match'],
  tools: ['find_orders', 'order_lines'],
  reason: 'payment',
  slots: { order: anOrder() },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'look_up', tool: 'order_lines', with: { orderNumber: { slot: 'order' } } },
    { do: 'say', tell: 'lines' },
    { do: 'hand_over', reason: 'payment', words: 'colleague' },
  ],
});
