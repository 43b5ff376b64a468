import {
  ConnectionEntity,
  ConnectionService,
  ConnectorError,
  type ShopOrder,
  type WalkPage,
} from '@satchel/connectors';
import type { ConnectionSyncBody, SyncBody } from '@satchel/contracts';
import { customersEntities } from '@satchel/customers';
import { type Ctx, newId } from '@satchel/kernel';
import { makeWorkspace, type TestKernel, testKernel, waitFor } from '@satchel/testing';
import { commerceEntities, CommerceModule } from '../index';
import { SyncService } from './sync.service';
import { SyncWatch } from './sync-watch.service';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const PAGE = 10;

const order = (place: number, updatedAt: Date, total = 1000): ShopOrder => ({
  externalId: `order-${place}`,
  number: `#${place}`,
  customerId: null,
  email: 'anna@example.com',
  phone: null,
  customerName: 'Anna Bergmann',
  placedAt: updatedAt,
  updatedAt,
  cancelledAt: null,
  payment: 'paid',
  fulfilment: 'unfulfilled',
  customStatus: null,
  total: { amount: total, currency: 'EUR' },
  refunded: { amount: 0, currency: 'EUR' },
  lines: [],
  shippingAddress: null,
  shipments: [],
  payments: [],
  refunds: [],
  returns: [],
  discountCodes: [],
  adminUrl: null,
});

/** A shop whose orders are asked page by page; it can be made to fail, and remembers what it was asked. */
class PagedShop {
  orders: ShopOrder[] = [];
  asked: { since: Date | null; cursor: string | null }[] = [];
  failNext: Error[] = [];
  /** Runs before a page is answered. */
  before: () => Promise<void> = () => Promise.resolve();

  adapter() {
    return {
      check: () => Promise.reject(new Error('nobody asks that')),
      orders: {
        byNumber: () => Promise.resolve([]),
        byEmail: () => Promise.resolve([]),
        byId: (id: string) => Promise.resolve(this.orders.find(({ externalId }) => externalId === id) ?? null),
        walk: (since: Date | null, cursor: string | null) => this.walk(since, cursor),
        count: (since: Date | null) => Promise.resolve(this.changed(since).length),
      },
    };
  }

  private changed(since: Date | null): ShopOrder[] {
    return this.orders.filter(({ updatedAt }) => !since || updatedAt >= since);
  }

  private async walk(since: Date | null, cursor: string | null): Promise<WalkPage<ShopOrder>> {
    this.asked.push({ since, cursor });
    await this.before();
    const failure = this.failNext.shift();
    if (failure) throw failure;
    const from = Number(cursor ?? 0);
    const all = this.changed(since);
    const next = from + PAGE < all.length ? String(from + PAGE) : null;
    return { items: all.slice(from, from + PAGE), next };
  }
}

describe('the copy of a shop', () => {
  let kernel: TestKernel;
  let shop: PagedShop;
  let ctx: Ctx;
  let connectionId: string;
  const syncs = () => kernel.moduleRef.get(SyncService);
  const connections = () => kernel.moduleRef.get(ConnectionService);

  beforeAll(async () => {
    kernel = await testKernel({
      imports: [CommerceModule],
      entities: [...commerceEntities, ConnectionEntity, ...customersEntities],
    });
    const service = connections();
    jest.spyOn(service, 'adapter').mockImplementation(() => Promise.resolve(shop.adapter() as never));
  });
  beforeEach(async () => {
    shop = new PagedShop();
    ctx = (await makeWorkspace(kernel.db)).ctx;
    const start = kernel.clock.now().getTime() - DAY_MS;
    shop.orders = Array.from({ length: 35 }, (_, place) => order(place, new Date(start + place * 60_000)));
  });
  afterAll(() => kernel?.close());

  const connect = async () => {
    const made = await connections().create(ctx, {
      connectorId: 'shopify',
      label: 'Paged shop',
      credentials: { shopDomain: 'fernhill.myshopify.com', accessToken: 'any' },
    });
    connectionId = made.id;
  };
  const read = async (): Promise<SyncBody> => {
    const { resources }: ConnectionSyncBody = await syncs().read(ctx, connectionId);
    if (!resources[0]) throw new Error('no walk was begun');
    return resources[0];
  };
  const done = () =>
    waitFor(async () => (await read()).state === 'done' && read(), { timeoutMs: 20_000, what: 'the copy to be whole' });
  const numbers = async () =>
    (
      await ctx.query<{ number: string }>(
        'select number from shop_order where workspace_id = $1 and deleted_at is null order by placed_at',
        [ctx.workspaceId],
      )
    ).map(({ number }) => number);
  const all = () => shop.orders.map(({ number }) => number);

  it('begins by itself when the shop is connected, and tells how far it is', async () => {
    await connect();
    expect(await done()).toMatchObject({ resource: 'orders', since: null, done: 35, total: 35, lastError: null });
    expect(await numbers()).toEqual(all());
    const told = await ctx.query<{ payload: { state: string; done: number; total: number } }>(
      `select payload from event where workspace_id = $1 and type = 'mirror.sync_progressed' order by seq`,
      [ctx.workspaceId],
    );
    expect(told.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ state: 'running', done: 0, total: 35 }),
      ...told.slice(1, -1).map(() => expect.anything() as unknown),
      expect.objectContaining({ state: 'done', done: 35, total: 35 }),
    ]);
  });

  it('goes on where it stood when the shop fails, and says what was wrong', async () => {
    let failed = false;
    shop.before = () => {
      if (shop.asked.length === 3 && !failed) {
        failed = true;
        shop.failNext.push(new ConnectorError('unavailable', 'Paged shop is having trouble'));
      }
      return Promise.resolve();
    };
    await connect();
    const broken = await waitFor(async () => (await read()).lastError && read());
    expect(broken).toMatchObject({
      state: 'waiting',
      done: 20,
      lastError: { message: 'Paged shop is having trouble' },
      nextAt: expect.any(String) as string,
    });
    await syncs().goOn(ctx, connectionId);
    expect(await done()).toMatchObject({ done: 35, lastError: null });
    expect(await numbers()).toEqual(all());
    expect(shop.asked.map(({ cursor }) => cursor)).toEqual([null, '10', '20', '20', '30']);
  });

  it('waits as long as the shop asks it to', async () => {
    shop.failNext = [new ConnectorError('rate_limited', 'slow down', { retryAfterMs: 150 })];
    const times: number[] = [];
    shop.before = () => Promise.resolve(void times.push(performance.now()));
    await connect();
    await done();
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(145);
    expect((await read()).lastError).toBeNull();
  });

  it('stops at a refused key, raises an alarm, and goes on when the key is mended', async () => {
    shop.failNext = [new ConnectorError('auth', 'Paged shop refused our credentials')];
    await connect();
    await waitFor(async () => (await read()).state === 'failed');
    const { health } = await connections().get(ctx, connectionId);
    expect(health).toMatchObject({ state: 'failing', message: 'Paged shop refused our credentials' });
    const alarms = `select type from event where workspace_id = $1 and type like 'connection.alarm%' order by seq`;
    expect(await ctx.query(alarms, [ctx.workspaceId])).toEqual([{ type: 'connection.alarm_raised' }]);
    await connections().update(ctx, connectionId, { credentials: { accessToken: 'mended' } });
    await done();
    await waitFor(async () => (await connections().get(ctx, connectionId)).health.state === 'ok');
    await waitFor(async () => (await ctx.query(alarms, [ctx.workspaceId])).length === 2);
  });

  it('begins anew when it is asked to, and throws the page of the old run away', async () => {
    let restarted: Promise<void> | null = null;
    shop.before = async () => {
      if (shop.asked.length === 2) restarted = syncs().start(ctx, connectionId, { full: true });
      await restarted;
    };
    await connect();
    expect(await done()).toMatchObject({ done: 35, total: 35 });
    expect(shop.asked.map(({ cursor }) => cursor)).toEqual([null, '10', null, '10', '20', '30']);
    expect(await numbers()).toEqual(all());
  });

  it('begins anew when the shop forgot the place', async () => {
    shop.before = () => {
      if (shop.asked.length === 3) shop.failNext.push(new ConnectorError('rejected', 'Invalid cursor'));
      return Promise.resolve();
    };
    await connect();
    await waitFor(async () => (await read()).lastError);
    await syncs().goOn(ctx, connectionId);
    expect(await done()).toMatchObject({ done: 35 });
    expect(shop.asked[3]).toEqual({ since: null, cursor: null });
  });

  it('looks every hour for what changed since, and never puts an older state over a newer one', async () => {
    await connect();
    const first = await done();
    expect(Date.parse(first.nextAt ?? '') - Date.parse(first.finishedAt ?? '')).toBe(HOUR_MS);
    const now = kernel.clock.now();
    shop.orders = [...shop.orders.slice(0, -1), order(34, now, 7777), order(99, now)];
    shop.asked = [];
    await ctx.query(`update shop_sync set next_at = now() - interval '5 minutes' where workspace_id = $1`, [
      ctx.workspaceId,
    ]);
    await kernel.moduleRef.get(SyncWatch).look();
    await waitFor(async () => (await numbers()).includes('#99'), { timeoutMs: 10_000 });
    expect(shop.asked).toHaveLength(1);
    const since = shop.asked[0]?.since?.getTime() ?? 0;
    expect(since).toBeLessThan(Date.parse(first.startedAt ?? ''));
    expect(since).toBeGreaterThan(Date.parse(first.startedAt ?? '') - HOUR_MS);

    await done();
    shop.orders = shop.orders.map((one) =>
      one.number === '#34' ? order(34, new Date(now.getTime() - HOUR_MS), 1) : one,
    );
    await syncs().start(ctx, connectionId, { full: true });
    await waitFor(
      async () => (await read()).state === 'done' && (await read()).since === null && (await read()).done === 36,
    );
    const [kept] = await ctx.query<{ total: string }>(
      `select total_amount as total from shop_order where workspace_id = $1 and number = '#34'`,
      [ctx.workspaceId],
    );
    expect(kept?.total).toBe('7777');
  });

  it('is walked over by one at a time, however many jobs and nodes there are', async () => {
    const other = await testKernel({
      imports: [CommerceModule],
      entities: [...commerceEntities, ConnectionEntity, ...customersEntities],
      databaseUrl: kernel.databaseUrl,
    });
    jest
      .spyOn(other.moduleRef.get(ConnectionService), 'adapter')
      .mockImplementation(() => Promise.resolve(shop.adapter() as never));
    let at = 0;
    let most = 0;
    shop.before = async () => {
      most = Math.max(most, ++at);
      await new Promise((resolve) => setImmediate(resolve));
      at -= 1;
    };
    await connect();
    for (let n = 0; n < 10; n++)
      await ctx.query('select satchel_enqueue($1, $2, $3, null, 3)', [
        'commerce.sync',
        JSON.stringify({
          workspaceId: ctx.workspaceId,
          requestId: newId(),
          data: { connectionId, resource: 'orders' },
        }),
        `extra-${n}`,
      ]);
    await done().finally(() => other.close());
    expect(most).toBe(1);
    expect(await numbers()).toEqual(all());
  });
});
