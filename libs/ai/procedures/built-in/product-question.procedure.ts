import { defineProcedure } from '../document';
import { fromArticles } from './slots';

export const productQuestion = defineProcedure({
  name: 'product-question',
  title: 'A question about a product',
  intents: ['product_question'],
  tools: ['search_articles'],
  reason: 'product_question',
  slots: {},
  steps: fromArticles,
});
