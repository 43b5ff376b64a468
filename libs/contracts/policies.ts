import type { ActionVerdict, Assurance } from './actions';
import type { CustomerTexts } from './customer-texts';
import type { Author, Page, Role } from './common';

/** A limit in whole units of whatever currency the order has; some currencies have one of their own. Both inclusive. */
export interface MoneyLimit {
  units: number;
  byCurrency: Record<string, number>;
}

/** What one role may do by itself; null: without a limit. Above it, the next role that may has to approve. */
export interface RoleLimits {
  refund: MoneyLimit | null;
  discountPercent: number | null;
  points: number | null;
}

/** The most that is given in one span; several currencies fill one limit together. Null: without that limit. */
export interface Cap {
  amount: MoneyLimit | null;
  count: number | null;
}

/** `ai`: above it the AI asks a lead. `all`: nobody goes above it, whoever approves. */
export interface CapPair {
  ai: Cap;
  all: Cap;
}

/** One rung: for customers of this tier or with this tag, the AI's limits are this share of the usual ones. */
export interface TierStep {
  tier: string | null;
  tag: string | null;
  /** Below 100 lowers them, above raises them. */
  percent: number;
}

/** The rules of one workspace, one version of them. */
export interface PolicyDocument {
  ai: {
    /** Actions that the AI never does. */
    never: string[];
    /** Actions that the AI asks the customer about once more before it does them. */
    confirm: string[];
    /** Actions that need a surer identity than they declare. */
    assurance: Record<string, Assurance>;
    refund: {
      /** A lead approves above this; above the other one it is not done at all. */
      approvalAbove: MoneyLimit;
      denyAbove: MoneyLimit;
      withinDaysOfDelivery: number;
      /** Refunds of one customer in 90 days, this one included. */
      mostIn90Days: number;
    };
    points: { mostAtOnce: number; mostIn90Days: number };
    discount: { mostPercent: number; mostAmount: MoneyLimit; mostIn90Days: number };
  };
  /** `admin` is for admins and owners. */
  roles: Record<Exclude<Role, 'owner'>, RoleLimits>;
  returns: {
    windowDays: number;
    /** Products with one of these tags, or an SKU of one of these patterns (`*` stands for anything), are final sale. */
    excludedTags: string[];
    excludedSkus: string[];
  };
  cancel: { onlyUnfulfilled: boolean };
  address: { onlyBeforeShipping: boolean };
  discounts: { mostPercent: number; mostAmount: MoneyLimit; mostDays: number };
  subscriptions: {
    /** Put an offer before the customer who wants to cancel; once. */
    offerFirst: boolean;
    /** What is offered: one delivery skipped, or words alone. */
    offer: { text: string; action: 'skip_subscription' | null };
  };
  /** Actions that are switched off: for the AI, or for everybody. */
  off: Record<string, 'ai' | 'everybody'>;
  /** What may be given away at most; it counts what moved money or something worth money. */
  caps: {
    /** The most that one action of this name moves; above it the AI asks a lead. */
    action: Record<string, MoneyLimit>;
    /** How often something is given on one order. The sum is never more than what was paid and not given back yet. */
    order: { ai: number | null; all: number | null };
    customer30Days: CapPair;
    shopHour: CapPair;
    shopDay: CapPair;
  };
  tiers: {
    steps: TierStep[];
    /** However high the tier: the AI gives no more than this at once by itself. */
    ceiling: MoneyLimit | null;
  };
  fraud: {
    /** Tags of the customer's tickets that call for care, and what follows from one of them. */
    tags: string[];
    tagged: 'needs_approval' | 'deny';
    /** What follows when the shop itself finds an order risky. */
    highRisk: 'allow' | 'needs_approval' | 'deny';
  };
  /** Final sale (`returns.excluded…`) is not refunded either. */
  finalSale: { noRefund: boolean };
  /** Discounts and points that are given to please. */
  goodwill: {
    withinDays: number;
    /** Each further gift within those days may be worth this share of the one before. */
    furtherPercent: number;
    /** All gifts of one customer within those days; null: without a limit. */
    customer: MoneyLimit | null;
    /** All gifts of the shop in a calendar month (UTC). */
    shopMonth: MoneyLimit | null;
    /** How many points count as one unit of money. */
    pointsPerUnit: number;
    /** What a percentage counts as, whose worth nobody knows beforehand, in units. */
    percentCountsAs: number;
  };
  /** Customers who often say that something is missing or broken, or want money back: claims of 90 days. */
  claims: {
    /** A lead looks from this number of claims on; null: never. */
    from: number | null;
    /** And only when they are at least this share of the customer's orders. */
    percentOfOrders: number;
  };
  /** The shop's own words for the customer, by rule. */
  wording: Record<string, CustomerTexts>;
}

/** As it is sent: an older program may leave out what came later, and nothing of it is limited then. */
export type PolicyDraft = Omit<PolicyDocument, LaterPart> & Partial<Pick<PolicyDocument, LaterPart>>;
export type LaterPart = 'off' | 'caps' | 'tiers' | 'fraud' | 'finalSale' | 'goodwill' | 'claims' | 'wording';

/** `GET /api/v1/policies`. `version` 0: nobody changed the defaults yet. */
export interface PolicyBody {
  version: number;
  document: PolicyDocument;
  /** What the rules mean, a plain sentence each, under the rule's name. */
  sentences: { rule: string; text: string }[];
  changedBy: Author | null;
  changedAt: string | null;
}

/** `PUT /api/v1/policies`: 409 `stale_policy` when somebody changed them since `expectedVersion`. */
export interface UpdatePolicyRequest {
  document: PolicyDraft;
  expectedVersion?: number;
}

/** `GET /api/v1/policies/versions`, newest first. `changes`: what it changed, a sentence each, against the one before. */
export interface PolicyVersionBody {
  version: number;
  changedBy: Author;
  changedAt: string;
  changes: { rule: string; before: string; after: string }[];
  document: PolicyDocument;
}

export type PolicyVersionPage = Page<PolicyVersionBody>;

/** `POST /api/v1/policies/replay`: what other rules would have said of the last days. */
export interface ReplayPolicyRequest {
  document: PolicyDraft;
  /** 1 to 90; 30 when left out. */
  days?: number;
}

/** Amounts in minor units, by currency. */
export type MoneyByCurrency = Record<string, number>;

export interface ReplaySide {
  byVerdict: Record<ActionVerdict, number>;
  money: { allowed: MoneyByCurrency; confirm: MoneyByCurrency; approval: MoneyByCurrency; denied: MoneyByCurrency };
}

/** Both sides judge the same facts, as they were known then: what the draft would have changed of later facts is not in it. */
export interface PolicyReplayBody {
  days: number;
  since: string;
  /** Changes that were asked for; look-ups are not judged here. */
  runs: number;
  /** Of those, judged without what is read for newer rules: taken as if nothing had been given before. */
  olderFacts: number;
  changed: number;
  /** Tickets with at least one changed run. */
  tickets: number;
  before: ReplaySide;
  after: ReplaySide;
  /** What changed, the largest groups first. */
  groups: {
    action: string;
    title: string;
    before: ActionVerdict;
    after: ActionVerdict;
    runs: number;
    money: MoneyByCurrency;
  }[];
  examples: {
    runId: string;
    ticketId: string | null;
    summary: string;
    at: string;
    before: { verdict: ActionVerdict; reason: string; rule: string };
    after: { verdict: ActionVerdict; reason: string; rule: string };
  }[];
}
