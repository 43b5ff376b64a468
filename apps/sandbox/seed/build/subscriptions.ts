import { DAY } from '../clock';
import { addInterval, queueCharge, subscriberPrice } from '../subscriptions';
import type { Random } from '../random';
import type { Store } from '../store';
import type { Charge, Customer, Interval, Subscription, Variant } from '../world.types';

const intervals: Interval[] = [
  { unit: 'week', count: 2 },
  { unit: 'month', count: 1 },
  { unit: 'month', count: 1 },
  { unit: 'week', count: 6 },
  { unit: 'month', count: 2 },
  { unit: 'day', count: 30 },
];
const cancelReasons = ['Too much in stock', 'Too expensive', 'Did not like the taste', 'Moving house'];

export interface Start {
  customer: Customer;
  variant: Variant;
  quantity: number;
  interval: Interval;
  createdAt: Date;
  gateway: Subscription['gateway'];
}

/** A subscription without a charge yet. */
export function subscribe(store: Store, start: Start): Subscription {
  return store.subscriptions.add({
    ...start,
    id: store.id(),
    product: store.productOf(start.variant),
    price: subscriberPrice(start.variant),
    status: 'active',
    shippingAddress: start.customer.address,
    nextChargeAt: null,
    cancelledAt: null,
    cancelReason: null,
    charges: [],
    updatedAt: start.createdAt,
  });
}

/** A charge of the past that is to become an order. */
export interface Due {
  at: Date;
  subscription: Subscription;
  charge: Charge;
}

/** Adds the subscriptions and all their charges up to now; the orders of the charges are the caller's. */
export function seedSubscriptions(
  store: Store,
  customers: Customer[],
  count: number,
  now: Date,
  random: Random,
): Due[] {
  const sold = store.products.filter((product) => product.subscribable);
  const due: Due[] = [];
  for (let index = 0; index < count; index++) {
    const customer = customers[(index * 7) % customers.length];
    if (!customer) break;
    const createdAt = new Date(now.getTime() - Math.floor(random.between(40 * 24, 340 * 24) * (DAY / 24)));
    const subscription = subscribe(store, {
      customer,
      variant: random.pick(random.pick(sold).variants),
      quantity: random.between(1, 2),
      interval: random.pick(intervals),
      createdAt,
      gateway: random.next() < 0.8 ? 'stripe' : 'paypal',
    });
    const ends = index % 5 === 3 ? new Date(createdAt.getTime() + (now.getTime() - createdAt.getTime()) * 0.7) : null;
    let at = createdAt;
    for (; at <= now && (!ends || at < ends); at = addInterval(at, subscription.interval)) {
      const charge = queueCharge(store, subscription, at);
      const luck = at > createdAt ? random.next() : 1;
      charge.status = luck < 0.06 ? 'skipped' : luck < 0.1 ? 'failed' : 'success';
      charge.updatedAt = at;
      charge.processedAt = charge.status === 'skipped' ? null : at;
      charge.error = charge.status === 'failed' ? 'Your card was declined.' : null;
      if (charge.status === 'success') due.push({ at, subscription, charge });
    }
    subscription.updatedAt = subscription.charges.at(-1)?.scheduledAt ?? createdAt;
    subscription.nextChargeAt = null;
    if (ends) {
      Object.assign(subscription, {
        status: index % 20 === 13 ? 'expired' : 'cancelled',
        cancelledAt: ends,
        updatedAt: ends,
      });
      subscription.cancelReason = subscription.status === 'cancelled' ? random.pick(cancelReasons) : null;
    } else if (index % 12 === 5) subscription.status = 'paused';
    else queueCharge(store, subscription, at);
  }
  return due;
}
