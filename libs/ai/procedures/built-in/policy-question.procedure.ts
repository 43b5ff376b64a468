import { defineProcedure } from '../document';

export const policyQuestion = defineProcedure({
  name: 'policy-question',
  title: 'Questions that an article answers',
  intents: ['return_policy', 'payment_methods', 'warranty'],
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
