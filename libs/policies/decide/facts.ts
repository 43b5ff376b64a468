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

/** What a policy sees of an action: plain facts, read by the action itself; what does not apply is absent. */
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
  /** Done before this one. */
  refundsIn90Days?: number;
  lines?: { title: string; sku: string | null; tags: string[] }[];
  percent?: number | null;
  validDays?: number | null;
  discountsIn90Days?: number;
  points?: number;
  pointsIn90Days?: number;
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
