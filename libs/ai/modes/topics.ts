import type { AiMode, AiTier, AiTopic } from '@satchel/contracts';
import { AI_TOPICS } from '@satchel/contracts';
import type { Intent } from '../understand/understanding';

interface Topic {
  title: string;
  tier: AiTier;
  /** What holds until its owner says otherwise; `trusted`: from the first day, since each fact of it is proven by the gate. */
  mode: AiMode;
  trusted: boolean;
  intents: readonly Intent[];
}

export const TOPICS: Record<AiTopic, Topic> = {
  order_status: topic('Where is my order', 'R', 'auto', true, ['where_is_my_order']),
  delivery: topic('Delivery times and costs', 'K', 'auto', true, ['delivery_info']),
  shop_questions: topic('Policies of the shop', 'K', 'auto', true, [
    'return_policy',
    'payment_methods',
    'warranty',
    'newsletter',
    'place_order',
  ]),
  product_questions: topic('Questions about products', 'K', 'auto', true, ['product_question', 'stock_question']),
  refund_status: topic('Where is my refund', 'R', 'auto', true, ['refund_status']),
  points: topic('Points', 'R', 'auto', true, ['points_balance', 'points_missing']),
  invoices: topic('Invoices', 'R', 'auto', true, ['invoice']),
  cancellations: topic('Cancel an order', 'W1', 'auto', false, ['cancel_order']),
  order_changes: topic('Change an order', 'W1', 'auto', false, ['change_items', 'change_address', 'change_payment']),
  returns: topic('Returns and exchanges', 'W1', 'auto', true, ['return', 'exchange']),
  rewards: topic('Redeem rewards', 'W1', 'auto', true, ['redeem_reward']),
  subscriptions: topic('Subscriptions', 'W1', 'auto', false, [
    'skip_delivery',
    'change_subscription',
    'cancel_subscription',
  ]),
  refunds: topic('Refunds', 'W2', 'auto', false, ['refund']),
  discounts: topic('Discounts and prices', 'W2', 'approve', false, ['discount_code', 'price_match']),
  problems: topic('Missing, damaged or wrong goods', 'W2', 'approve', false, [
    'missing_parcel',
    'missing_item',
    'damaged_or_wrong',
  ]),
  payments: topic('Payments', 'W2', 'approve', false, ['payment_problem']),
  accounts: topic('Accounts and personal data', 'W3', 'draft', false, ['account', 'delete_account']),
  other: topic('Everything else', 'X', 'draft', false, ['complaint', 'human', 'smalltalk', 'other']),
};

/** The share of judged replies that must be right, at the lower end of its interval, before nobody looks at them any more. */
export const TARGETS: Record<AiTier, number> = { R: 0.97, K: 0.95, W1: 0.98, W2: 0.995, W3: 1, X: 1, S: 0.95 };
/** So few say nothing, however right they are. */
export const NEEDED = 30;
/** Never automatic, whatever anybody sets: what cannot be mended is a person's. */
export const PEOPLE_ONLY: readonly AiTier[] = ['W3', 'X'];

const byIntent = new Map<string, AiTopic>(
  AI_TOPICS.flatMap((name) => TOPICS[name].intents.map((intent) => [intent, name] as const)),
);

/** A wish that nobody knows is everything else. */
export function topicOf(intent: string | null): AiTopic {
  return byIntent.get(intent ?? '') ?? 'other';
}

function topic(title: string, tier: AiTier, mode: AiMode, trusted: boolean, intents: readonly Intent[]): Topic {
  return { title, tier, mode, trusted, intents };
}
