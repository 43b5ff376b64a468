import type { AdapterOf } from '../../port';
import { connected } from '../../vendor/conformance-deps';
import { woocommerceTwin, type WoocommerceTwin } from './conformance-twin';
import { WoocommerceClient } from './woocommerce.client';

process.env.SANDBOX_ORDERS = '300';

describe('What is read of a WooCommerce shop', () => {
  let twin: WoocommerceTwin;
  let shop: AdapterOf['commerce'];
  beforeAll(async () => (twin = await woocommerceTwin()));
  beforeEach(async () => {
    await twin.reset();
    shop = connected<'commerce'>(twin).adapter;
  });
  afterAll(() => twin?.stop());
  const order = async (number: string) => (await shop.orders.byNumber(number))[0];

  it('is the whole of an order, with the number that the tracking plug-in keeps', async () => {
    expect(await order('1001')).toMatchObject({
      number: '1001',
      email: 'anna.bergmann@example.com',
      customerName: 'Anna Bergmann',
      payment: 'paid',
      fulfilment: 'fulfilled',
      total: { amount: 28_880, currency: 'EUR' },
      refunded: { amount: 0 },
      shipments: [{ trackingNumber: '1Z999AA10123456784', carrier: 'ups', status: 'unknown' }],
      payments: [{ gateway: expect.stringMatching(/^(stripe|paypal)$/), reference: expect.any(String) }],
      adminUrl: expect.stringMatching(/^https:\/\/fernhill\.example\/wp-admin\/post\.php\?post=\d+&action=edit$/),
    });
    await twin.settings({ tracking: false });
    expect(await order('1001')).toMatchObject({ shipments: [] });
  });

  it('adds up: lines with tax and shipping are the total', async () => {
    const told = await order('1002');
    const goods = told?.lines.reduce((sum, line) => sum + line.unitPrice.amount * line.quantity, 0) ?? 0;
    const state = await twin.sandbox.control<{ shop: { orders: any[] } }>('state');
    const facts = state.shop.orders.find((one) => one.name === '#1002');
    expect(goods).toBe(Math.round(Number(facts.subtotal) * 100));
    expect(told?.total.amount).toBe(Math.round(Number(facts.total) * 100));
  });

  it('does not take the order that has this id for the one that has this number', async () => {
    const told = await order('1002');
    expect(told?.externalId).not.toBe('1002');
    expect(await shop.orders.byNumber(told?.externalId ?? '')).toEqual([]);
  });

  it('survives a plug-in that renames and retypes what is in an order', async () => {
    const { externalId } = (await order('1001')) ?? { externalId: '' };
    await twin.fault('drift');
    expect(await shop.orders.byId(externalId)).toMatchObject({
      externalId,
      payment: 'unknown',
      fulfilment: 'unknown',
      email: null,
      lines: [],
      total: { amount: 28_880 },
    });
  });

  it('is a customer by any spelling of the address, and nobody by a part of it', async () => {
    const found = await shop.customers?.byEmail('Anna.Bergmann@Example.com');
    expect(found).toMatchObject([{ name: 'Anna Bergmann', email: 'anna.bergmann@example.com' }]);
    expect(await shop.customers?.byId(found?.[0]?.externalId ?? '')).toEqual(found?.[0]);
    expect(await shop.customers?.byEmail('bergmann@example.com')).toEqual([]);
    expect(await shop.customers?.byId('424242')).toBeNull();
  });

  it('is a product with its variations, also by the sku of one of them', async () => {
    const { items } = (await shop.products?.walk?.(null, null)) ?? { items: [] };
    const product = items.find((one) => one.variants.length > 1);
    const [, second] = product?.variants ?? [];
    expect(second).toMatchObject({ price: { currency: 'EUR' }, stock: expect.any(Number), title: expect.any(String) });
    expect(await shop.products?.bySku(second?.sku?.toLowerCase() ?? '')).toEqual([product]);
    expect(await shop.products?.search(product?.title ?? '', 5)).toContainEqual(product);
    expect(await shop.products?.bySku('nosuch')).toEqual([]);
    expect(await shop.products?.count?.(null)).toBe(items.length);
  });

  it('walks over all, and finds those that change meanwhile', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    let moved: string | null = null;
    for (let page = 0; page < 10; page += 1) {
      const step: Awaited<ReturnType<NonNullable<typeof shop.orders.walk>>> = await shop.orders.walk!(null, cursor);
      seen.push(...step.items.map((one) => one.number));
      if (page === 0) {
        // One that was read changes: everything behind it would move up a place, were there page numbers.
        moved = seen[0] ?? '';
        const write = { key: 'k', beforeCommit: async () => undefined };
        await shop.remark?.(step.items[0]?.externalId ?? '', 'Ticket 12', write);
      }
      cursor = step.next;
      if (!cursor) break;
    }
    expect(new Set(seen).size).toBe(300);
    expect(seen.filter((number) => number === moved)).toHaveLength(2);
  });

  it('reads an answer that a plug-in has printed its warnings before', async () => {
    const loud = connected<'commerce'>(twin, twin.good, (body) => `<br />\n<b>Notice</b>: Undefined index\n${body}`);
    expect(await loud.adapter.orders.byNumber('1001')).toHaveLength(1);
  });

  it('writes the key into no address unless it is asked to', () => {
    const url = new WoocommerceClient(twin.good, { baseUrl: null } as never).url('orders', { page: 2 });
    expect(url).toBe('https://fernhill.example/wp-json/wc/v3/orders?page=2');
  });
});
