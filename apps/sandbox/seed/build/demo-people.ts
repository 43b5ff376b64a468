import { DAY, HOUR } from '../clock';
import { addPoints, pointsFor, redeemReward, rewardById, tierFor } from '../loyalty';
import { isPaid, total } from '../order-sums';
import { Random } from '../random';
import { queueCharge } from '../subscriptions';
import type { Customer, Member, ShopOrder } from '../world.types';
import type { Builder } from './builder';
import { join } from './members';
import { addRefund, payFor } from './payments';
import { subscribe } from './subscriptions';

/** What club members brought with them, so that the balances are worth talking about: mail address, points, and from what. */
const carried: [email: string, points: number, note: string][] = [
  ['anna.bergmann@example.com', 1_088, 'From the old club card'],
  ['marco.rossi@example.com', 520, 'From the old club card'],
  ['julie.martin@example.com', 0, ''],
  ['priya.shah@example.com', 250, 'Trail clean-up day'],
  ['sofia.lindgren@example.com', 150, 'Trail clean-up day'],
  ['elena.garcia@example.com', 0, ''],
  ['emma.devries@example.com', 420, 'From the old club card'],
  ['camille.bernard@example.com', 60, 'Review of the Tarn 2 Tent'],
];

/** Money, club and subscription of the people whom tests know; their orders stay as they are. */
export function demoPeople(build: Builder): void {
  const { store, now } = build;
  const random = new Random(1_036);
  for (const order of store.orders) pay(build, order, random);
  for (const [email, points, note] of carried) {
    const customer = store.customerByEmail(email);
    if (customer) club(build, customer, points, note, random);
  }
  const anna = memberOf(build, 'anna.bergmann@example.com');
  const reward = rewardById(503);
  if (anna && reward) redeemReward(store, anna, reward, 'CLUB-ANNA10', new Date(now.getTime() - 20 * DAY));
  anna?.history.sort((a, b) => a.at.getTime() - b.at.getTime());
  coffee(build);
}

const memberOf = ({ store }: Builder, email: string): Member | undefined => {
  const customer = store.customerByEmail(email);
  return customer && store.memberOf(customer);
};

function pay(build: Builder, order: ShopOrder, random: Random): void {
  const { store, now } = build;
  const whole = order.financial === 'REFUNDED';
  payFor(store, order, random, order.number === 1005 ? 'stripe' : undefined);
  if (!whole) return;
  const at = order.updatedAt;
  const lines = order.cancelledAt ? order.lines.map((line) => ({ line, quantity: line.quantity, restock: true })) : [];
  // Priya's bank takes its time.
  const settlesAt = order.number === 1005 ? new Date(now.getTime() + 26 * HOUR) : undefined;
  const reason = order.cancelledAt ? 'cancelled' : null;
  addRefund(
    store,
    order,
    { at, amount: total(order), lines, shipping: order.shipping, reason, settlesAt },
    random,
    now,
  );
}

function club(build: Builder, customer: Customer, points: number, note: string, random: Random): void {
  const { store } = build;
  const joinedAt = new Date(customer.createdAt.getTime() + DAY);
  const member = join(store, customer, joinedAt, random);
  if (points > 0) addPoints(store, member, { points, kind: 'grant', note, at: new Date(joinedAt.getTime() + HOUR) });
  const own = [...store.ordersOf(customer)].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  for (const order of own) {
    if (!isPaid(order)) continue;
    const orderNumber = order.number;
    const earned = pointsFor(order, tierFor(member.earned));
    addPoints(store, member, {
      points: earned,
      kind: 'order',
      note: `Order #${orderNumber}`,
      at: order.createdAt,
      orderNumber,
    });
    if (order.refunded === 0) continue;
    addPoints(store, member, {
      points: -earned,
      kind: 'refund',
      note: `Refund of #${orderNumber}`,
      at: order.updatedAt,
      orderNumber,
    });
  }
}

/** Marco has skipped once, and gets the next bag of coffee in five days. */
function coffee(build: Builder): void {
  const { store, now } = build;
  const customer = store.customerByEmail('marco.rossi@example.com');
  if (!customer) return;
  const interval = { unit: 'week', count: 4 } as const;
  const nextAt = new Date(now.getTime() + 5 * DAY);
  const createdAt = new Date(now.getTime() - 25 * DAY);
  const variant = build.variant('FH-PRV-COFFEE', '500 g / Beans');
  const subscription = subscribe(store, { customer, variant, quantity: 2, interval, createdAt, gateway: 'stripe' });
  const skipped = queueCharge(store, subscription, new Date(nextAt.getTime() - 28 * DAY));
  Object.assign(skipped, { status: 'skipped', updatedAt: createdAt });
  queueCharge(store, subscription, nextAt);
}
