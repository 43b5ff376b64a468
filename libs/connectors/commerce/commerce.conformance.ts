import type { Money } from '@satchel/contracts';
import type { ShopOrder } from '../port';
import { connected, failureOf, type VendorTwin } from '../vendor/conformance-deps';

export interface CommerceTwin extends VendorTwin<'commerce'> {
  /** An order of a customer who has another, older one; and an id in the vendor's form that no order has. */
  known: { number: string; email: string; otherNumber: string };
  unknownId: string;
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

    it('walks over every order once, oldest change first, from any page on and since any moment', async () => {
      const { walk, count } = shop().orders;
      if (!walk) return;
      const gather = async (since: Date | null, from: string | null = null) => {
        const pages: { orders: ShopOrder[]; next: string | null }[] = [];
        for (let cursor = from; pages.length < 50; ) {
          const { items, next } = await walk(since, cursor);
          pages.push({ orders: items, next });
          if (next === null) return pages;
          cursor = next;
        }
        throw new Error('the walk came to no end');
      };
      const ids = (pages: { orders: ShopOrder[] }[]) =>
        pages.flatMap(({ orders }) => orders.map((order) => order.externalId));
      const pages = await gather(null);
      const all = pages.flatMap(({ orders }) => orders);
      expect(all.map((order) => order.externalId)).toContain((await one()).externalId);
      expect(new Set(ids(pages)).size).toBe(all.length);
      const changes = all.map((order) => order.updatedAt.getTime());
      expect(changes).toEqual([...changes].sort((a, b) => a - b));
      const [first] = pages;
      if (first?.next) expect(ids(await gather(null, first.next))).toEqual(ids(pages.slice(1)));
      if (count) expect(await count(null)).toBe(all.length);
      const middle = all[Math.floor(all.length / 2)]?.updatedAt ?? new Date(0);
      const since = ids(await gather(middle));
      expect(since).toEqual(all.filter((order) => order.updatedAt >= middle).map((order) => order.externalId));
    });

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
