import { DAY } from '../clock';
import type { Store } from '../store';
import type { Cents, Discount } from '../world.types';

type Row = [
  code: string,
  kind: Discount['kind'],
  value: number,
  minimum: Cents,
  startedDaysAgo: number,
  days: number | null,
];

const rows: Row[] = [
  ['WELCOME10', 'percentage', 10, 0, 700, null],
  ['FREESHIP', 'free_shipping', 0, 5_000, 400, null],
  ['TRAIL20', 'fixed', 2_000, 15_000, 300, null],
  ['SPRING15', 'percentage', 15, 0, 250, 30],
  ['HUTNIGHT', 'fixed', 1_000, 8_000, 120, 45],
  ['BOOTS25', 'percentage', 25, 12_000, 30, 60],
];

/** The shop's own codes, some over and some still running. */
export function seedDiscounts(store: Store, now: Date): Discount[] {
  return rows.map(([code, kind, value, minimum, startedDaysAgo, days]) => {
    const startsAt = new Date(now.getTime() - startedDaysAgo * DAY);
    const endsAt = days === null ? null : new Date(startsAt.getTime() + days * DAY);
    return store.discounts.add({
      id: store.id(),
      code,
      kind,
      value,
      minimum,
      startsAt,
      endsAt,
      usageLimit: null,
      used: 0,
      customer: null,
      source: 'shop',
      key: null,
      createdAt: startsAt,
      updatedAt: startsAt,
    });
  });
}

/** Whether a code holds at that time for that much. */
export function holds(discount: Discount, at: Date, sum: Cents): boolean {
  const spent = discount.usageLimit !== null && discount.used >= discount.usageLimit;
  return (
    !spent && discount.startsAt <= at && (discount.endsAt === null || discount.endsAt > at) && sum >= discount.minimum
  );
}

/** What it takes off the lines. */
export function amountOff(discount: Discount, sum: Cents): Cents {
  if (discount.kind === 'percentage') return Math.round((sum * discount.value) / 100);
  return discount.kind === 'fixed' ? Math.min(discount.value, sum) : 0;
}
