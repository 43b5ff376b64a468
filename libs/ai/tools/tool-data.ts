import type { ActionEvidenceBody, ActionOfferBody, Money } from '@satchel/contracts';

/** What a tool made from an action tells the model. Every value in it is a fact that the reply may state. */
export type ActionToolData =
  /** The server rendered what will happen and waits for the customer's yes in their next message; nothing was done. */
  | {
      state: 'awaiting_confirmation';
      action: string;
      summary: string;
      facts: ToldFact[];
      amount: Money | null;
      orderNumber?: string | null;
    }
  /** A person decides; nothing was done. */
  | {
      state: 'awaiting_approval';
      action: string;
      summary: string;
      reason: string;
      amount: Money | null;
      orderNumber?: string | null;
    }
  /** It stands in the shop's system: read back after the change. The only state in which "done" may be said. */
  | {
      state: 'done';
      action: string;
      summary: string;
      result: Record<string, unknown>;
      evidence: ActionEvidenceBody[];
      amount: Money | null;
      orderNumber?: string | null;
    }
  /** The policy, or too little assurance (`needs` tells how much more), says no. `customerText`: the policy's words for them. */
  | {
      state: 'denied';
      action: string;
      reason: string;
      rule: string;
      customerText: string | null;
      needs: 2 | 3 | null;
      offer: ActionOfferBody | null;
    }
  /** It cannot be done: already shipped, nothing left to refund, the system cannot. `code` is the action's own. */
  | { state: 'cannot'; action: string; code: string; reason: string }
  /** It may have happened; a person looks. */
  | { state: 'uncertain'; action: string; summary: string; orderNumber?: string | null };

export interface ToldFact {
  label: string;
  value: string;
}

/** Whatever went wrong inside a tool, in fixed words. */
export interface ToolError {
  error: string;
}

/** `order_lines`: one order with what can be chosen from it, to match "the blue jacket" against. */
export interface OrderLinesData {
  found: boolean;
  order: {
    orderNumber: string;
    placedAt: string;
    fulfilment: string;
    payment: string;
    total: Money;
    lines: OrderLineFacts[];
  } | null;
  incomplete: boolean;
}

export interface OrderLineFacts {
  /** The shop's own id of the line, as actions take it. */
  lineId: string;
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  unitPrice: Money | null;
  /** How many may still go back; null: the shop does not tell. */
  returnable: number | null;
  /** The other variants of the product that the shop sells, for an exchange or a changed order. */
  variants: VariantFacts[];
  /** The variant that they have, when the shop still sells it. */
  own?: VariantFacts | null;
}

export interface VariantFacts {
  variantId: string;
  title: string;
  options: Record<string, string>;
  price: Money | null;
  available: boolean | null;
}

/** `find_products`. */
export interface FindProductsData {
  found: number;
  products: {
    title: string;
    url: string | null;
    description: string;
    variants: VariantFacts[];
  }[];
  incomplete: boolean;
}

/** `points`. */
export interface PointsData {
  found: boolean;
  programme: string | null;
  points: number | null;
  tier: string | null;
  rewards: { rewardId: string; title: string; points: number; affordable: boolean }[];
  incomplete: boolean;
}

/** `subscriptions`. */
export interface SubscriptionsData {
  found: number;
  subscriptions: {
    subscriptionId: string;
    product: string;
    variant: string | null;
    status: string;
    quantity: number;
    price: Money;
    every: { count: number; unit: string };
    nextChargeOn: string | null;
    skipped: boolean;
  }[];
  incomplete: boolean;
}

/** `search_articles`: passages of the shop's own articles; the reply cites them by `cite`. */
export interface SearchArticlesData {
  found: number;
  passages: { cite: string; title: string; text: string; url: string | null; updatedAt: string; score: number }[];
}

/** `verify_identity`, `send_code`, `check_code`. The same words for a wrong guess and for an order that does not exist. */
export interface IdentityData {
  verified: boolean;
  /** 2 matched, 3 proven; what it is now. */
  assurance: 0 | 1 | 2 | 3;
  /** A code was sent to the address on file; where, masked ("a...n@e...e.com"). */
  sentTo: string | null;
  triesLeft: number;
}
