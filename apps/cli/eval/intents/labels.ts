import type { Intent } from '@satchel/ai';

/** What each label of the measured shops means in our intents; a label without any is one that nothing of ours fits. */
export const LABELS: Record<string, readonly Intent[]> = {
  REFUNDS_RETURNS_REPLACEMENTS: ['refund', 'refund_status', 'return', 'exchange', 'return_policy'],
  RETURN_EXCHANGE: ['refund', 'refund_status', 'return', 'exchange', 'return_policy'],
  CANCEL_ORDER: ['cancel_order'],
  MODIFY_ADDRESS: ['change_address'],
  ORDER_STATUS: ['where_is_my_order'],
  ORDER_QUERY: ['where_is_my_order'],
  DELAY_IN_PARCEL: ['where_is_my_order'],
  DELAY_IN_DELIVERY: ['where_is_my_order'],
  RESUME_DELIVERY: ['delivery_info', 'where_is_my_order'],
  CHECK_PINCODE: ['delivery_info'],
  INTERNATIONAL_SHIPPING: ['delivery_info'],
  MODES_OF_PAYMENTS: ['payment_methods'],
  EMI: ['payment_methods'],
  COD: ['payment_methods'],
  PAYMENT_AND_BILL: ['payment_problem', 'invoice', 'payment_methods'],
  RECOMMEND_PRODUCT: ['product_question', 'stock_question'],
  ORIGINAL_PRODUCT: ['product_question'],
  EXPIRY_DATE: ['product_question'],
  SIDE_EFFECT: ['product_question'],
  IMMUNITY: ['product_question', 'stock_question'],
  MATTRESS_COST: ['product_question', 'discount_code'],
  PRODUCT_VARIANTS: ['product_question', 'stock_question'],
  WHAT_SIZE_TO_ORDER: ['product_question'],
  ORTHO_FEATURES: ['product_question'],
  ERGO_FEATURES: ['product_question'],
  COMPARISON: ['product_question'],
  ABOUT_SOF_MATTRESS: ['product_question'],
  PILLOWS: ['product_question', 'stock_question'],
  SIZE_CUSTOMIZATION: ['product_question', 'change_items'],
  '100_NIGHT_TRIAL_OFFER': ['return_policy', 'return'],
  WARRANTY: ['warranty'],
  OFFERS: ['discount_code'],
  OFFERS_AND_REFERRALS: ['discount_code'],
  ORDER_TAKING: ['place_order', 'product_question'],
  LEAD_GEN: ['place_order', 'product_question'],
  SIGN_UP: ['account'],
  PORTAL_ISSUE: ['account'],
  CHAT_WITH_AGENT: ['human'],
  CHAT_WITH_AN_AGENT: ['human'],
  CALL_CENTER: ['human'],
  CONTACT_NUMBER: ['human'],
  REFUND_OF_ADDED_CASH: ['refund', 'refund_status'],
  REFUND_OF_WRONG_AMOUNT: ['refund', 'refund_status'],
  DEDUCTED_AMOUNT_NOT_RECEIVED: ['payment_problem', 'refund_status'],
  ACCOUNT_BALANCE_DEDUCTED: ['payment_problem'],
  CHANGE_MOBILE_NUMBER: ['account'],
  VERIFY_EMAIL: ['account'],
  VERIFY_MOBILE: ['account'],
  ACCOUNT_NOT_VERIFIED: ['account'],
  ACCOUNT_RESET: ['account', 'delete_account'],
  NO_EMAIL_CONFIRMATION: ['account'],
  POINTS_NOT_UPDATED: ['points_missing'],
  GREETINGS_DAY: ['smalltalk'],
  APPRECIATION: ['smalltalk'],
  THANKS: ['smalltalk'],
  CRITICISM: ['complaint'],
  FEEDBACK: ['complaint'],
};

/** Labels that lead to a change in the shop, once the customer has confirmed. */
const WRITES = new Set(['REFUNDS_RETURNS_REPLACEMENTS', 'RETURN_EXCHANGE', 'CANCEL_ORDER', 'MODIFY_ADDRESS']);
/** Labels that neither change nor answer anything: people, forms and small talk. */
const NEITHER = new Set([
  ...['CHAT_WITH_AGENT', 'CHAT_WITH_AN_AGENT', 'CALL_CENTER', 'CONTACT_NUMBER', 'CONSULT_START', 'USER_GOAL_FORM'],
  ...['START_OVER', 'GREETINGS_DAY', 'APPRECIATION', 'THANKS', 'CRITICISM', 'FEEDBACK', 'LEAD_GEN', 'ORDER_TAKING'],
  ...[
    'REFUND_OF_ADDED_CASH',
    'REFUND_OF_WRONG_AMOUNT',
    'CHANGE_MOBILE_NUMBER',
    'DELETE_PAN_CARD',
    'CHANGE_BANK_ACCOUNT',
  ],
  ...['CHANGE_PROFILE_TEAM_DETAILS', 'ACCOUNT_RESET', 'PORTAL_ISSUE', 'PRESENCE', 'FAKE_TEAMS'],
]);
export const OUT_OF_SCOPE = 'out of scope';

export type Kind = 'write' | 'read' | 'neither';

export function kindOf(label: string): Kind {
  if (WRITES.has(label)) return 'write';
  return label === OUT_OF_SCOPE || NEITHER.has(label) ? 'neither' : 'read';
}

export const WRITE_INTENTS: ReadonlySet<Intent> = new Set<Intent>([
  ...(['cancel_order', 'refund', 'change_address', 'return', 'exchange', 'change_items', 'change_payment'] as const),
  ...(['redeem_reward', 'skip_delivery', 'change_subscription', 'cancel_subscription', 'delete_account'] as const),
]);

export function intentsOf(label: string): readonly Intent[] {
  return LABELS[label] ?? [];
}
