import { defineProcedure } from '../document';

export const productQuestion = defineProcedure({
  name: 'product-question',
  title: 'A question about a product',
  intents: ['product_question'],
  tools: ['search_articles'],
  reason: 'product_question',
  slots: {},
  steps: [
    // What a product is like stands in the shop's own words, or a person knows.
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
