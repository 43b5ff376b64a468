import type { SubscriptionBody } from '@satchel/contracts';
import type { Change, Verdict } from './change';
import type { ChangeHook } from './hook';

export type Subscription = Omit<SubscriptionBody, 'connectionId'>;

/** A service that charges again and again for goods. */
export interface SubscriptionAdapter {
  check(): Promise<Verdict>;
  /** Exact, in any case; running ones first. */
  byEmail(email: string): Promise<Subscription[]>;
  byId(externalId: string): Promise<Subscription | null>;
  /** The next charge alone. Undone by taking it up again. */
  skip?: Change<{ subscriptionId: string }, Subscription>;
  /** A day (YYYY-MM-DD). */
  reschedule?: Change<{ subscriptionId: string; nextChargeOn: string }, Subscription>;
  /** To another variant, by the shop's id. */
  swap?: Change<{ subscriptionId: string; variantId: string }, Subscription>;
  /** Undone by starting it again. */
  cancel?: Change<{ subscriptionId: string; reason: string }, Subscription>;
  hook?: ChangeHook;
}
