import type { Money } from './common';
import type { CustomerBody } from './customers';
import type { LoyaltyMemberBody } from './loyalty';
import type { OrderBody } from './orders';
import type { SubscriptionBody } from './subscriptions';

/** How one outside system answered for a context. */
export interface ContextSourceBody {
  connectionId: string;
  label: string;
  kind: string;
  /** `mirror`: from what it told before. `late`: it did not answer in its time. `failed`: it answered with an error. */
  state: 'live' | 'mirror' | 'late' | 'failed';
  /** When these facts were read there; null: there are none. */
  readAt: string | null;
  /** In words for a person; null: nothing is wrong. */
  problem: string | null;
}

/** A card that a connection of the merchant's own making shows. */
export interface CustomCardBody {
  connectionId: string;
  operation: string;
  title: string;
  fields: { label: string; value: string }[];
}

/** Shop records that may be this person and were not taken for them, because more than one would fit or nothing proves it. */
export interface PossibleMatchBody {
  connectionId: string;
  externalId: string;
  name: string;
  /** Why it may be them: "same mail address, not verified". */
  reason: string;
}

export interface CustomerContextBody {
  customer: CustomerBody;
  /** Newest first. */
  orders: OrderBody[];
  loyalty: LoyaltyMemberBody[];
  subscriptions: SubscriptionBody[];
  /** What they paid over all orders less what was refunded, one for each currency. */
  lifetimeValue: Money[];
  orderCount: number;
  openTickets: { id: string; number: number; subject: string; status: string }[];
  cards: CustomCardBody[];
  possibleMatches: PossibleMatchBody[];
  sources: ContextSourceBody[];
  /** Connections that did not answer, in words for a person. */
  problems: string[];
}
