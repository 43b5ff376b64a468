import { readFile } from 'node:fs/promises';
import type { ConnectionBody, ConnectionSyncBody, OrderBody, Page, SyncBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';
import { startWorld, type World } from './world';

/** SATCHEL_SYNC_ORDERS=10000 walks over a large shop at the pace that its smallest plan allows; half an hour. */
const GIVEN = Number(process.env.SATCHEL_SYNC_ORDERS) || null;
const ORDERS = GIVEN ?? 600;
const KILLS = [0.2, 0.45, 0.7];
const LIMIT_MS = GIVEN ? 3_600_000 : 240_000;
const MOST_MEGABYTES = 300;

describe(`the copy of a shop with ${ORDERS} orders`, () => {
  let world: World;
  let server: ServerProcess;
  let shop: string;
  let most = 0;
  const begun = performance.now();

  beforeAll(async () => {
    await ServerProcess.build();
    const before = process.env.SANDBOX_ORDERS;
    process.env.SANDBOX_ORDERS = String(ORDERS);
    world = await startWorld({ settings: { port: await freePort(), smtpInPort: await freePort() } });
    process.env.SANDBOX_ORDERS = before ?? '';
    if (!GIVEN) await world.sandbox.control('shopify/bucket', { restoreRate: 1000 });
    shop = (await world.api<Page<ConnectionBody>>('GET', '/connections?kind=commerce')).data[0]?.id ?? '';
    await world.server.stop();
    server = new ServerProcess(world.config);
    await server.start();
  }, 240_000);
  afterAll(async () => {
    await server?.kill();
    await world?.stop();
  }, 60_000);

  const progress = async (): Promise<SyncBody> => {
    const answer = await fetch(`http://127.0.0.1:${world.config.port}/api/v1/connections/${shop}/sync`, {
      headers: { authorization: `Bearer ${world.apiKey}` },
    });
    const { resources } = (await answer.json()) as ConnectionSyncBody;
    const orders = resources.find(({ resource }) => resource === 'orders');
    if (!orders) throw new Error('nobody walks over the orders');
    most = Math.max(most, await megabytesOf(server.pid));
    return orders;
  };
  const until = (what: string, check: (sync: SyncBody) => boolean) =>
    waitFor(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        const sync = await progress();
        return check(sync) && sync;
      },
      { timeoutMs: LIMIT_MS, what },
    );

  it(
    `is whole after ${KILLS.length} kills in the middle of it, without a gap, in little memory`,
    async () => {
      const places: number[] = [];
      for (const share of KILLS) {
        const { done, total } = await until(`${share} of the orders`, (sync) => sync.done >= ORDERS * share);
        expect(total).toBeGreaterThanOrEqual(ORDERS);
        places.push(done);
        await server.kill();
        await server.start();
        // It goes on where it stood.
        expect((await progress()).done).toBeGreaterThanOrEqual(done);
      }
      const sync = await until('the end', ({ state }) => state === 'done');
      expect(sync).toMatchObject({ done: sync.total, lastError: null });

      const { shop: theirs } = await world.sandbox.control<{ shop: { orders: { id: string; total: string }[] } }>(
        'state?all=true',
      );
      const kept = await world.sql<{ id: string; total: string }>(
        `select external_id as id, (total_amount / 100.0)::numeric(12, 2)::text as total from shop_order
       where connection_id = $1 and deleted_at is null order by external_id`,
        [shop],
      );
      const asKept = theirs.orders.map(({ id, total }) => ({ id, total })).sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(asKept.length).toBeGreaterThanOrEqual(ORDERS);
      expect(kept).toEqual(asKept);
      expect(most).toBeLessThan(MOST_MEGABYTES);
      if (GIVEN) {
        const seconds = Math.round((performance.now() - begun) / 1000);
        process.stdout.write(
          `${kept.length} orders in ${seconds} s, killed at ${places.join(', ')}, at most ${most} MB\n`,
        );
      }
    },
    LIMIT_MS + 60_000,
  );

  it('answers from the copy while the shop is down, and hears what happened then afterwards', async () => {
    const find = async () => {
      const answer = await fetch(`http://127.0.0.1:${world.config.port}/api/v1/orders?number=1001`, {
        headers: { authorization: `Bearer ${world.apiKey}` },
      });
      return (await answer.json()) as { data: OrderBody[]; problems: string[] };
    };
    await world.sandbox.control('faults', { vendor: 'shopify', mode: 'down' });
    expect(await find()).toMatchObject({ data: [{ number: '#1001', stale: true }], problems: [expect.any(String)] });
    await world.sandbox.control('faults', { vendor: 'shopify', mode: 'none' });
    await world.sandbox.control('orders/1002/cancel', {});
    await fetch(`http://127.0.0.1:${world.config.port}/api/v1/connections/${shop}/sync`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.apiKey}`, 'content-type': 'application/json' },
      body: '{}',
    });
    await waitFor(
      async () =>
        (
          await world.sql<{ cancelled: string | null }>(
            `select snapshot ->> 'cancelledAt' as cancelled from shop_order where connection_id = $1 and number = '#1002'`,
            [shop],
          )
        )[0]?.cancelled,
      { timeoutMs: 60_000, what: 'the cancelled order in the copy' },
    );
  }, 90_000);
});

/** What the process holds in memory now; 0 where the system does not tell. */
async function megabytesOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}
