import { ConnectionEntity, ConnectionService, type Hint, type ShopProduct } from '@satchel/connectors';
import { customersEntities } from '@satchel/customers';
import type { Ctx } from '@satchel/kernel';
import { makeConnection, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { commerceEntities, CommerceModule, CommerceService } from '../index';
import { RefreshHandler } from './refresh.handler';

const product = (externalId: string, title: string, sku: string, more: Partial<ShopProduct> = {}): ShopProduct => ({
  externalId,
  title,
  description: null,
  url: null,
  imageUrl: null,
  active: true,
  variants: [{ externalId: `${externalId}-v`, title: null, sku, price: { amount: 100, currency: 'EUR' }, stock: 3 }],
  updatedAt: new Date('2026-11-01T10:00:00Z'),
  ...more,
});

describe('what a shop says has changed', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let connectionId: string;
  let shelf: ShopProduct[];
  let searched: string[];

  beforeAll(async () => {
    kernel = await testKernel({
      imports: [CommerceModule],
      entities: [...commerceEntities, ConnectionEntity, ...customersEntities],
      runJobs: false,
    });
    const adapter = {
      orders: { byId: () => Promise.resolve(null) },
      products: {
        byId: (id: string) => Promise.resolve(shelf.find(({ externalId }) => externalId === id) ?? null),
        search: (text: string) => Promise.resolve((searched.push(text), [])),
        bySku: (sku: string) => Promise.resolve(shelf.filter((one) => one.variants[0]?.sku === sku)),
      },
    } as never;
    const connections = kernel.moduleRef.get(ConnectionService);
    jest.spyOn(connections, 'adapter').mockImplementation(() => Promise.resolve(adapter));
    jest
      .spyOn(connections, 'byKind')
      .mockImplementation(() =>
        Promise.resolve([{ connection: { id: connectionId, label: 'Shop' }, adapter }] as never),
      );
  });
  beforeEach(async () => {
    shelf = [
      product('p-1', 'Skarn 3L Rain Jacket', 'FH-JKT-SKARN-M'),
      product('p-2', 'Skarn Wool Socks', 'FH-SCK-SKARN', { active: false }),
      product('p-3', 'Ridge Tent', 'FH-TNT-RIDGE'),
    ];
    searched = [];
    ctx = (await makeWorkspace(kernel.db)).ctx;
    connectionId = (await makeConnection(ctx, { kind: 'commerce', connectorId: 'shopify', address: null })).id;
  });
  afterAll(() => kernel?.close());

  const hint = (resource: Hint['resource'], externalId: string) =>
    kernel.moduleRef.get(RefreshHandler).refresh(ctx, { connectionId, resource, externalId });
  const find = async (filter: { q?: string; sku?: string }, at = ctx) =>
    (await kernel.moduleRef.get(CommerceService).products(at, filter, 20)).map(({ externalId }) => externalId);

  it('is read again at the shop, and is gone when the shop has it no more', async () => {
    await hint('product', 'p-1');
    expect(await find({ q: 'jacket' })).toEqual(['p-1']);
    shelf[0] = product('p-1', 'Skarn 3L Rain Coat', 'FH-JKT-SKARN-M', { updatedAt: new Date('2026-11-02T10:00:00Z') });
    await hint('product', 'p-1');
    expect(await find({ q: 'jacket' })).toEqual([]);
    expect(await find({ q: 'coat' })).toEqual(['p-1']);
    shelf = [];
    await hint('product', 'p-1');
    expect(await find({ q: 'coat' })).toEqual([]);
  });

  it('changes nothing for a kind of record that is not kept', async () => {
    await hint('loyalty_member', 'm-1');
    await hint('payment', 'ch_1');
    expect(await ctx.query('select id from shop_order where workspace_id = $1', [ctx.workspaceId])).toEqual([]);
  });

  it('is found by the words of its title, by its sku, and in its own workspace alone', async () => {
    for (const { externalId } of shelf) await hint('product', externalId);
    expect(await find({ q: 'SKARN' })).toEqual(['p-1', 'p-2']);
    expect(await find({ q: 'rain ska' })).toEqual(['p-1']);
    expect(await find({ q: 'fh-jkt-skarn' })).toEqual(['p-1']);
    expect(await find({ sku: 'fh-tnt-ridge' })).toEqual(['p-3']);
    expect(await find({ sku: 'fh-tnt' })).toEqual([]);
    expect(await find({ q: `'); drop table shop_product; -- | & !` })).toEqual([]);
    expect(await find({ q: '*' })).toEqual([]);
    expect(await find({ q: 'skarn' }, (await makeWorkspace(kernel.db)).ctx)).toEqual([]);
  });

  it('is asked of the shop itself while nothing that fits is kept', async () => {
    expect(await find({ sku: 'FH-TNT-RIDGE' })).toEqual(['p-3']);
    expect(await find({ q: 'lantern' })).toEqual([]);
    expect(searched).toEqual(['lantern']);
  });
});
