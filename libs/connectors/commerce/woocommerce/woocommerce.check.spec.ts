import { connected, failureOf } from '../../vendor/conformance-deps';
import { woocommerceTwin, type WoocommerceTwin } from './conformance-twin';

process.env.SANDBOX_ORDERS = '60';

describe('What a WooCommerce key may do', () => {
  let twin: WoocommerceTwin;
  beforeAll(async () => (twin = await woocommerceTwin()));
  beforeEach(() => twin.reset());
  afterAll(() => twin?.stop());
  const check = (credentials: object = twin.good) => connected<'commerce'>(twin, credentials).adapter.check();
  const problem = async (settings: object, credentials: object = twin.good) => {
    await twin.settings(settings);
    return (await failureOf(() => check(credentials))).error;
  };

  it('tells all of it, and changes nothing by asking', async () => {
    const verdict = await check();
    expect(verdict).toMatchObject({ cannot: [], account: 'Fernhill Outfitters' });
    expect([...verdict.can].sort()).toEqual(
      'address cancel customers discounts discounts.create hook orders products refund remark status'.split(' '),
    );
    expect((await twin.sandbox.control<{ effects: object[] }>('effects')).effects).toEqual([]);
  });

  it('tells what a key that may only read cannot do, and what to click', async () => {
    await twin.settings({ permissions: 'read' });
    const { can, cannot } = await check();
    expect([...can].sort()).toEqual(['customers', 'discounts', 'orders', 'products']);
    expect(cannot.map((one) => one.capability)).toContain('refund');
    for (const { reason } of cannot) expect(reason).toMatch(/may only read.*Read\/Write.*REST API/);
  });

  it("tells what the key's user may not do", async () => {
    await twin.settings({ manager: false });
    const { cannot } = await check();
    expect(cannot).toEqual([{ capability: 'hook', reason: expect.stringMatching(/administrator or a shop manager/) }]);
  });

  it.each([
    ['no_wordpress', /no WordPress .* at https:\/\/fernhill\.example/],
    ['plain_permalinks', /Settings > Permalinks/],
    ['no_woocommerce', /no WooCommerce: switch the plug-in on/],
    ['rest_off', /switched off for guests/],
    ['moved', /enter https:\/\/www\.fernhill\.example as its address/],
  ])('says in words when the site is "%s"', async (site, words) => {
    expect(await problem({ site })).toMatchObject({ code: 'auth', message: expect.stringMatching(words) });
  });

  it('names the wrong field', async () => {
    expect(await problem({}, twin.wrong)).toMatchObject({
      code: 'auth',
      message: expect.stringMatching(/consumer secret/),
    });
    const stranger = { ...twin.good, consumerKey: 'ck_nobody' };
    expect(await problem({}, stranger)).toMatchObject({
      message: expect.stringMatching(/does not know this consumer key/),
    });
    expect(await problem({ permissions: 'write' })).toMatchObject({ message: expect.stringMatching(/may only write/) });
  });

  it('knows a web server that drops the key, and a way around it', async () => {
    expect(await problem({ dropsAuthorization: true })).toMatchObject({
      message: expect.stringMatching(/in the address/),
    });
    expect((await check({ ...twin.good, keyInAddress: true })).can).toContain('orders');
  });

  it('is not wrong settings when the shop is having trouble', async () => {
    for (const mode of ['down', '500'] as const) {
      await twin.fault(mode);
      expect(await problem({})).toMatchObject({ code: 'unavailable', retryable: true });
    }
    await twin.fault('expired_token');
    expect(await failureOf(() => connected<'commerce'>(twin).adapter.orders.byNumber('1001'))).toMatchObject({
      error: { code: 'auth' },
    });
    await twin.fault('missing_scope');
    expect(await failureOf(() => connected<'commerce'>(twin).adapter.orders.byNumber('1001'))).toMatchObject({
      error: { code: 'auth', message: expect.stringContaining('shop manager') },
    });
  });
});
