import { randomUUID } from 'node:crypto';
import { changeConformance } from '../../vendor/change.conformance';
import { connected, failureOf } from '../../vendor/conformance-deps';
import { contractProblems, recordedDeps } from '../../vendor/contract-traffic.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { paymentConformance } from '../payment.conformance';
import { paypalTwin, type PaypalTwin } from './paypal.conformance-twin';
import { paypal } from './paypal.connector';
import type { RefundArgs } from './refund.change';

const adapterOf = (vendor: PaypalTwin) => connected<'payment'>(vendor).adapter;
const once = (key: string = randomUUID()) => ({ key, beforeCommit: async () => undefined });
const eur = (amount: number) => ({ amount, currency: 'EUR' });
interface Effect {
  key: string | null;
  amount: number;
}
const refundsMade = async (vendor: PaypalTwin) =>
  (await vendor.sandbox.control<{ effects: Effect[] }>('effects?kind=refund')).effects;

paymentConformance('PayPal', paypalTwin);

let current: PaypalTwin;
const start = async () => (current = await paypalTwin());

for (const [name, amount] of [
  ['of a part', eur(1250)],
  ['of all', null],
] as const) {
  changeConformance(`A refund at PayPal ${name}`, start, {
    of: (adapter) => adapter.refund!,
    args: async () => ({ paymentId: current.known.references[0]!, amount, reason: 'Arrived broken' }),
    effects: async () => (await refundsMade(current)).length,
    refused: (asked) => ({ ...asked, amount: eur(99_999_999) }),
  });
}

describe("PayPal's own ways", () => {
  let vendor: PaypalTwin;
  let paymentId: string;
  const refund = (args: Partial<RefundArgs>, key?: string) =>
    adapterOf(vendor).refund!.perform({ paymentId, amount: null, reason: null, ...args }, once(key));
  beforeAll(async () => (vendor = await paypalTwin()));
  beforeEach(async () => {
    await vendor.reset();
    paymentId = vendor.known.references[0]!;
  });
  afterAll(() => vendor?.stop());

  it('moves the money once however often the same action asks', async () => {
    const key = randomUUID();
    const made = await refund({ amount: eur(500) }, key);
    expect(await refund({ amount: eur(500) }, key)).toEqual(made);
    expect(await refundsMade(vendor)).toMatchObject([{ key, amount: 500 }]);
  });

  it('says in words that everything was paid back, and that the currency is another', async () => {
    const { error: other } = await failureOf(() => refund({ amount: { amount: 500, currency: 'USD' } }));
    expect(other).toMatchObject({ code: 'rejected', message: expect.stringContaining('another currency') });
    await refund({});
    const { error } = await failureOf(() => refund({}));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('already refunded in full') });
  });

  it.each([{ amount: eur(0) }, { amount: eur(1.5) }, { paymentId: '../orders' }])(
    'refuses %j at once',
    async (args) => {
      const { error } = await failureOf(() => refund(args));
      expect(error).toMatchObject({ retryable: false });
      expect(await refundsMade(vendor)).toEqual([]);
    },
  );

  it('does not deny what it cannot see: a capture without its order, of which something was paid back', async () => {
    await vendor.settings({ orders: false });
    const args = { paymentId, amount: eur(500), reason: null };
    expect(await adapterOf(vendor).refund!.find(args, 'nobody')).toBe('not_done');
    await refund({ amount: eur(500) });
    expect(await adapterOf(vendor).refund!.find(args, 'nobody')).toBe('unknown');
  });

  it('goes on when its token was withdrawn', async () => {
    const adapter = adapterOf(vendor);
    await adapter.byReference(paymentId);
    await vendor.sandbox.control('tokens/revoke', {});
    expect(await adapter.byReference(paymentId)).not.toBeNull();
    await vendor.sandbox.control('tokens/revoke', {});
    const args = { paymentId, amount: eur(500), reason: null };
    const { error } = await failureOf(() => adapter.refund!.perform(args, once()));
    expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    expect(await refundsMade(vendor)).toEqual([]);
    expect((await adapter.refund!.perform(args, once())).amount).toEqual(eur(500));
  });

  it('says which mode it is in, and what the app may not', async () => {
    await vendor.settings({ scopes: ['services/payments/payment/authcapture'] });
    expect(await adapterOf(vendor).check()).toMatchObject({
      can: ['payments'],
      cannot: [{ capability: 'refund' }, { capability: 'hook', reason: expect.stringContaining('Webhooks') }],
      account: 'PayPal (sandbox, no real money)',
    });
  });

  it('stands an answer whose fields have drifted', async () => {
    await vendor.fault('drift');
    expect((await adapterOf(vendor).byReference(paymentId))?.status).toBe('unknown');
    await vendor.fault('none');
  });
});

const documents = ['payments_payment_v2', 'notifications_webhooks_v1'].map((name) =>
  Contract.open(`paypal/${name}.json`, process.env.SATCHEL_SPECS),
);
const withDocument = documents[0] && documents[1] ? describe : describe.skip;

withDocument("PayPal's own documents (put them in SATCHEL_SPECS to run this)", () => {
  it('allow every request of the adapter and every answer of the twin', async () => {
    const vendor = await paypalTwin();
    try {
      const { deps, traffic } = recordedDeps({ baseUrl: vendor.baseUrl });
      const adapter = paypal.connect(vendor.good, deps);
      await adapter.byReference(vendor.known.references[0]!);
      await adapter.refund!.perform(
        { paymentId: vendor.known.references[0]!, amount: eur(500), reason: 'Late' },
        once(),
      );
      await adapter.hook!.register!();
      await adapter.hook!.unregister!();
      const of = (part: string) => traffic.filter(({ request }) => request.url.includes(part));
      const [payments, notifications] = documents;
      expect([of('/v2/payments/').length, of('/notifications/').length]).toEqual([2, 4]);
      expect(payments && contractProblems(payments, of('/v2/payments/'), vendor.baseUrl)).toEqual([]);
      expect(notifications && contractProblems(notifications, of('/notifications/'), vendor.baseUrl)).toEqual([]);
    } finally {
      await vendor.stop();
    }
  });
});
