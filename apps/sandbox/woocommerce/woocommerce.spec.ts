import { sandboxForTest } from '../testing/start';

const AUTH = { authorization: `Basic ${Buffer.from('ck_sandbox:cs_sandbox').toString('base64')}` };

describe('the WooCommerce twin', () => {
  let shop: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => (shop = await sandboxForTest({ orders: 60 })));
  afterAll(() => shop.stop());
  beforeEach(() => shop.post('/__control/reset'));
  const API = '/woocommerce/wp-json/wc/v3';
  const ask = (path: string, headers: Record<string, string> = AUTH) => shop.get(`${API}/${path}`, headers);
  const put = (path: string, body: object) => shop.call('PUT', `${API}/${path}`, body, AUTH);
  const idOf = async (number: string): Promise<number> =>
    (await ask(`orders?search=${number}`)).json.find((one: any) => one.number === number).id;

  it('tells who it is to everybody, and orders to its key alone', async () => {
    expect((await shop.get('/woocommerce/wp-json/')).json.namespaces).toContain('wc/v3');
    const nobody = await ask('orders', {});
    expect([nobody.status, nobody.json]).toEqual([
      401,
      { code: 'woocommerce_rest_cannot_view', message: expect.any(String), data: { status: 401 } },
    ]);
    const wrong = await ask('orders', { authorization: `Basic ${Buffer.from('ck_sandbox:x').toString('base64')}` });
    expect(wrong.json.code).toBe('woocommerce_rest_authentication_error');
    expect((await ask('orders?consumer_key=ck_sandbox&consumer_secret=cs_sandbox', {})).status).toBe(200);
    expect((await ask('nothing')).json.code).toBe('rest_no_route');
  });

  it('pages with its headers, and refuses more than a hundred', async () => {
    const page = await ask('orders?per_page=25&page=3');
    expect(page.json).toHaveLength(10);
    expect([page.headers.get('x-wp-total'), page.headers.get('x-wp-totalpages')]).toEqual(['60', '3']);
    expect((await ask('orders?per_page=101')).json).toMatchObject({
      code: 'rest_invalid_param',
      data: { status: 400 },
    });
  });

  it('leaves out the very second of modified_after', async () => {
    const all = (await ask('orders?orderby=modified&order=asc&per_page=100')).json;
    const at = all[10].date_modified_gmt as string;
    const later = (await ask(`orders?orderby=modified&order=asc&per_page=100&modified_after=${at}&dates_are_gmt=true`))
      .json;
    expect(later).toEqual(all.filter((one: any) => one.date_modified_gmt > at));
  });

  it('adds up to the total, with its taxes', async () => {
    for (const one of (await ask('orders?per_page=60')).json) {
      const rows = [...one.line_items, ...one.shipping_lines];
      const cents = rows.reduce((sum, row) => sum + Math.round((Number(row.total) + Number(row.total_tax)) * 100), 0);
      expect([one.number, cents]).toEqual([one.number, Math.round(Number(one.total) * 100)]);
    }
  });

  it('refunds as often as it is asked, keeps the metadata, and answers 500 when too much is wanted', async () => {
    const id = await idOf('1001');
    const body = { amount: '5.00', meta_data: [{ key: '_mine', value: 'k' }] };
    for (let time = 0; time < 2; time += 1)
      expect((await shop.post(`${API}/orders/${id}/refunds`, body, AUTH)).status).toBe(201);
    const { json } = await ask(`orders/${id}/refunds`);
    expect(json).toMatchObject([{ amount: '5.00', meta_data: [{ key: '_mine', value: 'k' }] }, { amount: '5.00' }]);
    const { effects } = (await shop.get('/__control/effects?kind=refund')).json;
    expect(effects.map((one: any) => one.key)).toEqual(['k', 'k']);
    const more = await shop.post(`${API}/orders/${id}/refunds`, { amount: '9999' }, AUTH);
    expect([more.status, more.json.code]).toEqual([500, 'woocommerce_rest_cannot_create_order_refund']);
  });

  it('cancels without paying back, and knows no status that nobody registered', async () => {
    const id = await idOf('1002');
    expect((await put(`orders/${id}`, { status: 'cancelled' })).json).toMatchObject({
      status: 'cancelled',
      refunds: [],
    });
    expect((await put(`orders/${id}`, { status: 'bartered' })).json.code).toBe('rest_invalid_param');
    expect((await put('orders/0', {})).status).toBe(404);
  });

  it('breaks on demand', async () => {
    await shop.post('/__control/faults', { vendor: 'woocommerce', mode: '429', times: 1 });
    const busy = await ask('orders');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '2']);
    await shop.post('/__control/woocommerce/settings', { site: 'plain_permalinks' });
    expect((await ask('orders')).headers.get('content-type')).toMatch(/html/);
    expect((await shop.get('/woocommerce/?rest_route=/')).json.name).toBe('Fernhill Outfitters');
  });
});
