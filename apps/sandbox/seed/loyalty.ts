import type { Store } from './store';
import type { Discount, Member, PointsEntry, PointsKind, Redemption, Reward, ShopOrder, Tier } from './world.types';
import { subtotal } from './order-sums';

/** From low to high. */
export const tiers: Tier[] = [
  { id: 301, name: 'Hiker', threshold: 0, rate: 1 },
  { id: 302, name: 'Silver', threshold: 500, rate: 1.25 },
  { id: 303, name: 'Gold', threshold: 1000, rate: 1.5 },
];

export const rewards: Reward[] = [
  { id: 501, name: 'Free shipping', points: 200, kind: 'free_shipping', value: 0, minimum: 0 },
  { id: 502, name: '€5 off', points: 300, kind: 'fixed', value: 500, minimum: 2_500 },
  { id: 503, name: '€10 off', points: 500, kind: 'fixed', value: 1_000, minimum: 5_000 },
  { id: 504, name: '15 % off', points: 900, kind: 'percentage', value: 15, minimum: 0 },
];

export const SIGNUP_POINTS = 100;
export const BIRTHDAY_POINTS = 50;

export function tierFor(earned: number): Tier {
  const reached = tiers.filter((tier) => tier.threshold <= earned).at(-1) ?? tiers[0];
  if (!reached) throw new Error('there are no tiers');
  return reached;
}

export function rewardById(id: number | string): Reward | undefined {
  return rewards.find((reward) => reward.id === Number(id));
}

/** What an order earns its member, at the rate of the tier. */
export function pointsFor(order: ShopOrder, tier: Tier): number {
  return Math.floor(((subtotal(order) - order.discounted) / 100) * tier.rate);
}

export interface PointsFields {
  points: number;
  kind: PointsKind;
  note: string;
  at: Date;
  orderNumber?: number | null;
  key?: string | null;
}

/** One more line in a member's history, and what follows from it. */
export function addPoints(store: Store, member: Member, fields: PointsFields): PointsEntry {
  const { points, kind, note, at, orderNumber = null, key = null } = fields;
  const entry: PointsEntry = { id: store.id(), memberId: member.id, points, kind, note, orderNumber, key, at };
  member.history.push(entry);
  member.points += points;
  if (kind !== 'redemption' && kind !== 'expiry') member.earned = Math.max(0, member.earned + points);
  member.tier = tierFor(member.earned);
  member.updatedAt = at > member.updatedAt ? at : member.updatedAt;
  return entry;
}

/** Takes back what the refunded part of an order had earned, as far as the points are still there. */
export function takeBack(store: Store, order: ShopOrder, share: number, at: Date): PointsEntry | null {
  const member = store.memberOf(order.customer);
  const earned = member?.history.find((entry) => entry.kind === 'order' && entry.orderNumber === order.number);
  const points = Math.min(Math.floor((earned?.points ?? 0) * share), member?.points ?? 0);
  if (!member || points <= 0) return null;
  return addPoints(store, member, {
    points: -points,
    kind: 'refund',
    note: `Refund of #${order.number}`,
    at,
    orderNumber: order.number,
  });
}

/** Points for a code: takes the points and makes the discount. */
export function redeemReward(
  store: Store,
  member: Member,
  reward: Reward,
  code: string,
  at: Date,
  key: string | null = null,
): Redemption {
  const discount: Discount = store.discounts.add({
    id: store.id(),
    code,
    kind: reward.kind,
    value: reward.value,
    minimum: reward.minimum,
    startsAt: at,
    endsAt: null,
    usageLimit: 1,
    used: 0,
    customer: member.customer,
    source: 'loyalty',
    key,
    createdAt: at,
    updatedAt: at,
  });
  addPoints(store, member, { points: -reward.points, kind: 'redemption', note: reward.name, at, key });
  const redemption = {
    id: store.id(),
    memberId: member.id,
    reward,
    points: reward.points,
    discount,
    key,
    at,
    usedAt: null,
  };
  member.redemptions.push(redemption);
  return store.redemptions.add(redemption);
}
