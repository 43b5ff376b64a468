import { wilson } from '@satchel/kernel';

/** A decision made in silence beside what a person then did. */
export interface Shadow {
  score: number;
  correct: boolean;
}

/** Share of right decisions that an intent needs before the classifier alone may act on it: reads, knowledge, writes, money. */
const TARGETS = { read: 0.97, knowledge: 0.95, write: 0.98, money: 0.995 };
const TIERS: Record<string, keyof typeof TARGETS> = {
  where_is_my_order: 'read',
  refund_status: 'read',
  points_balance: 'read',
  points_missing: 'read',
  invoice: 'read',
  delivery_info: 'knowledge',
  return_policy: 'knowledge',
  payment_methods: 'knowledge',
  product_question: 'knowledge',
  stock_question: 'knowledge',
  warranty: 'knowledge',
  newsletter: 'knowledge',
  smalltalk: 'knowledge',
  refund: 'money',
  price_match: 'money',
  damaged_or_wrong: 'money',
  missing_parcel: 'money',
  missing_item: 'money',
};

export function targetOf(intent: string): number {
  return TARGETS[TIERS[intent] ?? 'write'];
}

/**
 * The lowest score at which the lower end of the interval of right decisions reaches the target. Null, and so never by the
 * classifier alone, while the shop's own data does not show it: a threshold from anywhere else promises too much.
 */
export function thresholdOf(shadows: readonly Shadow[], target: number): number | null {
  const sorted = [...shadows].sort((a, b) => b.score - a.score);
  let hits = 0;
  let lowest: number | null = null;
  sorted.forEach(({ score, correct }, at) => {
    if (correct) hits += 1;
    // Equal scores stand or fall together.
    if (sorted[at + 1]?.score === score) return;
    if (wilson(hits, at + 1).low >= target) lowest = score;
  });
  return lowest;
}
