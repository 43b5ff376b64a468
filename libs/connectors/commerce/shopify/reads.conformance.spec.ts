import type { WalkPage } from '../../port';
import { startSandboxProcess, type SandboxProcess } from '../../../testing/sandbox-process';
import { connected, type VendorTwin } from '../../vendor/conformance-deps';
import { shopify } from './shopify.connector';

process.env.SANDBOX_ORDERS = '60';

describe("A Shopify shop's people and goods", () => {
  let sandbox: SandboxProcess;
  let twin: VendorTwin<'commerce'>;
  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    const good = { shopDomain: 'fernhill-outfitters.myshopify.com', accessToken: 'shpat_sandbox' };
    twin = {
      connector: shopify,
      good,
      wrong: good,
      baseUrl: `${sandbox.url}/shopify`,
      fault: async () => undefined,
      strangely: (body) => body,
      stop: () => sandbox.stop(),
    };
    await sandbox.control('shopify/bucket', { maximumAvailable: 50_000, currentlyAvailable: 50_000 });
  });
  afterAll(() => sandbox.stop());

  const customers = () => connected(twin).adapter.customers!;
  const products = () => connected(twin).adapter.products!;
  const all = async <T>(walk: (cursor: string | null) => Promise<WalkPage<T>>): Promise<T[]> => {
    const items: T[] = [];
    for (let cursor: string | null = null, page = 0; page < 50; page += 1) {
      const one: WalkPage<T> = await walk(cursor);
      items.push(...one.items);
      if (one.next === null) return items;
      cursor = one.next;
    }
    throw new Error('the walk came to no end');
  };

  it('finds a customer by the exact address in any case, by phone and by id', async () => {
    const [anna] = await customers().byEmail('Anna.Bergmann@Example.com');
    expect(anna).toMatchObject({ name: 'Anna Bergmann', email: 'anna.bergmann@example.com' });
    expect(await customers().byId(anna!.externalId)).toEqual(anna);
    expect(await customers().byPhone?.(anna!.phone ?? '')).toEqual(anna!.phone ? [anna] : []);
  });

  it.each(['anna.bergmann@example', 'nna.bergmann@example.com', 'x@y.z', '', 'no address', '*@example.com'])(
    'finds nobody by "%s"',
    async (typed) => {
      expect(await customers().byEmail(typed)).toEqual([]);
      expect(await customers().byPhone?.(typed)).toEqual([]);
      expect(await customers().byId(typed)).toBeNull();
    },
  );

  it.each([
    ['customers', () => customers()],
    ['products', () => products()],
  ] as const)('walks over all %s once, oldest change first, and counts them', async (_name, kind) => {
    const source = kind();
    const items = await all<{ externalId: string; updatedAt: Date }>((cursor) => source.walk!(null, cursor));
    expect(items.length).toBeGreaterThan(10);
    expect(new Set(items.map((item) => item.externalId)).size).toBe(items.length);
    expect(await source.count!(null)).toBe(items.length);
    const times = items.map((item) => item.updatedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const since = items[Math.floor(items.length / 2)]!.updatedAt;
    const later = await all<{ externalId: string; updatedAt: Date }>((cursor) => source.walk!(since, cursor));
    expect(later.length).toBe(items.filter((item) => item.updatedAt >= since).length);
    expect(await source.count!(since)).toBe(later.length);
  });

  it('finds products by words and by sku, and reads the same by id', async () => {
    const [jacket] = await products().search('jacket', 5);
    expect(jacket).toMatchObject({ title: expect.stringMatching(/jacket/i), active: true, url: expect.any(String) });
    const [variant] = jacket!.variants;
    expect(variant).toMatchObject({
      price: { amount: expect.any(Number), currency: 'EUR' },
      stock: expect.any(Number),
    });
    expect(await products().byId(jacket!.externalId)).toEqual(jacket);
    expect(await products().bySku(variant!.sku!.toLowerCase())).toEqual([jacket]);
    expect(await products().bySku(variant!.sku!.slice(0, -1))).toEqual([]);
    expect(await products().byId('gid://shopify/Product/1')).toBeNull();
  });

  it('takes search syntax for plain words', async () => {
    const total = (await products().search('jacket', 25)).length;
    for (const typed of ['jacket OR status:active', '*', 'NOT jacket', '"jacket"', 'id:>0']) {
      expect((await products().search(typed, 25)).length).toBeLessThanOrEqual(total);
    }
    expect(await products().search(' -!* ', 5)).toEqual([]);
  });
});
