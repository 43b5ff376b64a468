import type { Given, PolicyFacts } from './facts';

const NOTHING: Given = { count: 0, money: [] };
const BY_NOBODY = { ai: NOTHING, all: NOTHING };

/** For who asks what the rules forbid before that is read: as if nothing had been given, and nothing were known against them. */
export const NOTHING_GIVEN: Partial<PolicyFacts> = {
  onOrder: BY_NOBODY,
  sameOnOrder: 0,
  customer30Days: BY_NOBODY,
  shopHour: BY_NOBODY,
  shopDay: BY_NOBODY,
  customerTags: [],
  gifts: [],
  giftsThisMonth: { money: [], points: 0, percents: 0 },
  claimsIn90Days: 0,
  tier: null,
  refundsIn90Days: 0,
  discountsIn90Days: 0,
  pointsIn90Days: 0,
};
