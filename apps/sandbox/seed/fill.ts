import { DAY } from './clock';
import { Builder } from './build/builder';
import { demoPeople } from './build/demo-people';
import { seedDiscounts } from './build/discounts';
import { celebrate, join } from './build/members';
import { seedSubscriptions } from './build/subscriptions';
import { wellKnown } from './build/well-known';
import { pastYear } from './build/year';
import { seedCrowd } from './people/crowd';
import { Random } from './random';
import { seedProducts } from './shop/products';
import type { Store } from './store';

export interface StoreSize {
  orders: number;
}

export const USUAL_SIZE: StoreSize = { orders: 1_500 };
const CUSTOMERS = 400;
const SUBSCRIPTIONS = 40;
const MEMBER_SHARE = 0.6;
/** What the well-known part brings with it. */
const KNOWN = { orders: 36, customers: 23, subscriptions: 1 };

/** The catalogue, the well-known orders and their people: the same every time but for the dates, which hang on `now`. */
export function fillKnown(store: Store, now: Date): void {
  seedProducts(store, now);
  const build = new Builder(store, now);
  wellKnown(build);
  demoPeople(build);
}

/** Everybody else and the orders of the past year. */
export function fillYear(store: Store, now: Date, size: StoreSize): void {
  const build = new Builder(store, now);
  const codes = seedDiscounts(store, now);
  const scale = Math.max(1, size.orders / USUAL_SIZE.orders);
  const random = new Random(400_011);
  const crowd = seedCrowd(store, Math.round(CUSTOMERS * scale) - KNOWN.customers, now, random);
  const members = crowd
    .filter(() => random.next() < MEMBER_SHARE)
    .map((customer) => join(store, customer, new Date(customer.createdAt.getTime() + DAY), random));
  const subscribers = Math.round(SUBSCRIPTIONS * scale) - KNOWN.subscriptions;
  const due = seedSubscriptions(store, crowd, subscribers, now, random);
  pastYear(build, Math.max(0, size.orders - KNOWN.orders), { customers: crowd, due, codes });
  for (const member of members) celebrate(store, member, now);
}
