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

/** The whole store, the same every time but for the dates, which hang on `now`. */
export function fill(store: Store, now: Date, size: StoreSize): void {
  seedProducts(store, now);
  const build = new Builder(store, now);
  wellKnown(build);
  demoPeople(build);
  seedDiscounts(store, now);
  const scale = Math.max(1, size.orders / USUAL_SIZE.orders);
  const random = new Random(400_011);
  const crowd = seedCrowd(store, Math.round(CUSTOMERS * scale), now, random);
  const members = crowd
    .filter(() => random.next() < MEMBER_SHARE)
    .map((customer) => join(store, customer, new Date(customer.createdAt.getTime() + DAY), random));
  const subscribers = Math.round(SUBSCRIPTIONS * scale) - store.subscriptions.rows.length;
  const due = seedSubscriptions(store, crowd, subscribers, now, random);
  pastYear(build, size.orders, crowd, due);
  for (const member of members) celebrate(store, member, now);
}
