/** What a tool takes: names that must be given, and names that may. */
export interface KnownTool {
  needs: readonly string[];
  may: readonly string[];
}

/** Tools that only read, as `look_up` may call them. */
export const LOOK_UPS: Readonly<Record<string, KnownTool>> = {
  order_lines: { needs: ['orderNumber'], may: [] },
  search_articles: { needs: ['query'], may: [] },
  find_products: { needs: ['query'], may: [] },
  points: { needs: [], may: [] },
  refund_status: { needs: ['order'], may: [] },
  explain_discount: { needs: ['code'], may: [] },
};

/** Actions that a procedure may put before a customer; whether one may happen, the policy and the customer decide. */
export const PROPOSALS: Readonly<Record<string, KnownTool>> = {
  cancel_order: { needs: ['order'], may: ['reason'] },
  change_address: { needs: ['order', 'address'], may: [] },
  change_items: { needs: ['order', 'lines'], may: ['paymentMethodId'] },
  change_payment: { needs: ['order', 'paymentMethodId'], may: [] },
  start_return: { needs: ['order', 'lines'], may: ['refundTo'] },
  exchange: { needs: ['order', 'lines', 'wanted'], may: ['refundTo'] },
  refund: { needs: ['order'], may: ['amount', 'lines', 'shipping', 'reason'] },
  create_discount: { needs: [], may: ['percent', 'validDays'] },
  grant_points: { needs: ['points', 'reason'], may: [] },
  redeem_reward: { needs: ['rewardId'], may: ['points'] },
  skip_subscription: { needs: [], may: ['subscription'] },
  reschedule_subscription: { needs: ['nextChargeOn'], may: ['subscription'] },
  swap_subscription: { needs: ['variantId'], may: ['subscription'] },
  cancel_subscription: { needs: ['reason'], may: ['subscription', 'offerDeclined'] },
  resend_confirmation: { needs: ['order'], may: [] },
};
