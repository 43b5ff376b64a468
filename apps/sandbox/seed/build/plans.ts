import { DAY, HOUR } from '../clock';
import type { Random } from '../random';

/** What becomes of an order of the past year. */
export type Plan =
  | 'unpaid'
  | 'authorised'
  | 'on_hold'
  | 'paid'
  | 'partly_shipped'
  | 'shipped'
  | 'exception'
  | 'cancelled'
  | 'voided'
  | 'returned'
  | 'partly_refunded'
  | 'refunded';

type Odds = [Plan, number][];

const young: Odds = [
  ['paid', 52],
  ['authorised', 12],
  ['unpaid', 8],
  ['on_hold', 8],
  ['cancelled', 5],
  ['shipped', 15],
];
const onTheWay: Odds = [
  ['shipped', 74],
  ['partly_shipped', 8],
  ['on_hold', 3],
  ['unpaid', 3],
  ['cancelled', 5],
  ['exception', 4],
  ['partly_refunded', 3],
];
const old: Odds = [
  ['shipped', 76],
  ['returned', 9],
  ['partly_refunded', 6],
  ['refunded', 3],
  ['cancelled', 4],
  ['voided', 2],
];

/** By their place from the newest, so that every state is there however the dice fall. */
const certain = new Map<number, Plan>([
  [1, 'paid'],
  [2, 'unpaid'],
  [3, 'authorised'],
  [4, 'on_hold'],
  [13, 'partly_shipped'],
  [19, 'exception'],
  [21, 'exception'],
  [23, 'exception'],
  [18, 'shipped'],
  [20, 'cancelled'],
  [22, 'partly_refunded'],
  ...[32, 36, 40, 48, 52, 56, 60, 64, 68, 72, 76].map((place): [number, Plan] => [place, 'returned']),
  [80, 'refunded'],
]);

/** The newest returns have only just been asked for. */
export const justAsked = (fromNewest: number): boolean => fromNewest <= 40;

export function planFor(age: number, fromNewest: number, random: Random): Plan {
  const odds = age < 36 * HOUR ? young : age < 6 * DAY ? onTheWay : old;
  let at = random.next() * odds.reduce((sum, [, weight]) => sum + weight, 0);
  const drawn = odds.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'shipped';
  return certain.get(fromNewest) ?? drawn;
}

/** Plans that leave nothing shipped. */
export const stays = (plan: Plan): boolean =>
  plan === 'unpaid' ||
  plan === 'authorised' ||
  plan === 'on_hold' ||
  plan === 'paid' ||
  plan === 'cancelled' ||
  plan === 'voided';
