import { cancelSubscription, Refused, resumeSubscription, skipCharge, swap } from '../seed/changes';
import type { World } from '../seed/world';
import type { Charge, Subscription } from '../seed/world.types';
import { Unprocessable } from './refusals';

const told = <T>(outcome: T | Refused, field: string): T | Unprocessable =>
  outcome instanceof Refused ? new Unprocessable({ [field]: [outcome.message] }) : outcome;

export function skip(world: World, charge: Charge, items: unknown): Charge | Unprocessable {
  const subscription = ownerOf(world, charge, items);
  if (subscription instanceof Unprocessable) return subscription;
  if (charge.status !== 'queued') return new Unprocessable({ charge: ['is not queued'] });
  return told(skipCharge(world, subscription), 'charge');
}

/** The charge that was left out comes again, and the one that took its place goes. */
export function unskip(world: World, charge: Charge, items: unknown): Charge | Unprocessable {
  const subscription = ownerOf(world, charge, items);
  if (subscription instanceof Unprocessable) return subscription;
  if (charge.status !== 'skipped' || subscription.status !== 'active')
    return new Unprocessable({ charge: ['is not skipped'] });
  for (const later of subscription.charges) if (later.status === 'queued') later.status = 'skipped';
  const kept = subscription.charges.filter(
    (one) => one === charge || one.scheduledAt <= charge.scheduledAt || one.status !== 'skipped',
  );
  subscription.charges.splice(0, subscription.charges.length, ...kept);
  charge.status = 'queued';
  subscription.nextChargeAt = charge.scheduledAt;
  world.effect('subscription_resume', String(subscription.id));
  world.changed('charge', charge, 'unskipped');
  world.changed('subscription', subscription, 'updated');
  return charge;
}

function ownerOf(world: World, charge: Charge, items: unknown): Subscription | Unprocessable {
  const subscription = world.subscriptions.get(charge.subscriptionId);
  const named = Array.isArray(items) && items.includes(charge.subscriptionId);
  return subscription && named ? subscription : new Unprocessable({ purchase_item_ids: ['must be in the charge'] });
}

export function setDate(world: World, subscription: Subscription, date: unknown): Subscription | Unprocessable {
  const at = new Date(typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T09:00:00Z` : NaN);
  if (Number.isNaN(at.getTime())) return new Unprocessable({ date: ['is not a valid date'] });
  if (at <= world.now()) return new Unprocessable({ date: ['must be in the future'] });
  return told(swap(world, subscription, { nextChargeAt: at }), 'subscription');
}

export function update(
  world: World,
  subscription: Subscription,
  body: Record<string, unknown>,
): Subscription | Unprocessable {
  const { ecommerce } = (body.external_variant_id ?? {}) as { ecommerce?: string };
  const variant = ecommerce === undefined ? undefined : world.variants.get(ecommerce);
  if (ecommerce !== undefined && !variant)
    return new Unprocessable({ external_variant_id: ['is not in the catalogue'] });
  const quantity = typeof body.quantity === 'number' ? { quantity: body.quantity } : {};
  return told(swap(world, subscription, { ...(variant && { variant }), ...quantity }), 'subscription');
}

export const cancel = (world: World, subscription: Subscription, reason: string, comments: string | null) =>
  told(cancelSubscription(world, subscription, reason, comments), 'subscription');

export const activate = (world: World, subscription: Subscription) =>
  told(resumeSubscription(world, subscription), 'subscription');
