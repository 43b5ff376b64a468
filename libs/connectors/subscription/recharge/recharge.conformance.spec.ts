import { v7 } from 'uuid';
import { startSandboxProcess } from '../../../testing/sandbox-process';
import { changeConformance } from '../../vendor/change.conformance';
import { connected, failureOf } from '../../vendor/conformance-deps';
import { subscriptionConformance } from '../subscription.conformance';
import { recharge } from './recharge.connector';

const MARCO = 'marco.rossi@example.com';
const DAY_MS = 24 * 60 * 60_000;

async function twin() {
  const sandbox = await startSandboxProcess();
  return {
    sandbox,
    connector: recharge,
    good: { accessToken: 'sandbox-recharge-token', currency: 'EUR' },
    wrong: { accessToken: 'not-the-secret' },
    baseUrl: `${sandbox.url}/recharge`,
    known: { email: MARCO },
    unknownId: '424242',
    fault: (mode: string) => sandbox.control<void>('faults', { vendor: 'recharge', mode }),
    reset: () => sandbox.control<void>('reset', {}),
    strangely: (body: string) => body.replaceAll('"status":"active"', '"status":"dormant"'),
    stop: () => sandbox.stop(),
  };
}
type Twin = Awaited<ReturnType<typeof twin>>;

const adapterOf = (vendor: Twin) => connected<'subscription'>(vendor).adapter;
const subscription = async (vendor: Twin) => {
  const [found] = await adapterOf(vendor).byEmail(MARCO);
  if (!found) throw new Error('Marco has no subscription');
  return found;
};
const idOf = async (vendor: Twin) => (await subscription(vendor)).externalId;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const once = (key: string = v7()) => ({ key, beforeCommit: async () => undefined });
const effects = async (vendor: Twin, kind?: string): Promise<{ kind: string; key: string | null }[]> =>
  (
    await vendor.sandbox.control<{ effects: { kind: string; key: string | null }[] }>(
      `effects${kind ? `?kind=${kind}` : ''}`,
    )
  ).effects;
/** Another variant of the same product, by the shop's id. */
const otherVariant = async (vendor: Twin): Promise<string> => {
  const id = await idOf(vendor);
  const answer = await fetch(`${vendor.baseUrl}/subscriptions/${id}`, {
    headers: { 'x-recharge-access-token': 'sandbox-recharge-token', 'x-recharge-version': '2021-11' },
  });
  const told = (await answer.json()) as { subscription: { external_variant_id: { ecommerce: string } } };
  return String(Number(told.subscription.external_variant_id.ecommerce) + 1);
};

subscriptionConformance('Recharge', twin);

let current: Twin;
const start = async () => (current = await twin());
const counted = (kind: string) => async () => (await effects(current, kind)).length;

changeConformance('Leaving out a charge at Recharge', start, {
  of: (adapter) => adapter.skip!,
  args: async () => ({ subscriptionId: await idOf(current) }),
  effects: counted('subscription_skip'),
  refused: (args) => ({ ...args, subscriptionId: '424242' }),
  keepsNoKey: true,
});
changeConformance('Another day at Recharge', start, {
  of: (adapter) => adapter.reschedule!,
  args: async () => ({ subscriptionId: await idOf(current), nextChargeOn: dayIn(40) }),
  effects: counted('subscription_swap'),
  refused: (args) => ({ ...args, nextChargeOn: '2020-01-01' }),
  keepsNoKey: true,
});
changeConformance('Another variant at Recharge', start, {
  of: (adapter) => adapter.swap!,
  args: async () => ({ subscriptionId: await idOf(current), variantId: await otherVariant(current) }),
  effects: counted('subscription_swap'),
  refused: (args) => ({ ...args, variantId: '424242' }),
  keepsNoKey: true,
});
changeConformance('An end at Recharge', start, {
  of: (adapter) => adapter.cancel!,
  args: async () => ({ subscriptionId: await idOf(current), reason: 'Moving house' }),
  effects: counted('subscription_cancel'),
  refused: (args) => ({ ...args, subscriptionId: '424242' }),
});

describe("Recharge's own ways", () => {
  let vendor: Twin;
  beforeAll(async () => (vendor = await twin()));
  beforeEach(() => vendor.reset());
  afterAll(() => vendor?.stop());

  it('reads a subscription in our words', async () => {
    expect(await subscription(vendor)).toMatchObject({
      status: 'active',
      quantity: 2,
      every: { count: 4, unit: 'week' },
      nextChargeOn: dayIn(5),
      skipped: false,
      cancelledAt: null,
      price: { currency: 'EUR' },
    });
  });

  it('leaves the next charge out, and takes it up again', async () => {
    const before = await subscription(vendor);
    const { skip } = adapterOf(vendor);
    const after = await skip!.perform({ subscriptionId: before.externalId }, once());
    expect(after).toMatchObject({ skipped: true, nextChargeOn: dayIn(33) });
    await skip!.undo!(after, once());
    expect(await subscription(vendor)).toEqual(before);
  });

  it('does not take a charge for its own that was left out before', async () => {
    const subscriptionId = await idOf(vendor);
    const { skip } = adapterOf(vendor);
    await skip!.perform({ subscriptionId }, once());
    expect(await skip!.find({ subscriptionId }, v7({ msecs: Date.now() + DAY_MS }))).toBe('not_done');
  });

  it('ends with the reason for the shop, and starts again', async () => {
    const { externalId: subscriptionId } = await subscription(vendor);
    const { cancel } = adapterOf(vendor);
    const key = v7();
    const ended = await cancel!.perform({ subscriptionId, reason: 'Moving house' }, once(key));
    expect(ended).toMatchObject({ status: 'cancelled', cancellationReason: 'Moving house', nextChargeOn: null });
    expect(await effects(vendor, 'subscription_cancel')).toMatchObject([{ key: `satchel:${key}` }]);
    await cancel!.undo!(ended, once());
    expect(await subscription(vendor)).toMatchObject({ status: 'active', cancelledAt: null });
  });

  it("does not take somebody else's end for its own", async () => {
    const args = { subscriptionId: await idOf(vendor), reason: 'Moving house' };
    const { cancel } = adapterOf(vendor);
    await cancel!.perform(args, once());
    expect(await cancel!.find(args, v7())).toBe('unknown');
    const { error } = await failureOf(() => cancel!.perform(args, once()));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('cancelled') });
    expect(await effects(vendor)).toHaveLength(1);
  });

  it('takes a variant by the name that the shop gives it', async () => {
    const subscriptionId = await idOf(vendor);
    const variantId = `gid://shopify/ProductVariant/${await otherVariant(vendor)}`;
    const before = await subscription(vendor);
    const swapped = await adapterOf(vendor).swap!.perform({ subscriptionId, variantId }, once());
    expect(swapped.variant).not.toBe(before.variant);
  });

  it('says which part the token lacks', async () => {
    const scopes = ['read_customers', 'read_subscriptions', 'write_subscriptions', 'read_orders'];
    await vendor.sandbox.control('recharge/settings', { scopes });
    const verdict = await adapterOf(vendor).check();
    expect(verdict.can).toEqual(['subscriptions', 'reschedule', 'swap', 'cancel']);
    expect(verdict.cannot[0]).toEqual({ capability: 'skip', reason: expect.stringContaining('Orders') });
    expect(await effects(vendor)).toEqual([]);
    await vendor.sandbox.control('recharge/settings', { scopes: ['read_subscriptions'] });
    expect((await failureOf(() => adapterOf(vendor).check())).error).toMatchObject({ code: 'auth' });
  });

  it('asks to be called about each topic once, however often it is set up', async () => {
    const deps = { good: { ...vendor.good, clientSecret: 'sandbox-recharge-secret' } };
    const { hook } = connected<'subscription'>({ ...vendor, ...deps }).adapter;
    const topics = async () => {
      const answer = await fetch(`${vendor.baseUrl}/webhooks`, {
        headers: { 'x-recharge-access-token': 'sandbox-recharge-token', 'x-recharge-version': '2021-11' },
      });
      return ((await answer.json()) as { webhooks: { topic: string }[] }).webhooks.map((one) => one.topic);
    };
    await hook!.register!();
    const first = await topics();
    expect(first).toEqual([...new Set(first)]);
    expect(first).toContain('subscription/cancelled');
    await hook!.register!();
    expect(await topics()).toEqual(first);
    await hook!.unregister!();
    expect(await topics()).toEqual([]);
  });

  it.each(['expired_token', 'missing_scope'])('tells "%s" as `auth`, for a person to mend', async (mode) => {
    await vendor.fault(mode);
    const { error } = await failureOf(() => adapterOf(vendor).byEmail(MARCO));
    await vendor.fault('none');
    expect(error).toMatchObject({ code: 'auth', message: expect.stringMatching(/token/) });
  });
});
