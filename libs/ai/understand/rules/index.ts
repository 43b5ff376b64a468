import type { Language } from '../../text/language';
import type { Intent } from '../understanding';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { nl } from './nl';
import type { Known, Rules } from './rules';

export const RULES: Record<Language, Rules> = { en, de, nl, fr, es };

/** Where both are found, the first is meant: "where is my refund" is no refund and no parcel. */
const OVER: readonly [Known, readonly Known[]][] = [
  ['points_missing', ['points_balance', 'missing_item', 'missing_parcel', 'where_is_my_order', 'redeem_reward']],
  ['redeem_reward', ['points_balance', 'exchange']],
  ['points_balance', ['where_is_my_order']],
  ['refund_status', ['refund', 'where_is_my_order', 'payment_problem', 'missing_parcel']],
  ['return_policy', ['return', 'refund', 'exchange', 'cancel_order', 'refund_status', 'warranty']],
  ['cancel_subscription', ['cancel_order', 'change_subscription', 'newsletter', 'delete_account']],
  ['skip_delivery', ['where_is_my_order', 'change_subscription', 'cancel_order', 'delivery_info']],
  ['change_subscription', ['change_items', 'skip_delivery']],
  ['delete_account', ['account', 'cancel_order', 'newsletter', 'change_address']],
  ['newsletter', ['account']],
  ['missing_parcel', ['where_is_my_order', 'missing_item', 'change_address']],
  ['damaged_or_wrong', ['where_is_my_order', 'missing_item']],
  ['missing_item', ['where_is_my_order']],
  ['discount_code', ['payment_methods', 'stock_question']],
  ['price_match', ['stock_question', 'delivery_info']],
  ['change_payment', ['payment_methods', 'change_items', 'account']],
  ['payment_problem', ['payment_methods', 'place_order', 'delivery_info']],
  ['change_address', ['change_items', 'delivery_info', 'account', 'where_is_my_order']],
  ['exchange', ['return', 'change_items', 'stock_question', 'product_question']],
  ['return', ['where_is_my_order', 'product_question']],
  ['cancel_order', ['place_order', 'where_is_my_order']],
  ['human', ['place_order', 'where_is_my_order', 'account']],
  ['invoice', ['where_is_my_order', 'place_order']],
  ['warranty', ['damaged_or_wrong']],
  ['payment_methods', ['place_order', 'stock_question']],
  ['delivery_info', ['where_is_my_order', 'stock_question', 'product_question']],
  ['stock_question', ['where_is_my_order', 'product_question']],
  ['change_items', ['product_question', 'place_order']],
];

/** The intents that the rules find in a sentence or a part of one, the specific ones only. */
export function intentsByRule(folded: string, language: Language): Known[] {
  const found = new Set<Known>();
  for (const [intent, pattern] of Object.entries(RULES[language]) as [Known, RegExp][])
    if (pattern.test(folded)) found.add(intent);
  for (const [specific, general] of OVER) if (found.has(specific)) for (const one of general) found.delete(one);
  return [...found];
}

/** A report of these asks for help by itself: nobody tells a shop that a parcel is late without wanting it found. */
const REPORTABLE = new Set<Intent>([
  'where_is_my_order',
  'missing_parcel',
  'missing_item',
  'damaged_or_wrong',
  'payment_problem',
  'points_missing',
  'refund_status',
  'discount_code',
  'account',
  'price_match',
  'complaint',
]);
export function asksByReport(intent: Intent): boolean {
  return REPORTABLE.has(intent);
}
