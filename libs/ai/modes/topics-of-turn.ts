import type { AiTopic } from '@satchel/contracts';
import { TOPICS, topicOf } from './topics';

const BY_ACTION: Record<string, AiTopic> = {
  cancel_order: 'cancellations',
  change_address: 'order_changes',
  change_items: 'order_changes',
  change_payment: 'order_changes',
  start_return: 'returns',
  exchange: 'returns',
  refund: 'refunds',
  create_discount: 'discounts',
  grant_points: 'discounts',
  redeem_reward: 'rewards',
  skip_subscription: 'subscriptions',
  reschedule_subscription: 'subscriptions',
  swap_subscription: 'subscriptions',
  cancel_subscription: 'subscriptions',
  resend_confirmation: 'invoices',
};
const BY_LOOK_UP: Record<string, AiTopic> = {
  find_orders: 'order_status',
  order_lines: 'order_status',
  track_shipment: 'order_status',
  refund_status: 'refund_status',
  points: 'points',
  subscriptions: 'subscriptions',
  find_products: 'product_questions',
  search_articles: 'shop_questions',
};

/** What nobody thought of is careful by itself: `other` never answers without a person. */
export function topicOfAction(action: string): AiTopic {
  return BY_ACTION[action] ?? 'other';
}

/**
 * What a turn was about, the most telling first: what is proposed or was done, then what the customer wants as we read
 * it ourselves, then what was looked up. All of them have to allow it before a reply goes out by itself.
 */
export function topicsOfTurn(turn: {
  actions: readonly string[];
  /** What the engine worked on and what else the customer wants, as far as anybody knows. */
  intents: readonly (string | null)[];
  lookUps: readonly string[];
}): AiTopic[] {
  const told = turn.actions.map(topicOfAction);
  const wanted = turn.intents.map(topicOf).filter((topic) => topic !== 'other');
  const all = [...new Set([...told, ...wanted])];
  if (all.length > 0) return all;
  if (turn.intents.some((intent) => TOPICS.other.intents.some((known) => known === intent))) return ['other'];
  const found = turn.lookUps.flatMap((tool) => BY_LOOK_UP[tool] ?? []);
  return found.length > 0 ? [...new Set(found)] : ['other'];
}
