import { v7 } from 'uuid';
import { startSandboxProcess } from '../../../testing/sandbox-process';
import { changeConformance } from '../../vendor/change.conformance';
import { connected, failureOf } from '../../vendor/conformance-deps';
import { fulfilmentConformance } from '../fulfilment.conformance';
import { shipbob } from './shipbob.connector';

const OPEN = '#1002';
const SHIPPED = '#1003';
const SKU = 'FH-TNT-TARN2';

async function twin() {
  const sandbox = await startSandboxProcess();
  return {
    sandbox,
    connector: shipbob,
    good: { accessToken: 'sandbox-shipbob-token' },
    wrong: { accessToken: 'not-the-secret' },
    baseUrl: `${sandbox.url}/shipbob`,
    known: { shipped: SHIPPED, open: OPEN },
    unknownId: '424242',
    sku: await firstSku(sandbox.url),
    fault: (mode: string) => sandbox.control<void>('faults', { vendor: 'shipbob', mode }),
    reset: () => sandbox.control<void>('reset', {}),
    strangely: (body: string) => body.replaceAll('"status":"Fulfilled"', '"status":"Teleported"'),
    stop: () => sandbox.stop(),
  };
}
type Twin = Awaited<ReturnType<typeof twin>>;

/** The whole SKU of an article whose SKU begins with the product's. */
async function firstSku(url: string): Promise<string> {
  const answer = await fetch(`${url}/shipbob/2026-01/inventory-level?SearchBy=${SKU}`, {
    headers: { authorization: 'Bearer sandbox-shipbob-token' },
  });
  return ((await answer.json()) as { items: { sku: string }[] }).items[0]?.sku ?? '';
}

const adapterOf = (vendor: Twin) => connected<'fulfilment'>(vendor).adapter;
const orderOf = async (vendor: Twin, number = OPEN) => {
  const [order] = await adapterOf(vendor).byNumber(number);
  if (!order) throw new Error(`${number} is not there`);
  return order;
};
const once = (key: string = v7()) => ({ key, beforeCommit: async () => undefined });
const effects = async (vendor: Twin, kind?: string): Promise<{ kind: string }[]> =>
  (await vendor.sandbox.control<{ effects: { kind: string }[] }>(`effects${kind ? `?kind=${kind}` : ''}`)).effects;
const HOME = {
  name: 'Marco Rossi',
  lines: ['Via Torino 5', 'Scala B'],
  city: 'Milano',
  postcode: '20123',
  country: 'IT',
};

fulfilmentConformance('ShipBob', twin);

let current: Twin;
const start = async () => (current = await twin());

changeConformance('Calling an order off at ShipBob', start, {
  of: (adapter) => adapter.cancel!,
  args: async () => ({ orderId: (await orderOf(current)).externalId }),
  effects: async () => (await effects(current, 'cancel')).length,
  refused: () => ({ orderId: '424242' }),
});
changeConformance('Another address at ShipBob', start, {
  of: (adapter) => adapter.address!,
  args: async () => ({ orderId: (await orderOf(current)).externalId, address: HOME }),
  effects: async () => (await effects(current, 'address')).length,
  refused: (args) => ({ ...args, address: { ...HOME, country: 'Italia' } }),
});

describe("ShipBob's own ways", () => {
  let vendor: Twin;
  beforeAll(async () => (vendor = await twin()));
  beforeEach(() => vendor.reset());
  afterAll(() => vendor?.stop());

  it.each([
    ['#1001', { state: 'shipped', shipments: [{ status: 'in_transit', carrier: 'UPS' }] }],
    ['#1003', { state: 'shipped', shipments: [{ status: 'delivered', deliveredAt: expect.any(String) as string }] }],
    ['#1004', { shipments: [{ status: 'out_for_delivery' }, { trackingNumber: null }] }],
    ['#1005', { state: 'cancelled', shipments: [] }],
  ])('reads where %s is', async (number, expected) => {
    expect(await orderOf(vendor, number)).toMatchObject(expected);
  });

  it('says what an order waits for', async () => {
    const state = await vendor.sandbox.control('state');
    const held = state.shop.orders.find((one: any) => one.fulfilment === 'ON_HOLD' || one.onHold);
    expect(await orderOf(vendor, held?.name ?? '#1031')).toMatchObject({ state: 'on_hold', problem: 'Manual hold' });
  });

  it('does not call off what has gone, and says why', async () => {
    const { externalId: orderId } = await orderOf(vendor, SHIPPED);
    const { error } = await failureOf(() => adapterOf(vendor).cancel!.perform({ orderId }, once()));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('the order has shipped') });
    const elsewhere = await failureOf(() => adapterOf(vendor).address!.perform({ orderId, address: HOME }, once()));
    expect(elsewhere.error).toMatchObject({ code: 'rejected', message: expect.stringContaining('still to be packed') });
    expect(await effects(vendor)).toEqual([]);
  });

  it('calls an order off without moving money', async () => {
    const { externalId: orderId } = await orderOf(vendor);
    expect(await adapterOf(vendor).cancel!.perform({ orderId }, once())).toMatchObject({ state: 'cancelled' });
    expect((await effects(vendor)).map((one) => one.kind)).toEqual(['cancel']);
  });

  it('names the channels when another one is typed', async () => {
    const { adapter } = connected<'fulfilment'>({ ...vendor, good: { ...vendor.good, channelId: '1' } });
    const { error } = await failureOf(() => adapter.check());
    expect(error).toMatchObject({ code: 'auth', message: expect.stringMatching(/Channel ID is one of .*105001/) });
  });

  it('says which part the token lacks', async () => {
    await vendor.sandbox.control('shipbob/settings', { scopes: ['channels_read', 'orders_read'] });
    const verdict = await adapterOf(vendor).check();
    expect(verdict.can).toEqual(['orders']);
    expect(verdict.cannot.map((one) => one.capability)).toEqual(['cancel', 'address', 'stock', 'hook']);
    expect(verdict.cannot[0]?.reason).toContain('orders_write');
  });

  it('waits as long as ShipBob says in a header of its own', async () => {
    await vendor.fault('429');
    const { error } = await failureOf(() => adapterOf(vendor).byNumber(OPEN));
    await vendor.fault('none');
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs: 12_000 });
  });

  it('asks to be called once, however often it is set up', async () => {
    const { hook } = adapterOf(vendor);
    const hooks = async () => {
      const answer = await fetch(`${vendor.baseUrl}/2026-01/webhook`, {
        headers: { authorization: 'Bearer sandbox-shipbob-token' },
      });
      return ((await answer.json()) as { items: { id: string; url: string }[] }).items;
    };
    await hook!.register!();
    const first = await hooks();
    expect(first).toHaveLength(1);
    await hook!.register!();
    expect(await hooks()).toEqual(first);
    await hook!.unregister!();
    expect(await hooks()).toEqual([]);
  });

  it.each(['expired_token', 'missing_scope'])('tells "%s" as `auth`, for a person to mend', async (mode) => {
    await vendor.fault(mode);
    const { error } = await failureOf(() => adapterOf(vendor).byNumber(OPEN));
    await vendor.fault('none');
    expect(error).toMatchObject({ code: 'auth', message: expect.stringMatching(/token/) });
  });
});
