import { defineProcedure } from '../document';

export const deliveryTime = defineProcedure({
  name: 'delivery-time',
  title: 'How long delivery takes, and what it costs',
  intents: ['delivery_info'],
  tools: ['search_articles'],
  reason: 'product_question',
  slots: {},
  steps: [
    { do: 'look_up', tool: 'search_articles', with: { query: { words: 'wish' } } },
    {
      do: 'check',
      branches: [
        {
          when: { fact: 'articles.found', atLeast: 1 },
          steps: [
            { do: 'say', tell: 'articles' },
            { do: 'say', words: 'helps' },
          ],
        },
      ],
      otherwise: [{ do: 'hand_over', reason: 'product_question' }],
    },
  ],
});
