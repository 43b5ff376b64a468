import type { Money } from '@satchel/contracts';
import type { ShopOrder } from '../port';
import { connected, failureOf, type VendorTwin } from '../vendor/conformance-deps';

export interface CommerceTwin extends VendorTwin<'commerce'> {
  /** An order of a customer who has another, older one; and an id in the vendor's form that no order has. */
  known: { number: string; email: string; otherNumber: string };
  unknownId: string;
  /** The vendor lists nothing by its last change: its walk goes by rising id, which loses nothing either. */
  walksById?: boolean;
}

/** A walk goes on when its vendor lets it; a few seconds at most here. */
async function patiently<T>(page: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await page();
    } catch (error) {
      const { code, retryAfterMs } = error as { code?: string; retryAfterMs?: number };
      if (code !== 'rate_limited' || tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(retryAfterMs ?? 500, 5_000)));
    }
  }
}

/** What every shop platform must do, over the wire to its twin. */
export function commerceConformance(name: string, start: () => Promise<CommerceTwin>): void {
  describe(`${name} as a shop`, () => {
    let twin: CommerceTwin;
    const shop = () => connected(twin).adapter;
    const plain = (number: string) => number.replace(/^#/, '').toLowerCase();
    const one = async (): Promise<ShopOrder> => {
      const [order] = await shop().orders.byNumber(twin.known.number);
      if (!order) throw new Error(`the twin should know order ${twin.known.number}`);
      return order;
    };

    beforeAll(async () => (twin = await start()));
    afterEach(() => twin.fault('none'));
    afterAll(() => twin?.stop());

    it('proves good credentials, and tells what they may do', async () => {
      const { can, account } = await shop().check();
      expect(can).toContain('orders');
      expect(account).toMatch(/\w/);
    });

    it('tells wrong credentials as `auth`, in a check and in a look-up, without repeating them', async () => {
      const { adapter } = connected(twin, twin.wrong);
      for (const call of [() => adapter.check(), () => adapter.orders.byNumber('1')]) {
        const { error, text } = await failureOf(call);
        expect(error).toMatchObject({ name: 'ConnectorError', code: 'auth', retryable: false });
        expect(text).not.toContain('not-the-secret');
      }
    });

    it('finds an order by its number however it is typed', async () => {
      const number = plain(twin.known.number);
      for (const typed of [number, `#${number}`, ` #${number} `, number.toUpperCase()]) {
        expect((await shop().orders.byNumber(typed)).map((order) => plain(order.number))).toEqual([number]);
      }
    });

    it('never takes a part of a number for the number', async () => {
      const number = plain(twin.known.number);
      for (const typed of [number.slice(0, -1), `${number}0`, `${number.slice(0, -1)}*`, '', '#']) {
        expect(await shop().orders.byNumber(typed)).toEqual([]);
      }
    });

    it('takes search syntax for what it is: something a customer typed', async () => {
      const { number, otherNumber, email } = twin.known;
      for (const typed of [
        `${plain(number)} OR ${plain(otherNumber)}`,
        `x" OR name:"${plain(number)}`,
        `x' OR email:${email}`,
        `"${plain(number)}"`,
        'x\\',
        '*',
        '-x',
      ]) {
        expect(await shop().orders.byNumber(typed)).toEqual([]);
        expect(await shop().orders.byEmail(typed, 5)).toEqual([]);
      }
    });

    it("finds a customer's orders by mail address in any case, newest first, no more than asked for", async () => {
      const { email } = twin.known;
      const all = await shop().orders.byEmail(email.toUpperCase(), 20);
      expect(all.length).toBeGreaterThan(1);
      expect(new Set(all.map((order) => order.email?.toLowerCase()))).toEqual(new Set([email]));
      const times = all.map((order) => order.placedAt.getTime());
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(await shop().orders.byEmail(email, 1)).toEqual([all[0]]);
    });

    it('never takes a part of an address for the address', async () => {
      const { email } = twin.known;
      for (const typed of [email.slice(1), email.slice(0, -1), email.split('@')[0] ?? '', email.split('@')[1] ?? '']) {
        expect(await shop().orders.byEmail(typed, 5)).toEqual([]);
      }
    });

    it('reads the same order again by its id', async () => {
      const order = await one();
      expect(await shop().orders.byId(order.externalId)).toEqual(order);
    });

    it('answers "nothing" with an empty list or null', async () => {
      expect(await shop().orders.byNumber('nosuch-424242')).toEqual([]);
      expect(await shop().orders.byEmail('nobody@nowhere.example', 5)).toEqual([]);
      expect(await shop().orders.byId(twin.unknownId)).toBeNull();
      expect(await shop().orders.byId('not an id of this vendor')).toBeNull();
    });

    it('walks over orders once each, oldest change first, from any page on and since any moment', async () => {
      const { orders: port } = shop();
      const { walk } = port;
      if (!walk) return;
      const pages = async (since: Date | null, from: string | null, most: number) => {
        const orders: ShopOrder[] = [];
        const cursors: (string | null)[] = [];
        for (let page = 0, cursor = from; page < most; page += 1) {
          const { items, next } = await patiently(() => walk(since, cursor));
          orders.push(...items);
          cursors.push(next);
          if (next === null) break;
          cursor = next;
        }
        return { orders, cursors };
      };
      const ids = (orders: ShopOrder[]) => orders.map((order) => order.externalId);
      const { orders, cursors } = await pages(null, null, 3);
      expect(orders.length).toBeGreaterThan(1);
      expect(new Set(ids(orders)).size).toBe(orders.length);
      const changes = orders.map((order) => order.updatedAt.getTime());
      if (!twin.walksById) expect(changes).toEqual([...changes].sort((a, b) => a - b));
      if (cursors[0]) {
        const rest = ids((await pages(null, cursors[0], 2)).orders);
        expect(ids(orders).slice(-rest.length)).toEqual(rest);
      } else expect(ids(orders)).toContain((await one()).externalId);
      if (port.count) expect(await port.count(null)).toBeGreaterThanOrEqual(orders.length);
      const middle = orders[Math.floor(orders.length / 2)]?.updatedAt ?? new Date(0);
      const later = ids(orders.filter((order) => order.updatedAt >= middle));
      expect(ids((await pages(middle, null, 3)).orders).slice(0, later.length)).toEqual(later);
    }, 60_000);

    it('tells money in whole minor units', async () => {
      const order = await one();
      const amounts: Money[] = [order.total, order.refunded, ...order.lines.map((line) => line.unitPrice)];
      expect(amounts.filter((money) => !Number.isSafeInteger(money.amount))).toEqual([]);
      expect(amounts.filter((money) => !/^[A-Z]{3}$/.test(money.currency))).toEqual([]);
      expect(order.total.amount).toBeGreaterThan(0);
    });

    it('tells "too many requests" as `rate_limited`, with how long to wait', async () => {
      await twin.fault('429');
      const { error } = await failureOf(() => shop().orders.byNumber(twin.known.number));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(0);
    });

    it.each(['down', '500'] as const)('tells a vendor that is %s as `unavailable`', async (mode) => {
      await twin.fault(mode);
      const { error } = await failureOf(() => shop().orders.byNumber(twin.known.number));
      expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    });

    it('makes a status word that nobody knows "unknown", and counts it once', async () => {
      const { adapter, warnings } = connected(twin, twin.good, (body) => twin.strangely(body));
      for (let time = 0; time < 2; time += 1) {
        expect(await adapter.orders.byNumber(twin.known.number)).toMatchObject([{ payment: 'unknown' }]);
      }
      expect(warnings).toHaveLength(1);
    });
  });
}
