import { ConnectorError, type CommerceAdapter, type ShopOrder, type WalkPage } from '../../../port';
import { idIn, wordIn } from '../facts';
import { type Fields, type LightspeedClient } from '../lightspeed.client';
import { countOf, walkPage } from '../walk';
import type { OrderReader } from './order-reader';
import type { RecentGuests } from './recent-guests';

const MOST_ORDERS = 25;
/** One address may have been registered anew after it was deleted. */
const MOST_CUSTOMERS = 5;
/** Longer is no order number and no mail address, but somebody trying something. */
const LONGEST_TERM = 255;
/** A walk reads each order by itself: this many, and then it puts its cursor down. */
const ORDERS_PER_STEP = 100;
const AT_ONCE = 4;
/** What a walk leaves of each window to people who wait for an answer. */
export const WALK_RESERVE = 0.3;

const plainNumber = (number: string): string => number.trim().replace(/^#/, '').trim().toLowerCase();

export class LightspeedOrders {
  constructor(
    private readonly client: LightspeedClient,
    private readonly reader: OrderReader,
    private readonly guests: RecentGuests,
  ) {}

  asPort(): CommerceAdapter['orders'] {
    return {
      byNumber: (number) => this.byNumber(number),
      byEmail: (email, limit) => this.byEmail(email, limit),
      byId: (externalId) => this.reader.one(externalId),
      walk: (since, cursor) => this.walk(since, cursor),
      count: (since) => countOf(this.client, 'orders', since),
    };
  }

  private async byNumber(typed: string): Promise<ShopOrder[]> {
    const wanted = plainNumber(typed);
    if (wanted === '' || wanted.length > LONGEST_TERM) return [];
    // "ORD00018" as the shop makes them; a shop with a prefix of its own may write it otherwise.
    for (const number of new Set([wanted.toUpperCase(), typed.trim().replace(/^#/, '').trim()])) {
      const heads = await this.client.list('orders', 'orders', { number });
      const exact = heads.filter((head) => plainNumber(wordIn(head.number) ?? '') === wanted);
      if (exact.length > 0) return this.newestFirst(exact, MOST_ORDERS);
    }
    return [];
  }

  private async byEmail(typed: string, limit: number): Promise<ShopOrder[]> {
    const wanted = typed.trim().toLowerCase();
    if (!wanted.includes('@') || wanted.length > LONGEST_TERM) return [];
    const customers = (await this.client.list('customers', 'customers', { email: wanted })).filter(
      (one) => wordIn(one.email)?.toLowerCase() === wanted,
    );
    const own = await Promise.all(
      customers
        .slice(0, MOST_CUSTOMERS)
        .map((one) => this.client.list('orders', 'orders', { customer: idIn(one.id) ?? '0' }, 4)),
    );
    // Somebody who changed the address has older orders under the old one: those were not asked for.
    const known = own.flat().filter((head) => wordIn(head.email)?.toLowerCase() === wanted);
    const ids = new Set(known.map((head) => idIn(head.id)));
    const asGuest = (await this.guests.orderIds(wanted)).filter((id) => !ids.has(id)).map((id): Fields => ({ id }));
    const most = Math.min(Math.max(1, limit), MOST_ORDERS);
    return this.newestFirst([...known, ...asGuest], most);
  }

  /** Ids grow with time, so the newest are the largest. */
  private async newestFirst(heads: readonly Fields[], most: number): Promise<ShopOrder[]> {
    const ids = [...new Set(heads.map((head) => idIn(head.id)).filter((id) => id !== null))];
    const newest = ids.sort((one, other) => Number(BigInt(other) - BigInt(one))).slice(0, most);
    const orders = await this.reader.many(newest);
    return orders.sort((one, other) => other.placedAt.getTime() - one.placedAt.getTime());
  }

  private async walk(since: Date | null, cursor: string | null): Promise<WalkPage<ShopOrder>> {
    const page = await walkPage(this.client, 'orders', since, cursor, { reserve: WALK_RESERVE, fields: 'id' });
    const ids = page.items.map((head) => idIn(head.id)).filter((id) => id !== null);
    const step = ids.slice(0, ORDERS_PER_STEP);
    const done = await this.asFarAsAllowed(step);
    const last = step[done.read - 1] ?? null;
    const whole = done.read === ids.length;
    return { items: done.orders, next: whole ? page.next : last };
  }

  /** Stops where the quota does; the next step goes on from there. */
  private async asFarAsAllowed(ids: readonly string[]): Promise<{ orders: ShopOrder[]; read: number }> {
    const orders: ShopOrder[] = [];
    let read = 0;
    try {
      for (; read < ids.length; read += AT_ONCE) {
        const some = ids.slice(read, read + AT_ONCE);
        const found = await Promise.all(some.map((id) => this.reader.one(id, { reserve: WALK_RESERVE })));
        orders.push(...found.filter((one) => one !== null));
      }
    } catch (error) {
      if (read === 0 || !(error instanceof ConnectorError) || error.code !== 'rate_limited') throw error;
    }
    return { orders, read: Math.min(read, ids.length) };
  }
}
