import type { SubscriptionBody, SubscriptionStatus } from '@satchel/contracts';

/** Subscription.status */
export const STATUS_WORDS: Readonly<Record<string, SubscriptionStatus>> = {
  active: 'active',
  cancelled: 'cancelled',
  expired: 'expired',
};

/** Subscription.order_interval_unit */
export const UNIT_WORDS: Readonly<Record<string, SubscriptionBody['every']['unit']>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};
