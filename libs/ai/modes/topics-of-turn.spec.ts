import { topicOfAction, topicsOfTurn } from './topics-of-turn';

describe('what a turn was about', () => {
  it('is what is proposed, before what was asked and what was looked up', () => {
    const lookUps = ['find_orders', 'order_lines'];
    expect(topicsOfTurn({ actions: ['refund'], intent: 'where_is_my_order', lookUps })).toEqual(['refunds']);
    expect(topicsOfTurn({ actions: [], intent: 'cancel_order', lookUps })).toEqual(['cancellations']);
    expect(topicsOfTurn({ actions: [], intent: null, lookUps })).toEqual(['order_status']);
    expect(topicsOfTurn({ actions: [], intent: null, lookUps: ['points', 'search_articles'] })).toEqual([
      'points',
      'shop_questions',
    ]);
  });

  it('is nobody’s when it tells nothing, or when the customer complains', () => {
    expect(topicsOfTurn({ actions: [], intent: null, lookUps: [] })).toEqual(['other']);
    expect(topicsOfTurn({ actions: [], intent: 'complaint', lookUps: ['find_orders'] })).toEqual(['other']);
    expect(topicOfAction('delete_everything')).toBe('other');
  });
});
