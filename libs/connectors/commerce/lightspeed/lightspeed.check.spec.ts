import { ConnectorError, type ConnectorDeps } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { good, lightspeedTwin, type LightspeedTwin } from './conformance-twin';
import { lightspeed } from './lightspeed.connector';

describe('connecting a Lightspeed shop', () => {
  let twin: LightspeedTwin;
  const kept: object[] = [];
  const shop = (typed: object = {}, deps: Partial<ConnectorDeps> = {}) => {
    const keep = async (changes: object) => void kept.push(changes);
    const made = channelDeps({ baseUrl: twin.baseUrl, keep, ...deps });
    return { adapter: lightspeed.connect({ ...good, ...typed } as never, made.deps), asked: made.asked };
  };
  const refusal = async (typed: object, deps: Partial<ConnectorDeps> = {}): Promise<ConnectorError> => {
    const error: unknown = await shop(typed, deps)
      .adapter.check()
      .then(
        () => new Error('it should have been refused'),
        (reason: unknown) => reason,
      );
    if (!(error instanceof ConnectorError)) throw error;
    return error;
  };

  beforeAll(async () => (twin = await lightspeedTwin()));
  beforeEach(async () => {
    await twin.reset();
    kept.length = 0;
  });
  afterAll(() => twin?.stop());

  it('tells the shop and all that a full key may do', async () => {
    const { can, cannot, account } = await shop().adapter.check();
    expect(account).toBe('www.fernhill.example');
    expect(can).toEqual(expect.arrayContaining(['orders', 'customers', 'products', 'refund', 'returns', 'discounts']));
    expect(cannot.map((one) => one.capability)).toEqual(['address', 'returns_in_shop']);
  });

  it('tells which permission to tick for what is not allowed', async () => {
    const all = { read: true, write: true };
    const orders = { read: true, write: false };
    await twin.settings({
      permissions: { customers: { read: false, write: false }, products: all, orders, settings: all },
    });
    const { can, cannot } = await shop().adapter.check();
    expect(can).toEqual(['orders', 'products', 'hook', 'theme']);
    const reasons = Object.fromEntries(cannot.map((one) => [one.capability, one.reason]));
    expect(reasons.refund).toContain('tick Orders > Write');
    expect(reasons.customers).toContain('tick Customers > Read');
    expect(reasons).toHaveProperty('returns');
  });

  it('names the permission without which no amount can be told', async () => {
    const all = { read: true, write: true };
    const settings = { read: false, write: false };
    await twin.settings({ permissions: { customers: all, products: all, orders: all, settings } });
    expect(await refusal({})).toMatchObject({ code: 'auth', message: expect.stringContaining('tick Settings > Read') });
  });

  it('says of a refused key that the shop may be in the other cluster', async () => {
    const error = await refusal({ apiSecret: 'not-the-secret' });
    expect(error).toMatchObject({ code: 'auth', vendorCode: '401' });
    expect(error.message).toMatch(/API key or the API secret.*us1/);
  });

  it('finds out that the key is at home in the other cluster', async () => {
    const hosts: string[] = [];
    // Two clusters: the one at us1 is the twin, and the one at eu1 knows nobody.
    const fetchEither: ConnectorDeps['fetch'] = async (url, init) => {
      const { hostname, pathname } = new URL(url);
      hosts.push(hostname);
      if (hostname === 'api.webshopapp.com') return Response.json({ error: { code: 401 } }, { status: 401 });
      return fetch(`${twin.baseUrl}${pathname}`, init);
    };
    const error = await refusal({}, { baseUrl: null, fetch: fetchEither });
    expect(error.message).toContain('belongs to the cluster us1: choose us1');
    expect(hosts).toEqual(['api.webshopapp.com', 'api.shoplightspeed.com']);
  });

  it('tells which languages are active when the one that was typed is not', async () => {
    await twin.settings({ languages: ['en', 'fr'] });
    const error = await refusal({ language: 'nl' });
    expect(error).toMatchObject({ code: 'auth' });
    expect(error.message).toBe('The language "nl" is not active in this shop: choose one of en, fr');
    const { adapter } = shop({ language: 'nl' });
    await expect(adapter.orders.byNumber('ORD01001')).rejects.toMatchObject({ code: 'auth' });
  });

  it('tells of a key whose shop is gone', async () => {
    const gone = async () => Response.json({ error: { code: 404, message: 'Shop not found.' } }, { status: 404 });
    expect(await refusal({}, { fetch: gone })).toMatchObject({
      code: 'auth',
      message: expect.stringContaining('no shop'),
    });
  });

  describe('asks once whether returns can be made, without making one', () => {
    const returns = async () => (await twin.sandbox.control('effects?kind=return_requested')).effects;

    it.each([
      [true, 'api', true],
      [false, 'note', false],
    ])('when the shop takes them: %s', async (there, way, inShop) => {
      await twin.settings({ returns: there });
      const { adapter, asked } = shop();
      const verdicts = [await adapter.check(), await adapter.check()];
      for (const { can, cannot } of verdicts) {
        expect(can).toContain('returns');
        expect(can.includes('returns_in_shop')).toBe(inShop);
        expect(cannot.some((one) => one.capability === 'returns_in_shop')).toBe(!inShop);
      }
      expect(kept).toEqual([{ returns: way }]);
      expect(asked.filter((one) => one.method !== 'GET')).toHaveLength(1);
      expect(await returns()).toEqual([]);
    });

    it('and not again when it is known', async () => {
      const { adapter, asked } = shop({ returns: 'api' });
      expect((await adapter.check()).can).toContain('returns_in_shop');
      expect(asked.filter((one) => one.method !== 'GET')).toEqual([]);
    });

    it('and keeps nothing of an answer that tells nothing', async () => {
      const trouble: ConnectorDeps['fetch'] = async (url, init) =>
        init?.method === 'POST' ? new Response('', { status: 503 }) : fetch(url, init);
      const { cannot } = await shop({}, { fetch: trouble }).adapter.check();
      expect(cannot.map((one) => one.capability)).toContain('returns_in_shop');
      expect(kept).toEqual([]);
    });
  });
});
