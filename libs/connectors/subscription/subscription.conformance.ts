import { connected, failureOf, type VendorTwin } from '../vendor/conformance-deps';

export interface SubscriptionTwin extends VendorTwin<'subscription'> {
  /** Somebody with a running subscription. */
  known: { email: string };
  unknownId: string;
}

/** What every subscription service must do, over the wire to its twin. */
export function subscriptionConformance(name: string, start: () => Promise<SubscriptionTwin>): void {
  describe(`${name} as a subscription service`, () => {
    let twin: SubscriptionTwin;
    const service = () => connected(twin).adapter;
    const one = async () => {
      const [subscription] = await service().byEmail(twin.known.email);
      if (!subscription) throw new Error(`the twin should know a subscription of ${twin.known.email}`);
      return subscription;
    };

    beforeAll(async () => (twin = await start()));
    afterEach(() => twin.fault('none'));
    afterAll(() => twin?.stop());

    it('proves good credentials, and tells what they may do', async () => {
      expect((await service().check()).can).toContain('subscriptions');
    });

    it('tells wrong credentials as `auth`, in a check and in a look-up, without repeating them', async () => {
      const { adapter } = connected(twin, twin.wrong);
      for (const call of [() => adapter.check(), () => adapter.byEmail(twin.known.email)]) {
        const { error, text } = await failureOf(call);
        expect(error).toMatchObject({ name: 'ConnectorError', code: 'auth', retryable: false });
        expect(text).not.toContain('not-the-secret');
      }
    });

    it('finds subscriptions by mail address in any case, running ones first', async () => {
      const all = await service().byEmail(` ${twin.known.email.toUpperCase()} `);
      expect(all[0]).toMatchObject({ status: 'active', product: expect.stringMatching(/\w/) as string });
      const running = all.map((subscription) => subscription.status === 'active');
      expect(running).toEqual([...running].sort((a, b) => Number(b) - Number(a)));
    });

    it('never takes a part of an address for the address', async () => {
      const { email } = twin.known;
      for (const typed of [email.slice(1), email.slice(0, -1), email.split('@')[0] ?? '', '*', '']) {
        expect(await service().byEmail(typed)).toEqual([]);
      }
    });

    it('tells the next charge as a day, and the price in whole minor units', async () => {
      const { nextChargeOn, price, every, quantity } = await one();
      expect(nextChargeOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect([price.amount > 0, Number.isSafeInteger(price.amount), /^[A-Z]{3}$/.test(price.currency)]).toEqual([
        true,
        true,
        true,
      ]);
      expect([every.count > 0, quantity > 0]).toEqual([true, true]);
    });

    it('reads the same subscription again by its id, and nothing by another', async () => {
      const subscription = await one();
      expect(await service().byId(subscription.externalId)).toEqual(subscription);
      expect(await service().byId(twin.unknownId)).toBeNull();
      expect(await service().byId('../customers')).toBeNull();
    });

    it('tells "too many requests" as `rate_limited`, with how long to wait', async () => {
      await twin.fault('429');
      const { error } = await failureOf(() => service().byEmail(twin.known.email));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(0);
    });

    it.each(['down', '500'] as const)('tells a vendor that is %s as `unavailable`', async (mode) => {
      await twin.fault(mode);
      const { error } = await failureOf(() => service().byEmail(twin.known.email));
      expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    });

    it('makes a status word that nobody knows "unknown", and counts it once', async () => {
      const { externalId } = await one();
      const { adapter, warnings } = connected(twin, twin.good, (body) => twin.strangely(body));
      for (let time = 0; time < 2; time += 1) {
        expect(await adapter.byId(externalId)).toMatchObject({ status: 'unknown' });
      }
      expect(warnings).toHaveLength(1);
    });
  });
}
