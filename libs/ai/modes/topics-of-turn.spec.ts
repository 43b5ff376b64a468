import { topicOfAction, topicsOfTurn } from './topics-of-turn';

describe('what a turn was about', () => {
  it('is what is proposed, whatever is wanted beside it, and else what was looked up', () => {
    const lookUps = ['find_orders', 'order_lines'];
    const of = (actions: string[], intents: (string | null)[], tools = lookUps) =>
      topicsOfTurn({ actions, intents, lookUps: tools });
    expect(of(['refund'], ['refund'])).toEqual(['refunds']);
    expect(of([], ['where_is_my_order', 'cancel_order'])).toEqual(['order_status', 'cancellations']);
    expect(of([], [null])).toEqual(['order_status']);
    expect(of([], [], ['points', 'search_articles'])).toEqual(['points', 'shop_questions']);
  });

  it('is nobody’s when it tells nothing, or when the customer complains', () => {
    expect(topicsOfTurn({ actions: [], intents: [null], lookUps: [] })).toEqual(['other']);
    expect(topicsOfTurn({ actions: [], intents: ['complaint'], lookUps: ['find_orders'] })).toEqual(['other']);
    expect(topicOfAction('delete_everything')).toBe('other');
  });
});
