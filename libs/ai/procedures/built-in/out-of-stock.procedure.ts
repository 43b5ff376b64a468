import { defineProcedure } from '../document';

export const outOfStock = defineProcedure({
  name: 'out-of-stock',
  title: 'Is it in stock',
  intents: ['stock_question', 'place_order'],
  tools: ['find_products'],
  reason: 'product_question',
  slots: {},
  steps: [
    { do: 'look_up', tool: 'find_products', with: { query: { words: 'wish' } } },
    {
      do: 'check',
      branches: [{ when: { fact: 'products.found', atLeast: 1 }, steps: [{ do: 'say', tell: 'products' }] }],
      otherwise: [{ do: 'hand_over', reason: 'product_question' }],
    },
  ],
});
