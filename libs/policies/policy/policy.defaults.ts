import type { MoneyLimit, PolicyDocument } from '@satchel/contracts';

/** Currencies whose unit is worth a hundredth of a euro or so: without a limit of their own, theirs would be pennies. */
const limit = (units: number): MoneyLimit => ({
  units,
  byCurrency: {
    JPY: units * 150,
    KRW: units * 1_400,
    HUF: units * 400,
    SEK: units * 10,
    NOK: units * 10,
    DKK: units * 7,
  },
});

/** What holds until somebody changes it: the AI helps itself with small things, people with what their role may. */
export const DEFAULT_POLICY: PolicyDocument = {
  ai: {
    never: [],
    confirm: ['cancel_order', 'change_address', 'redeem_reward', 'swap_subscription', 'exchange'],
    assurance: {},
    refund: { approvalAbove: limit(50), denyAbove: limit(200), withinDaysOfDelivery: 30, mostIn90Days: 2 },
    points: { mostAtOnce: 500, mostIn90Days: 1_000 },
    discount: { mostPercent: 10, mostAmount: limit(10), mostIn90Days: 1 },
  },
  roles: {
    agent: { refund: limit(200), discountPercent: 20, points: 2_000 },
    lead: { refund: limit(2_000), discountPercent: 50, points: 20_000 },
    admin: { refund: null, discountPercent: null, points: null },
  },
  returns: { windowDays: 30, excludedTags: ['final sale'], excludedSkus: [] },
  cancel: { onlyUnfulfilled: true },
  address: { onlyBeforeShipping: true },
  discounts: { mostPercent: 100, mostAmount: limit(500), mostDays: 365 },
  subscriptions: {
    offerFirst: true,
    offer: {
      text: 'We can skip the next delivery instead, and everything else stays as it is.',
      action: 'skip_subscription',
    },
  },
};
