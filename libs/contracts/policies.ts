import type { Assurance } from './actions';
import type { Author, Role } from './common';

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
}

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
  document: PolicyDocument;
  expectedVersion?: number;
}
