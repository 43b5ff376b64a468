import { randomUUID } from 'node:crypto';
import { changeConformance } from '../../vendor/change.conformance';
import { connected, failureOf } from '../../vendor/conformance-deps';
import { paymentConformance } from '../payment.conformance';
import type { RefundArgs } from './refund.change';
import { stripeTwin, type StripeTwin } from './stripe.conformance-twin';

const adapterOf = (vendor: StripeTwin) => connected<'payment'>(vendor).adapter;
const once = (key: string = randomUUID()) => ({ key, beforeCommit: async () => undefined });
interface Effect {
  key: string | null;
  amount: number;
}
const refundsMade = async (vendor: StripeTwin) =>
  (await vendor.sandbox.control<{ effects: Effect[] }>('effects?kind=refund')).effects;

paymentConformance('Stripe', stripeTwin);

let current: StripeTwin;
const start = async () => (current = await stripeTwin());
const cases: [string, () => RefundArgs][] = [
  [
    'of a part, by payment intent',
    () => ({ paymentId: current.known.references[0]!, amount: eur(1250), reason: null }),
  ],
  ['of all, by charge', () => ({ paymentId: current.known.references[1]!, amount: null, reason: 'Arrived broken' })],
];
const eur = (amount: number) => ({ amount, currency: 'EUR' });

for (const [name, args] of cases) {
  changeConformance(`A refund at Stripe ${name}`, start, {
    of: (adapter) => adapter.refund!,
    args: async () => args(),
    effects: async () => (await refundsMade(current)).length,
    refused: (asked) => ({ ...asked, amount: eur(99_999_999) }),
  });
}

describe("Stripe's own ways", () => {
  let vendor: StripeTwin;
  let paymentId: string;
  const refund = (args: Partial<RefundArgs>, key?: string) =>
    adapterOf(vendor).refund!.perform({ paymentId, amount: null, reason: null, ...args }, once(key));
  beforeAll(async () => (vendor = await stripeTwin()));
  beforeEach(async () => {
    await vendor.reset();
    paymentId = vendor.known.references[0]!;
  });
  afterAll(() => vendor?.stop());

  it('names the card', async () => {
    expect((await adapterOf(vendor).byReference(paymentId))?.method).toMatch(
      /^(Visa|Mastercard|American Express) ending \d{4}$/,
    );
  });

  it('moves the money once however often the same action asks', async () => {
    const key = randomUUID();
    const made = await refund({ amount: eur(500) }, key);
    expect(await refund({ amount: eur(500) }, key)).toEqual(made);
    expect(await refundsMade(vendor)).toMatchObject([{ key, amount: 500 }]);
  });

  it('does not take an action for another one that has its key', async () => {
    const key = randomUUID();
    const made = await refund({ amount: eur(500) }, key);
    const { error } = await failureOf(() => refund({ amount: eur(700) }, key));
    expect(error).toMatchObject({ code: 'uncertain', retryable: false });
    const asked = { paymentId, amount: eur(700), reason: null };
    expect(await adapterOf(vendor).refund!.find(asked, key)).toEqual(made);
    expect(await refundsMade(vendor)).toHaveLength(1);
  });

  it('keeps the reason that was typed, and tells when the money has arrived and how a bank finds it', async () => {
    expect(await refund({ amount: eur(500), reason: 'The zip broke' })).toMatchObject({
      status: 'pending',
      reference: null,
      reason: 'The zip broke',
    });
    await vendor.sandbox.control('clock', { advance: '9d' });
    const payment = await adapterOf(vendor).byReference(paymentId);
    expect(payment).toMatchObject({ refunded: eur(500) });
    expect(payment?.refunds[0]).toMatchObject({ status: 'succeeded', reason: 'The zip broke' });
    expect(payment?.refunds[0]?.reference).toMatch(/^\d{23}$/);
  });

  it.each([
    [{ amount: { amount: 500, currency: 'USD' } }, /made in EUR, not in USD/],
    [{ amount: eur(0) }, /above nothing/],
    [{ amount: eur(12.5) }, /above nothing/],
    [{ paymentId: 'pi_3NobodyHasThisOne0000000' }, /no such payment/],
    [{ paymentId: 're_1' }, /no such payment/],
  ])('refuses %j before anything leaves', async (args, words) => {
    const { error } = await failureOf(() => refund(args));
    expect(error).toMatchObject({ retryable: false, message: expect.stringMatching(words) });
    expect(await refundsMade(vendor)).toEqual([]);
  });

  it('says in words that everything was paid back already', async () => {
    await refund({});
    const { error } = await failureOf(() => refund({}));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('already refunded in full') });
  });

  it('says which payments are disputed', async () => {
    await vendor.settings({ disputed: [paymentId] });
    expect((await adapterOf(vendor).byReference(paymentId))?.status).toBe('disputed');
  });

  it('names each permission that the key lacks, and goes without the name of the account', async () => {
    await vendor.settings({ permissions: ['charge_read', 'payment_intent_read', 'webhook_read'] });
    const verdict = await adapterOf(vendor).check();
    expect(verdict).toMatchObject({
      can: ['payments', 'refunds', 'search', 'hook'],
      cannot: [{ capability: 'refund', reason: expect.stringContaining('Charges and Refunds: Write') }],
      account: 'Stripe (test mode)',
    });
    await vendor.settings({ permissions: ['charge_write'] });
    const { error } = await failureOf(() => adapterOf(vendor).check());
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('may not read payments') });
  });

  it('checks without moving money, and says that the mode is a test', async () => {
    expect(await adapterOf(vendor).check()).toEqual({
      can: ['payments', 'refunds', 'search', 'refund', 'hook'],
      cannot: [],
      account: 'Fernhill Outfitters (test mode)',
    });
    expect(await refundsMade(vendor)).toEqual([]);
  });

  it('tells an ended key apart from a wrong one', async () => {
    await vendor.fault('expired_token');
    const { error } = await failureOf(() => adapterOf(vendor).check());
    await vendor.fault('none');
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('expired') });
  });

  it('stands an answer whose fields have drifted', async () => {
    await vendor.fault('drift');
    expect((await adapterOf(vendor).byReference(paymentId))?.status).toBe('unknown');
    await vendor.fault('none');
  });
});
