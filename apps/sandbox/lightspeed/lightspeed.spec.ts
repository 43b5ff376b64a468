import { createHash } from 'node:crypto';
import { hookDoor } from '../testing/hook-door';
import { sandboxForTest, until } from '../testing/start';

describe('the Lightspeed twin', () => {
  let shop: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => (shop = await sandboxForTest({ now: () => new Date('2026-11-20T12:00:00Z'), orders: 200 })));
  afterAll(() => shop.stop());
  beforeEach(() => shop.post('/__control/reset'));

  const basic = (secret = 'sandbox-secret') => ({
    authorization: `Basic ${Buffer.from(`sandbox-key:${secret}`).toString('base64')}`,
  });
  const get = (path: string, headers = basic()) => shop.get(`/lightspeed/nl/${path}`, headers);
  const send = (method: string, path: string, body: object) =>
    shop.call(method, `/lightspeed/nl/${path}`, body, basic());
  const settings = (body: object) => shop.post('/__control/lightspeed/settings', body);
  const orderOf = async (number: string) => (await get(`orders.json?number=${number}`)).json.orders[0];

  it('refuses in its own envelope: a wrong secret, a language that is not active, what is not there', async () => {
    const refused = await get('orders.json', basic('wrong'));
    expect(refused.status).toBe(401);
    expect(refused.json).toEqual({
      error: { code: 401, method: 'GET', request: '/nl/orders.json', message: 'Unauthorized.' },
    });
    const other = await shop.get('/lightspeed/sv/orders.json', basic());
    expect([other.status, other.json.error.message]).toEqual([404, 'Unknown or inactive language.']);
    expect((await get('orders/1.json')).status).toBe(404);
    expect((await get('nothing.json')).status).toBe(404);
    expect((await send('DELETE', 'orders/1.json', {})).status).toBe(405);
  });

  it('lists heads only, and brings the parts along with a single order', async () => {
    const head = await orderOf('ORD01001');
    expect(head.products.resource).toEqual({
      id: false,
      url: `orders/${head.id}/products`,
      link: `${shop.url}/lightspeed/nl/orders/${head.id}/products.json`,
    });
    const { order } = (await get(`orders/${head.id}.json`)).json;
    expect(order.products.resource.embedded).toEqual((await get(`orders/${head.id}/products.json`)).json.orderProducts);
    expect(order.customer.resource.embedded.email).toBe('anna.bergmann@example.com');
    expect(order.shipments.resource.embedded[0].trackingCode).toMatch(/^1Z/);
    await settings({ embed: false });
    expect((await get(`orders/${head.id}.json`)).json.order.products.resource.embedded).toBeUndefined();
  });

  it('writes what is empty as false, and a guest without a customer', async () => {
    const { orders } = (await get('orders.json?limit=250')).json;
    const guests = orders.filter((one: any) => one.customer === false);
    expect(guests.length).toBeGreaterThan(3);
    expect(guests[0]).toMatchObject({ referralId: false, birthDate: false, addressShippingCompany: false });
  });

  it('pages by number or from an id on, and filters', async () => {
    const ids = async (query: string) => (await get(`orders.json?${query}`)).json.orders.map((one: any) => one.id);
    const all = await ids('limit=250');
    expect(all).toEqual([...all].sort((one, other) => one - other));
    expect(await ids('')).toEqual(all.slice(0, 50));
    expect(await ids('limit=20&page=3')).toEqual(all.slice(40, 60));
    expect(await ids(`limit=20&since_id=${all[99]}`)).toEqual(all.slice(100, 120));
    expect((await get('orders.json?limit=251')).status).toBe(400);
    const { count } = (await get('orders/count.json')).json;
    const since = '2026-11-15%2000:00:00';
    const late = (await get(`orders.json?limit=250&created_at_min=${since}`)).json.orders;
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((one: any) => one.createdAt >= '2026-11-15')).toBe(true);
    expect((await get(`orders/count.json?created_at_min=${since}`)).json.count).toBe(late.length);
    expect(count).toBeGreaterThan(late.length);
    const anna = (await get('customers.json?email=anna.bergmann@example.com')).json.customers;
    const hers = (await get(`orders.json?customer=${anna[0].id}`)).json.orders;
    expect(new Set(hers.map((one: any) => one.email))).toEqual(new Set(['anna.bergmann@example.com']));
  });

  it('counts requests in three windows, tells them with each answer, and refuses the one too many', async () => {
    await settings({ limits: [2, 100, 1000] });
    const told = async () => {
      const { status, headers } = await get('shop.json');
      return [status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')];
    };
    expect(await told()).toEqual([200, '2/100/1000', '1/99/999']);
    expect(await told()).toEqual([200, '2/100/1000', '0/98/998']);
    expect(await told()).toEqual([429, '2/100/1000', '0/98/998']);
    await shop.post('/__control/clock', { advance: '5m' });
    expect(await told()).toEqual([200, '2/100/1000', '1/97/997']);
  });

  it('holds to the permissions of the key', async () => {
    const orders = { read: true, write: false };
    await settings({ permissions: { orders } });
    expect((await get('account/permissions.json')).json.accountPermissions).toEqual({ orders });
    const { id } = await orderOf('ORD01002');
    expect((await send('PUT', `orders/${id}.json`, { order: { memo: 'x' } })).status).toBe(403);
    expect((await get('customers.json')).status).toBe(403);
  });

  it('writes each credit note that it is asked for, as far as there are pieces', async () => {
    const { id } = await orderOf('ORD01001');
    const { orderProducts } = (await get(`orders/${id}/products.json`)).json;
    const socks = orderProducts.find((one: any) => one.quantityOrdered === 2);
    const credit = { creditPayment: false, creditShipment: false, orderProducts: [{ id: socks.id, quantity: 1 }] };
    for (const status of [201, 201, 422]) {
      expect((await send('POST', `orders/${id}/credit.json`, { credit })).status).toBe(status);
    }
    const { invoices } = (await get(`invoices.json?order=${id}`)).json;
    expect(invoices.filter((one: any) => one.isCreditNote)).toHaveLength(2);
    const { effects } = (await shop.get('/__control/effects?kind=refund&target=%231001')).json;
    expect(effects.map((one: any) => one.amount)).toEqual([1_990, 1_990]);
    const again = (await get(`orders/${id}/products.json`)).json.orderProducts;
    expect(again.find((one: any) => one.id === socks.id).quantityRefunded).toBe(2);
  });

  it('has returns to write only where they are switched on', async () => {
    expect((await send('POST', 'returns.json', {})).status).toBe(404);
    await settings({ returns: true });
    expect((await send('POST', 'returns.json', {})).status).toBe(422);
  });

  it('loses the answer to a change or does nothing, and leaves notes on orders alone', async () => {
    const { id } = await orderOf('ORD01002');
    const memo = async () => (await orderOf('ORD01002')).memo;
    const note = () => send('POST', `orders/${id}/metafields.json`, { orderMetafield: { key: 'k', value: 'v' } });
    await shop.post('/__control/faults', { vendor: 'lightspeed', mode: 'lose_change', times: 1 });
    expect((await note()).status).toBe(201);
    await expect(send('PUT', `orders/${id}.json`, { order: { memo: 'lost' } })).rejects.toThrow();
    expect(await memo()).toBe('lost');
    await shop.post('/__control/faults', { vendor: 'lightspeed', mode: 'no_effect', times: 1 });
    expect((await note()).status).toBe(201);
    expect((await send('PUT', `orders/${id}.json`, { order: { memo: 'never' } })).status).toBe(200);
    expect(await memo()).toBe('lost');
  });

  it('calls web hooks with the whole record, signed with body and secret', async () => {
    const door = await hookDoor();
    const webhook = { isActive: true, itemGroup: 'orders', itemAction: '*', language: 'nl', format: 'json' };
    expect((await send('POST', 'webhooks.json', { webhook: { ...webhook, address: `${door.url}/x` } })).status).toBe(
      201,
    );
    expect((await get('webhooks.json')).json.webhooks[0].language).toMatchObject({ code: 'nl', locale: 'nl_NL' });
    await shop.post('/__control/orders/1002/cancel');
    const call = await until(() => door.calls.find((one) => one.body.includes('"cancelled"')));
    expect(call.headers).toMatchObject({ 'x-event': 'orders/updated', 'x-shop-id': '250001', 'x-cluster-id': 'eu1' });
    const signature = createHash('md5').update(`${call.body.toString()}sandbox-secret`).digest('hex');
    expect(call.headers['x-signature']).toBe(signature);
    await door.stop();
  });
});
