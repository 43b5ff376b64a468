import { defineProcedure } from '../document';
import { fromArticles } from './slots';

export const policyQuestion = defineProcedure({
  name: 'policy-question',
  title: 'Questions that an article answers',
  intents: ['return_policy', 'payment_methods', 'warranty'],
  tools: ['search_articles'],
  reason: 'product_question',
  slots: {},
  steps: fromArticles,
});
