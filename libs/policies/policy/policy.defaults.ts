import type { CapPair, LaterPart, MoneyLimit, PolicyDocument, PolicyDraft } from '@satchel/contracts';

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

const NO_CAP = { amount: null, count: null };
const NO_CAPS: CapPair = { ai: NO_CAP, all: NO_CAP };
const aiOnly = (units: number | null, count: number): CapPair => ({
  ai: { amount: units === null ? null : limit(units), count },
  all: NO_CAP,
});

/** Rules that came later, as they stand where nobody has decided about them: they limit nothing. */
const UNDECIDED: Pick<PolicyDocument, LaterPart> = {
  off: {},
  caps: { action: {}, order: { ai: null, all: null }, customer30Days: NO_CAPS, shopHour: NO_CAPS, shopDay: NO_CAPS },
  tiers: { steps: [], ceiling: null },
  fraud: { tags: [], tagged: 'needs_approval', highRisk: 'allow' },
  finalSale: { noRefund: false },
  goodwill: {
    withinDays: 90,
    furtherPercent: 100,
    customer: null,
    shopMonth: null,
    pointsPerUnit: 100,
    percentCountsAs: 10,
  },
  claims: { from: null, percentOfOrders: 0 },
  wording: {},
};

/** What holds until somebody changes it: the AI helps itself with small things, people with what their role may. */
export const DEFAULT_POLICY: PolicyDocument = {
  ai: {
    never: [],
    confirm: [
      'cancel_order',
      'change_address',
      'change_items',
      'change_payment',
      'redeem_reward',
      'swap_subscription',
      'exchange',
    ],
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
  off: {},
  caps: {
    action: {},
    order: { ai: 3, all: null },
    customer30Days: aiOnly(1_000, 5),
    // A run that has gone wrong is stopped before the day is over; a good day stays far below.
    shopHour: aiOnly(2_500, 60),
    shopDay: aiOnly(10_000, 300),
  },
  tiers: { steps: [], ceiling: limit(1_000) },
  fraud: { tags: ['fraud', 'chargeback'], tagged: 'needs_approval', highRisk: 'needs_approval' },
  finalSale: { noRefund: false },
  goodwill: {
    withinDays: 90,
    furtherPercent: 50,
    customer: null,
    shopMonth: null,
    pointsPerUnit: 100,
    percentCountsAs: 10,
  },
  claims: { from: 4, percentOfOrders: 50 },
  wording: {},
};

/** A document of an earlier release lacks what came since: of the old rules the default holds, of the later ones none. */
export function complete(document: PolicyDraft, standing?: PolicyDraft): PolicyDocument {
  const { ai, roles } = document;
  return {
    ...DEFAULT_POLICY,
    ...UNDECIDED,
    ...(standing && told(standing)),
    ...told(document),
    ai: { ...DEFAULT_POLICY.ai, ...ai },
    roles: { ...DEFAULT_POLICY.roles, ...roles },
  };
}

const told = (document: PolicyDraft): PolicyDraft =>
  Object.fromEntries(Object.entries(document).filter(([, part]) => part !== undefined)) as unknown as PolicyDraft;
