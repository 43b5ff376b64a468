import { Builder } from '../build/builder';
import { payFor } from '../build/payments';
import { addPoints, pointsFor } from '../loyalty';
import { addInterval, queueCharge, queuedCharge, subscriberPrice } from '../subscriptions';
import type { World } from '../world';
import type { Charge, Interval, Subscription, Variant } from '../world.types';
import { changePoints } from './points';
import { Refused, type Outcome } from './refused';

const closed = (subscription: Subscription) => new Refused('wrong_state', `the subscription is ${subscription.status}`);

function done(world: World, subscription: Subscription, verb: string): Subscription {
  world.changed('subscription', subscription, verb);
  return subscription;
}

/** Leaves the next delivery out. */
export function skipCharge(world: World, subscription: Subscription, key: string | null = null): Outcome<Charge> {
  const charge = queuedCharge(subscription);
  if (subscription.status !== 'active' || !charge) return closed(subscription);
  charge.status = 'skipped';
  queueCharge(world, subscription, addInterval(charge.scheduledAt, subscription.interval));
  world.effect('subscription_skip', String(subscription.id), null, key);
  world.changed('charge', charge, 'skipped');
  done(world, subscription, 'updated');
  return charge;
}

export interface SwapInput {
  variant?: Variant;
  quantity?: number;
  interval?: Interval;
  nextChargeAt?: Date;
  key?: string | null;
}

/** Another product, quantity, rhythm or day. */
export function swap(world: World, subscription: Subscription, input: SwapInput): Outcome<Subscription> {
  if (subscription.status === 'cancelled' || subscription.status === 'expired') return closed(subscription);
  const { variant, quantity = subscription.quantity, interval = subscription.interval, nextChargeAt } = input;
  if (quantity < 1) return new Refused('invalid', 'the quantity is 1 or more');
  if (variant) {
    const product = world.productOf(variant);
    if (!product.subscribable) return new Refused('invalid', `${product.title} is not sold by subscription`);
    Object.assign(subscription, { variant, product, price: subscriberPrice(variant) });
  }
  Object.assign(subscription, { quantity, interval });
  const charge = queuedCharge(subscription);
  if (charge) {
    charge.scheduledAt = nextChargeAt ?? charge.scheduledAt;
    charge.amount = subscription.price * quantity;
    subscription.nextChargeAt = charge.scheduledAt;
    world.changed('charge', charge);
  }
  world.effect('subscription_swap', String(subscription.id), null, input.key ?? null);
  return done(world, subscription, 'updated');
}

function unqueue(world: World, subscription: Subscription): void {
  const charge = queuedCharge(subscription);
  if (charge) {
    charge.status = 'skipped';
    world.changed('charge', charge, 'skipped');
  }
  subscription.nextChargeAt = null;
}

export function cancelSubscription(
  world: World,
  subscription: Subscription,
  reason: string | null = null,
  key: string | null = null,
): Outcome<Subscription> {
  if (subscription.status === 'cancelled' || subscription.status === 'expired') return closed(subscription);
  unqueue(world, subscription);
  Object.assign(subscription, { status: 'cancelled', cancelledAt: world.now(), cancelReason: reason });
  world.effect('subscription_cancel', String(subscription.id), null, key);
  return done(world, subscription, 'cancelled');
}

/** A paused or cancelled one goes on, one interval from now. */
export function resumeSubscription(
  world: World,
  subscription: Subscription,
  key: string | null = null,
): Outcome<Subscription> {
  if (subscription.status !== 'paused' && subscription.status !== 'cancelled') return closed(subscription);
  Object.assign(subscription, { status: 'active', cancelledAt: null, cancelReason: null });
  const charge = queueCharge(world, subscription, addInterval(world.now(), subscription.interval));
  world.effect('subscription_resume', String(subscription.id), null, key);
  world.changed('charge', charge, 'created');
  return done(world, subscription, 'activated');
}

/** The queued charge is taken: an order, its payment, and the next charge in the queue. */
export function charge(world: World, subscription: Subscription, at: Date, key: string | null = null): Outcome<Charge> {
  const due = queuedCharge(subscription);
  if (subscription.status !== 'active' || !due) return closed(subscription);
  const { customer, variant, quantity, price } = subscription;
  const number = world.nextNumber();
  const order = new Builder(world, at).order(number, customer, at, [{ variant, quantity, price }], {
    subscriptionId: subscription.id,
    tags: ['Subscription'],
    shippingAddress: subscription.shippingAddress,
  });
  payFor(world, order, world.random, subscription.gateway);
  variant.stock = Math.max(0, variant.stock - quantity);
  Object.assign(due, { status: 'success', processedAt: at, order });
  const next = queueCharge(world, subscription, addInterval(due.scheduledAt, subscription.interval));
  world.effect('subscription_charge', String(subscription.id), due.amount, key, at);
  world.changed('payment', order.payment, 'captured', at);
  world.changed('order', order, 'created', at);
  world.changed('charge', due, 'processed', at);
  world.changed('charge', next, 'created', at);
  world.changed('subscription', subscription, 'charged', at);
  const member = world.memberOf(customer);
  const points = member ? pointsFor(order, member.tier) : 0;
  if (member && points > 0) {
    const note = `Order #${number}`;
    changePoints(world, addPoints(world, member, { points, kind: 'order', note, at, orderNumber: number }));
  }
  return due;
}
