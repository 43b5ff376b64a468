import type { HandoffReason } from '../tools/handoff-reasons';
import type { Intent } from '../understand/understanding';

/** Why a person takes over a wish that no procedure may work. */
const REASONS: Partial<Record<Intent, HandoffReason>> = {
  cancel_order: 'cancel',
  change_items: 'change_order',
  change_address: 'change_order',
  change_payment: 'payment',
  return: 'return',
  exchange: 'return',
  refund: 'refund',
  refund_status: 'refund',
  missing_parcel: 'missing_parcel',
  missing_item: 'damaged_or_wrong',
  damaged_or_wrong: 'damaged_or_wrong',
  discount_code: 'payment',
  price_match: 'payment',
  payment_problem: 'payment',
  payment_methods: 'payment',
  invoice: 'payment',
  points_balance: 'account',
  points_missing: 'account',
  redeem_reward: 'account',
  account: 'account',
  delete_account: 'account',
  newsletter: 'account',
  delivery_info: 'product_question',
  return_policy: 'product_question',
  product_question: 'product_question',
  stock_question: 'product_question',
  warranty: 'product_question',
  place_order: 'product_question',
  complaint: 'complaint',
  human: 'human_requested',
  smalltalk: 'smalltalk',
};

export const reasonFor = (intent: Intent): HandoffReason => REASONS[intent] ?? 'other';

/** Handoffs in which the person is helped by the order's state, ready to send. */
const WITH_FACTS: ReadonlySet<HandoffReason> = new Set<HandoffReason>([
  'refund',
  'return',
  'cancel',
  'change_order',
  'missing_parcel',
  'damaged_or_wrong',
  'complaint',
  'condition',
  'several_requests',
]);
/** Handoffs in which any ready text would be the wrong one. */
const WITHOUT_DRAFT: ReadonlySet<HandoffReason> = new Set<HandoffReason>([
  'safety',
  'legal',
  'injection',
  'unknown_language',
  'smalltalk',
  'no_reply_needed',
]);

export const wantsFacts = (reason: HandoffReason): boolean => WITH_FACTS.has(reason);
export const wantsDraft = (reason: HandoffReason): boolean => !WITHOUT_DRAFT.has(reason);
