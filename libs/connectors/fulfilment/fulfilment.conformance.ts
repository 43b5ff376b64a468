import { connected, failureOf, type VendorTwin } from '../vendor/conformance-deps';

export interface FulfilmentTwin extends VendorTwin<'fulfilment'> {
  /** Numbers of an order that went out with a parcel number, and of one that is not packed yet. */
  known: { shipped: string; open: string };
  unknownId: string;
  /** An article that the warehouse has. */
  sku: string;
}

/** What every warehouse must do, over the wire to its twin. */
export function fulfilmentConformance(name: string, start: () => Promise<FulfilmentTwin>): void {
  describe(`${name} as a warehouse`, () => {
    let twin: FulfilmentTwin;
    const warehouse = () => connected(twin).adapter;
    const plain = (number: string) => number.replace(/^#/, '');
    const one = async (number = twin.known.shipped) => {
      const [order] = await warehouse().byNumber(number);
      if (!order) throw new Error(`the twin should know order ${number}`);
      return order;
    };

    beforeAll(async () => (twin = await start()));
    afterEach(() => twin.fault('none'));
    afterAll(() => twin?.stop());

    it('proves good credentials, and tells what they may do', async () => {
      const { can, account } = await warehouse().check();
      expect(can).toContain('orders');
      expect(account).toMatch(/\w/);
    });

    it('tells wrong credentials as `auth`, in a check and in a look-up, without repeating them', async () => {
      const { adapter } = connected(twin, twin.wrong);
      for (const call of [() => adapter.check(), () => adapter.byNumber(twin.known.shipped)]) {
        const { error, text } = await failureOf(call);
        expect(error).toMatchObject({ name: 'ConnectorError', code: 'auth', retryable: false });
        expect(text).not.toContain('not-the-secret');
      }
    });

    it('finds an order by its number however it is typed, and never by a part of it', async () => {
      const number = plain(twin.known.shipped);
      for (const typed of [number, `#${number}`, ` #${number} `]) {
        expect((await warehouse().byNumber(typed)).map((order) => plain(order.number))).toEqual([number]);
      }
      for (const typed of [number.slice(0, -1), `${number}0`, `${number},${plain(twin.known.open)}`, '*', '', '#']) {
        expect(await warehouse().byNumber(typed)).toEqual([]);
      }
    });

    it('tells what went out: the parcel, and what happened to it, newest first', async () => {
      const order = await one();
      expect(order).toMatchObject({ state: 'shipped', problem: null });
      const [shipment] = order.shipments;
      expect(shipment?.trackingNumber).toMatch(/\w{6}/);
      const times = (shipment?.events ?? []).map((event) => Date.parse(event.at));
      expect(times.length).toBeGreaterThan(1);
      expect(times).toEqual([...times].sort((a, b) => b - a));
    });

    it('tells what is still in the house', async () => {
      expect((await one(twin.known.open)).state).toBe('processing');
    });

    it('reads the same order again by its id, and nothing by another', async () => {
      const order = await one();
      expect(await warehouse().byId(order.externalId)).toEqual(order);
      expect(await warehouse().byId(twin.unknownId)).toBeNull();
      expect(await warehouse().byId('../channel')).toBeNull();
    });

    it('counts an article by its whole SKU alone', async () => {
      expect(await warehouse().stock(twin.sku.toLowerCase())).toBeGreaterThanOrEqual(0);
      for (const sku of [twin.sku.slice(0, -1), twin.sku.slice(1), '', 'NO-SUCH-ARTICLE']) {
        expect(await warehouse().stock(sku)).toBeNull();
      }
    });

    it('tells "too many requests" as `rate_limited`, with how long to wait', async () => {
      await twin.fault('429');
      const { error } = await failureOf(() => warehouse().byNumber(twin.known.shipped));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(0);
    });

    it.each(['down', '500'] as const)('tells a vendor that is %s as `unavailable`', async (mode) => {
      await twin.fault(mode);
      const { error } = await failureOf(() => warehouse().byNumber(twin.known.shipped));
      expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    });

    it('makes a status word that nobody knows "unknown", and counts it once', async () => {
      const { adapter, warnings } = connected(twin, twin.good, (body) => twin.strangely(body));
      for (let time = 0; time < 2; time += 1) {
        expect(await adapter.byNumber(twin.known.shipped)).toMatchObject([{ state: 'unknown' }]);
      }
      expect(warnings).toHaveLength(1);
    });
  });
}
