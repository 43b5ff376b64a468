import type { ShopOrder } from '@satchel/connectors';
import type { CustomerBody, Money, OrderBody } from '@satchel/contracts';
import type { PolicyFacts } from '@satchel/policies';
import { type FoundOrder, isTheirs } from './sources.service';

const DAY_MS = 24 * 3600_000;
const daysSince = (at: string | Date, now: Date): number =>
  Math.floor((now.getTime() - new Date(at).getTime()) / DAY_MS);

type OrderPart = Pick<
  PolicyFacts,
  | 'orderIsTheirs'
  | 'reachesOwner'
  | 'orderAgeDays'
  | 'fulfilment'
  | 'deliveredDaysAgo'
  | 'paid'
  | 'refunded'
  | 'orderRisk'
>;

/** What a policy has to know of every order. */
export function orderFacts(
  { body, now }: Pick<FoundOrder, 'body' | 'now'>,
  scene: { customer: CustomerBody | null; destination: string | null; now: Date },
): OrderPart {
  const { customer, destination } = scene;
  return {
    orderIsTheirs: isTheirs(body, customer),
    reachesOwner: reaches(body, destination),
    orderAgeDays: daysSince(now.placedAt, scene.now),
    fulfilment: now.cancelledAt ? 'cancelled' : now.fulfilment,
    deliveredDaysAgo: deliveredDaysAgo(body, scene.now),
    paid: paidFor(now),
    refunded: now.refunded,
    ...(now.risk !== undefined && { orderRisk: now.risk }),
  };
}

/** What came in for an order; null: its shop does not tell. */
export function paidFor({ payment, total, payments }: ShopOrder): Money | null {
  if (payment === 'paid' || payment === 'partially_refunded' || payment === 'refunded') return total;
  const { currency } = total;
  const told = payments.filter((one) => one.amount.currency === currency);
  if (told.length > 0) return { amount: told.reduce((sum, one) => sum + one.amount.amount, 0), currency };
  return payment === 'unknown' ? null : { amount: 0, currency };
}

/** Since the last parcel came; null while one is still on its way, or nobody tells when it came. */
export function deliveredDaysAgo({ shipments }: Pick<OrderBody, 'shipments'>, now: Date): number | null {
  const came = shipments.map(({ deliveredAt, events, status }) => {
    if (deliveredAt) return Date.parse(deliveredAt);
    return status === 'delivered' && events[0] ? Date.parse(events[0].at) : NaN;
  });
  if (came.length === 0 || came.some(Number.isNaN)) return null;
  return daysSince(new Date(Math.max(...came)), now);
}

function reaches({ email, phone }: OrderBody, destination: string | null): boolean {
  const to = destination?.trim().toLowerCase();
  if (!to) return false;
  if (email?.trim().toLowerCase() === to) return true;
  const digits = to.replace(/\D/g, '');
  return digits.length >= 8 && !to.includes('@') && (phone ?? '').replace(/\D/g, '') === digits;
}
