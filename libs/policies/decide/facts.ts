import type {
  ActionOfferBody,
  ActionRisk,
  ActionVerdict,
  Assurance,
  FulfilmentStatus,
  Money,
  Role,
} from '@satchel/contracts';

/** Who asks for it. */
export interface PolicyActor {
  kind: 'person' | 'api' | 'customer' | 'ai' | 'system';
  role: Role | null;
  /** How sure it is who the customer is, on whose word the AI acts. */
  assurance: Assurance;
}

/** What was given in one span: how often, and each currency's sum. */
export interface Given {
  count: number;
  money: Money[];
}

/** By the AI, and by anybody (the AI included). */
export interface GivenBy {
  ai: Given;
  all: Given;
}

/** A discount or points that somebody got to be pleased. */
export interface Gift {
  daysAgo: number;
  /** Null: no amount of money. */
  money: Money | null;
  points: number;
}

/** What a policy sees of an action: plain facts; what does not apply is absent, what nobody can tell is null. */
export interface PolicyFacts {
  action: string;
  risk: ActionRisk;
  /** What the action declares. */
  assurance: Assurance;
  /** Somebody was asked once more and said yes. */
  confirmed?: boolean;
  /** The order stands under one of the customer's own addresses. */
  orderIsTheirs?: boolean;
  /** What is read goes to the address on the order itself: it reaches its owner, whoever asked. */
  reachesOwner?: boolean;
  orderAgeDays?: number;
  fulfilment?: FulfilmentStatus;
  /** Since the last parcel came; null: not all have come, or nobody tells. */
  deliveredDaysAgo?: number | null;
  amount?: Money | null;
  /** What was paid for the order and what of it went back, as its shop tells. */
  paid?: Money | null;
  refunded?: Money | null;
  /** Under a dispute at the bank. Absent: no connected service tells such things. */
  disputed?: boolean | null;
  /** As the shop finds. Absent: it judges no orders. */
  orderRisk?: 'low' | 'medium' | 'high' | null;
  /** Tags of this ticket and of the customer's others of 90 days. */
  customerTags?: string[] | null;
  /** Given before this one, what is under way included. */
  onOrder?: GivenBy | null;
  /** How often this very action was done on the order. */
  sameOnOrder?: number | null;
  customer30Days?: GivenBy | null;
  shopHour?: GivenBy | null;
  shopDay?: GivenBy | null;
  /** This customer's of 90 days. */
  gifts?: Gift[] | null;
  /** The shop's of this calendar month: sums, and percentages by their number. */
  giftsThisMonth?: { money: Money[]; points: number; percents: number } | null;
  /** Refunds, and returns of what was broken or wrong, of this customer; and the orders that they could be of. */
  claimsIn90Days?: number | null;
  ordersIn90Days?: number | null;
  /** Done before this one. */
  refundsIn90Days?: number;
  lines?: { title: string; sku: string | null; tags: string[] }[];
  percent?: number | null;
  validDays?: number | null;
  discountsIn90Days?: number;
  points?: number;
  pointsIn90Days?: number;
  /** In the loyalty programme; null: in none. Absent: it could not be asked. */
  tier?: string | null;
  /** The offer of the policy was made, and they said no. */
  offerDeclined?: boolean;
  subscriptionId?: string;
}

/** What one rule says; null from a rule: it has nothing against it. */
export interface Judgement {
  verdict: Exclude<ActionVerdict, 'allow'>;
  reason: string;
  approver?: Role;
  offer?: ActionOfferBody;
}
