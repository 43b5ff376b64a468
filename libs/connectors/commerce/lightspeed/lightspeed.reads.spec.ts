import type { ConnectorDeps, ShopOrder, WalkPage } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { good, lightspeedTwin, type LightspeedTwin } from './conformance-twin';
import { connectLightspeed } from './lightspeed.connector';
import { Quota } from './quota';

describe('reading a Lightspeed shop', () => {
  let twin: LightspeedTwin;
  const shop = (deps: Partial<ConnectorDeps> = {}, quota?: Quota) => {
    const made = channelDeps({ baseUrl: twin.baseUrl, ...deps });
    return { adapter: connectLightspeed(good as never, made.deps, quota), asked: made.asked };
  };
  const one = async (number: string, deps: Partial<ConnectorDeps> = {}): Promise<ShopOrder> => {
    const [order] = await shop(deps).adapter.orders.byNumber(number);
    if (!order) throw new Error(`the twin should know ${number}`);
    return order;
  };
  const facts = async () => (await twin.sandbox.control('state?all=true')).shop.orders as any[];

  beforeAll(async () => (twin = await lightspeedTwin()));
  beforeEach(() => twin.reset());
  afterAll(() => twin?.stop());

  it('tells the well-known orders as the shop has them', async () => {
    const seeded = (await facts()).filter((order) => /^#100[1-6]$/.test(order.name));
    expect(seeded).toHaveLength(6);
    for (const expected of seeded) {
      const order = await one(`ORD0${expected.name.slice(1)}`);
      expect(order).toMatchObject({
        email: expected.email,
        customerName: expected.customer,
        total: { amount: Math.round(Number(expected.total) * 100), currency: 'EUR' },
        refunded: { amount: Math.round(Number(expected.refunded) * 100), currency: 'EUR' },
        lines: expected.lines.map((line: any) => ({ title: line.title, quantity: line.quantity })),
      });
      expect(order.shipments.map((parcel) => parcel.trackingNumber)).toEqual(
        expected.shipments.map((parcel: any) => parcel.trackingNumber),
      );
      expect(order.adminUrl).toBe(`https://fernhill.webshopapp.com/admin/orders/${order.externalId}`);
    }
  });

  it.each([
    ['ORD01001', { payment: 'paid', fulfilment: 'fulfilled', shipments: [{ carrier: null, status: 'unknown' }] }],
    ['ORD01002', { payment: 'paid', fulfilment: 'unfulfilled', shipments: [] }],
    ['ORD01004', { payment: 'paid', fulfilment: 'partial' }],
    ['ORD01005', { payment: 'refunded', fulfilment: 'cancelled', refunds: [{ status: 'succeeded' }] }],
  ])('reads the state of %s', async (number, expected) => expect(await one(number)).toMatchObject(expected));

  it('tells of each line what went out, and what can still be credited and sent back', async () => {
    const { lines, shippingAddress } = await one('ORD01004');
    expect(lines.map((line) => [line.shipped, line.refundable, line.returnable])).toEqual([
      [1, 1, 1],
      [0, 1, 0],
    ]);
    expect(shippingAddress).toMatchObject({ name: 'Sam Okonkwo', city: 'Dublin', country: 'IE' });
  });

  it('tells when a cancelled order was cancelled', async () => {
    const seeded = (await facts()).find((order) => order.name === '#1005');
    expect((await one('ORD01005')).cancelledAt).toEqual(new Date(seeded.cancelledAt.replace(/\.\d+Z$/, 'Z')));
  });

  it('tells the same whether or not parts come along with an order', async () => {
    const order = await one('ORD01001');
    await twin.settings({ embed: false });
    expect(await one('ORD01001')).toEqual(order);
  });

  it('asks again for parts that are not there for a moment', async () => {
    const order = await one('ORD01001');
    await twin.settings({ embed: false, notYet: 2 });
    expect(await one('ORD01001')).toEqual(order);
  });

  it('reads several orders of a customer with one request for each, and few for all of them', async () => {
    const { adapter, asked } = shop();
    const orders = await adapter.orders.byEmail('anna.bergmann@example.com', 20);
    expect(orders.length).toBeGreaterThan(1);
    const paths = asked.map((each) => new URL(each.url).pathname.replace(/^.*\/nl\//, ''));
    expect(paths.filter((path) => /^orders\/\d+\.json$/.test(path))).toHaveLength(orders.length);
    const guests = asked.filter((each) => each.url.includes('since_id='));
    expect(guests.length).toBeLessThan(5);
    // Customers, their orders, returns and the shop.
    expect(paths).toHaveLength(orders.length + guests.length + 4);
  });

  it("finds a guest's order by mail address, and what came since without reading it all again", async () => {
    const { adapter, asked } = shop();
    const all = await adapter.orders.walk?.(new Date(Date.now() - 40 * 86_400_000), null);
    const guest = all?.items.find((order) => order.customerId === null);
    if (!guest?.email) throw new Error('the twin should have a guest of late');
    const found = await adapter.orders.byEmail(guest.email, 25);
    expect(found.map((order) => order.externalId)).toContain(guest.externalId);
    asked.length = 0;
    await adapter.orders.byEmail(guest.email, 25);
    const heads = asked.filter((each) => each.url.includes('since_id='));
    expect(heads).toHaveLength(1);
    expect(heads[0]?.url).not.toContain('since_id=0&');
  });

  it('knows custom statuses by their titles', async () => {
    const { adapter } = shop();
    const choices = (await adapter.status?.choices()) ?? [];
    const engraving = choices.find((choice) => choice.label === 'Engraving');
    expect(choices.map((choice) => choice.id)).toContain('on_hold');
    expect(choices.map((choice) => choice.id)).not.toContain('cancelled');
    const { externalId } = await one('ORD01002');
    const write = { key: 'a', beforeCommit: async () => undefined };
    await adapter.status?.perform({ orderId: externalId, status: engraving?.id ?? '' }, write);
    expect((await one('ORD01002')).customStatus).toBe('Engraving');
  });

  describe('walks over all there is', () => {
    async function walked<T extends { externalId: string }>(
      step: (cursor: string | null) => Promise<WalkPage<T>> | undefined,
    ): Promise<string[]> {
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let steps = 0; steps < 40; steps += 1) {
        const page: WalkPage<T> | undefined = await step(cursor);
        seen.push(...(page?.items.map((item) => item.externalId) ?? []));
        cursor = page?.next ?? null;
        if (!cursor) break;
      }
      return seen;
    }

    it('each customer once, with a cursor that outlives the adapter', async () => {
      const seen = await walked((cursor) => shop().adapter.customers?.walk?.(null, cursor));
      expect(new Set(seen).size).toBe(seen.length);
      expect(await shop().adapter.customers?.count?.(null)).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(250);
    });

    it('each product once, with its variants, in few requests', async () => {
      const { adapter, asked } = shop();
      const seen = await walked((cursor) => adapter.products?.walk?.(null, cursor));
      expect(await adapter.products?.count?.(null)).toBe(new Set(seen).size);
      expect(asked.filter((each) => each.url.includes('/variants'))).toEqual([]);
      expect((await adapter.products?.bySku('fh-tnt-tarn2'))?.[0]?.title).toBe('Tarn 2 Tent');
      const [tent] = (await adapter.products?.search('tarn tent', 5)) ?? [];
      expect(tent?.variants[0]).toMatchObject({ price: { amount: 34_900, currency: 'EUR' } });
      expect(await adapter.products?.byId(tent?.externalId ?? '')).toEqual(tent);
    });

    it('each order that changed since a moment once, and stops where others need what is left of the quota', async () => {
      const since = new Date(Date.now() - 8 * 86_400_000);
      const seen = await walked((cursor) => shop().adapter.orders.walk?.(since, cursor));
      expect(new Set(seen).size).toBe(seen.length);
      expect(await shop().adapter.orders.count?.(since)).toBe(seen.length);
      await twin.settings({ limits: [40, 3_000, 12_000] });
      const { adapter } = shop();
      const page = await adapter.orders.walk?.(since, null);
      expect(page?.items.length).toBeGreaterThan(0);
      expect(page?.items.length).toBeLessThan(seen.length);
      await expect(adapter.orders.walk?.(since, page?.next ?? null)).rejects.toMatchObject({ code: 'rate_limited' });
      // Somebody who waits for an answer still gets one.
      expect(await adapter.orders.byId(seen[0] ?? '')).not.toBeNull();
      await twin.settings({ limits: [1_000, 12_000, 288_000] });
      const rest = await walked((cursor) => shop().adapter.orders.walk?.(since, cursor ?? page?.next ?? null));
      expect([...(page?.items.map((item) => item.externalId) ?? []), ...rest]).toEqual(seen);
    });
  });

  it('obeys the windows that the shop tells, before it asks', async () => {
    let now = 0;
    const sleeps: number[] = [];
    const quota = new Quota({ now: () => now, sleep: async (ms) => void sleeps.push((now += ms)) });
    await twin.settings({ limits: [4, 3_000, 12_000] });
    const { adapter, asked } = shop({}, quota);
    for (let time = 0; time < 4; time += 1) await adapter.customers?.byEmail('nobody@nowhere.example');
    const error: any = await adapter.customers?.byEmail('nobody@nowhere.example').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
    expect(error.retryAfterMs).toBeGreaterThan(200_000);
    expect(error.retryAfterMs).toBeLessThanOrEqual(300_000);
    expect(asked).toHaveLength(4);
    now += error.retryAfterMs;
    await twin.sandbox.control('clock', { advance: '6m' });
    expect(await adapter.customers?.byEmail('anna.bergmann@example.com')).toHaveLength(1);
    expect(sleeps).toEqual([]);
  });

  it('tells what a credit note would come to, and what is the most', async () => {
    const order = await one('ORD01001');
    const { adapter } = shop();
    const socks = order.lines.find((line) => line.quantity === 2);
    const wish = { orderId: order.externalId, reason: null, restock: false, notify: false };
    const lines = [{ orderLineId: socks?.id ?? '', quantity: 1 }];
    expect(adapter.refund?.movesMoney).toBe(false);
    expect(await adapter.refund?.preview({ ...wish, lines })).toEqual({
      amount: { amount: 1_990, currency: 'EUR' },
      most: order.total,
      to: null,
    });
    expect((await adapter.refund?.preview(wish))?.amount).toEqual(order.total);
    expect((await adapter.refund?.preview({ ...wish, amount: order.total }))?.amount).toEqual(order.total);
    await expect(adapter.refund?.preview({ ...wish, amount: { amount: 500, currency: 'EUR' } })).rejects.toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('choose the lines'),
    });
  });

  it('writes a remark once, beside what the memo says already', async () => {
    const { externalId } = await one('ORD01004');
    const { adapter } = shop();
    const text = 'Ticket 42 is about this order: https://desk.fernhill.example/tickets/42';
    const write = { key: 'b', beforeCommit: async () => undefined };
    for (let time = 0; time < 2; time += 1) await adapter.remark?.(externalId, text, write);
    const { memos, metafields } = await twin.sandbox.control('lightspeed');
    expect(memos[externalId]).toBe(`Sleeping bag is back-ordered.\n${text}`);
    expect(metafields[externalId][0].value).toContain('https://desk.fernhill.example/tickets/42');
    expect(await twin.effects('note', '#1004')).toBe(1);
  });
});
