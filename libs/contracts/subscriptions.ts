import type { Money } from './common';

export type SubscriptionStatus = 'active' | 'paused' | 'cancelled' | 'expired' | 'unknown';

export interface SubscriptionBody {
  connectionId: string;
  externalId: string;
  status: SubscriptionStatus;
  product: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  price: Money;
  /** "every 2 months" is 2 and `month`. */
  every: { count: number; unit: 'day' | 'week' | 'month' | 'year' };
  /** A day (YYYY-MM-DD); null: none to come. */
  nextChargeOn: string | null;
  /** The charge to come was skipped. */
  skipped: boolean;
  cancelledAt: string | null;
  cancellationReason: string | null;
}
