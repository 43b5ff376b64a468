import { defineProcedure } from '../document';
import { fromArticles } from './slots';

export const deliveryTime = defineProcedure({
  name: 'delivery-time',
  title: 'How long delivery takes, and what it costs',
  intents: ['delivery_info'],
  tools: ['search_articles'],
  reason: 'product_question',
  slots: {},
  steps: fromArticles,
});
