import { DAY } from './clock';
import type { Store } from './store';
import type { Cents, Charge, Interval, Subscription, Variant } from './world.types';

/** What subscribers pay of the price. */
const SUBSCRIBER_PRICE = 0.9;

export const subscriberPrice = (variant: Variant): Cents => Math.round(variant.price * SUBSCRIBER_PRICE);

/** The same day of a later month, or that month's last. */
export function addInterval(at: Date, { unit, count }: Interval): Date {
  if (unit !== 'month') return new Date(at.getTime() + count * (unit === 'week' ? 7 : 1) * DAY);
  const later = new Date(at);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + count);
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(at.getUTCDate(), last));
  return later;
}

/** Plans the next charge of a subscription. */
export function queueCharge(store: Store, subscription: Subscription, at: Date): Charge {
  const charge: Charge = {
    id: store.id(),
    subscriptionId: subscription.id,
    scheduledAt: at,
    processedAt: null,
    status: 'queued',
    amount: subscription.price * subscription.quantity,
    order: null,
    error: null,
    updatedAt: at < subscription.updatedAt ? at : subscription.updatedAt,
  };
  subscription.charges.push(charge);
  subscription.nextChargeAt = at;
  return store.charges.add(charge);
}

/** The charge that comes next, if one does. */
export function queuedCharge(subscription: Subscription): Charge | undefined {
  return subscription.charges.find((charge) => charge.status === 'queued');
}
