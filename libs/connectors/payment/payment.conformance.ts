import { connected, failureOf, type VendorTwin } from '../vendor/conformance-deps';

export interface PaymentTwin extends VendorTwin<'payment'> {
  /** One payment by each id that it has, the first the one that `refund` takes; nothing of it was refunded. */
  known: { references: string[]; orderNumber: string; amount: number; currency: string };
  /** A payment of which a part was paid back, and whose refund has arrived. */
  refunded: { reference: string; amount: number };
  /** Well-formed, and nobody's. */
  unknownReference: string;
}

/** What every payment service must do, over the wire to its twin. */
export function paymentConformance(name: string, start: () => Promise<PaymentTwin>): void {
  describe(`${name} as a payment service`, () => {
    let twin: PaymentTwin;
    const service = () => connected(twin).adapter;
    const first = () => twin.known.references[0] ?? '';

    beforeAll(async () => (twin = await start()));
    afterEach(() => twin.fault('none'));
    afterAll(() => twin?.stop());

    it('says what the key may do, and whose account it is', async () => {
      const verdict = await service().check();
      expect(verdict.can).toEqual(expect.arrayContaining(['payments']));
      expect(verdict.can.includes('refund')).toBe(service().refund !== undefined);
      expect(verdict.account).toMatch(/\S/);
    });

    it('tells a wrong key as `auth`, in a check and in a look-up, without repeating it', async () => {
      const { adapter } = connected(twin, twin.wrong);
      for (const call of [() => adapter.check(), () => adapter.byReference(first())]) {
        const { error, text } = await failureOf(call);
        expect(error).toMatchObject({ name: 'ConnectorError', code: 'auth', retryable: false });
        expect(text).not.toContain('notTheSecret');
        expect(text).not.toContain(Buffer.from('notTheSecret').toString('base64').slice(2, 12));
      }
    });

    it('knows the same payment by each of its ids', async () => {
      const { references, amount, currency } = twin.known;
      const found = await Promise.all(references.map((reference) => service().byReference(reference)));
      for (const payment of found) {
        expect(payment).toMatchObject({
          externalId: first(),
          amount: { amount, currency },
          refunded: { amount: 0, currency },
          status: 'succeeded',
          refunds: [],
        });
        expect(Date.parse(payment?.paidAt ?? '')).not.toBeNaN();
      }
    });

    it('finds it by the number of its order, where the service can', async () => {
      const adapter = service();
      if (!adapter.byOrder) return;
      const payment = await adapter.byReference(first());
      for (const number of [twin.known.orderNumber, `#${twin.known.orderNumber}`]) {
        expect(await adapter.byOrder(number)).toEqual([payment]);
      }
      expect(await adapter.byOrder(`9${twin.known.orderNumber}0`)).toEqual([]);
      expect(await adapter.byOrder("' OR '1'='1")).toEqual([]);
    });

    it('tells what was paid back', async () => {
      const payment = await service().byReference(twin.refunded.reference);
      expect(payment?.refunded.amount).toBe(twin.refunded.amount);
      expect(payment?.refunds[0]).toMatchObject({ amount: { amount: twin.refunded.amount }, status: 'succeeded' });
      const times = (payment?.refunds ?? []).map((one) => one.createdAt);
      expect(times).toEqual([...times].sort().reverse());
    });

    it('answers "no such payment" with null', async () => {
      expect(await service().byReference(twin.unknownReference)).toBeNull();
      for (const strange of ['', ' ', '../../admin', '#1001', 'pi_ or 1=1']) {
        expect(await service().byReference(strange)).toBeNull();
      }
    });

    it('tells "too many requests" as `rate_limited`, with how long to wait', async () => {
      await twin.fault('429');
      const { error } = await failureOf(() => service().byReference(first()));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(0);
    });

    it.each(['down', '500'] as const)('tells a service that is %s as `unavailable`', async (mode) => {
      await twin.fault(mode);
      const { error } = await failureOf(() => service().byReference(first()));
      expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    });

    it('makes a status word that nobody knows "unknown", and counts it once', async () => {
      const { adapter, warnings } = connected(twin, twin.good, (body) => twin.strangely(body));
      for (let time = 0; time < 2; time += 1) {
        expect(await adapter.byReference(first())).toMatchObject({ status: 'unknown' });
      }
      expect(warnings).toHaveLength(1);
    });
  });
}
