import type { ConnectorDeps } from '../../port';
import { API_VERSION, ShopifyClient } from './shopify.client';

interface Sent {
  url: string;
  body: string;
  token: string | null;
}
type Script = (sent: Sent, nth: number) => Response | Error;

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

function client(
  script: Script,
  credentials = { shopDomain: 'fernhill.myshopify.com', accessToken: 'shpat_secret' } as object,
) {
  const sent: Sent[] = [];
  const warnings: { fields: any; message: string }[] = [];
  const deps: ConnectorDeps = {
    fetch: async (url, init) => {
      const one = { url, body: init?.body as string, token: new Headers(init?.headers).get('x-shopify-access-token') };
      sent.push(one);
      const answer = script(one, sent.length);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: (fields, message) => void warnings.push({ fields, message }),
    },
    now: () => new Date('2026-11-20T10:00:00Z'),
    sign: () => '',
    baseUrl: null,
    hookUrl: '',
    keep: async () => undefined,
    address: null,
  };
  return { client: new ShopifyClient(credentials as never, deps), sent, warnings };
}

const failure = async (script: Script): Promise<any> =>
  client(script)
    .client.run('query { shop { name } }')
    .then(
      () => null,
      (error: unknown) => error,
    );

describe('ShopifyClient', () => {
  it("posts to the shop's own endpoint with the token in its header", async () => {
    const one = client(() => json({ data: { shop: { name: 'Fernhill' } } }));
    expect(await one.client.run('query { shop { name } }', { a: 1 })).toEqual({ shop: { name: 'Fernhill' } });
    expect(one.sent).toEqual([
      {
        url: `https://fernhill.myshopify.com/admin/api/${API_VERSION}/graphql.json`,
        body: JSON.stringify({ query: 'query { shop { name } }', variables: { a: 1 } }),
        token: 'shpat_secret',
      },
    ]);
  });

  describe('tells refusals apart', () => {
    const cost = { requestedQueryCost: 252, throttleStatus: { currentlyAvailable: 52, restoreRate: 100 } };
    const denied = { message: 'Access denied for orders field.', extensions: { code: 'ACCESS_DENIED' } };
    it.each<[string, Script, object]>([
      ['401', () => json({ errors: '[API] Invalid API key' }, 401), { code: 'auth', retryable: false }],
      ['403', () => json({ errors: 'no' }, 403), { code: 'auth' }],
      ['402, a frozen shop', () => json({ errors: 'Unavailable Shop' }, 402), { code: 'rejected', vendorCode: '402' }],
      [
        '429',
        () => json({}, 429, { 'retry-after': '2.0' }),
        { code: 'rate_limited', retryAfterMs: 2000, retryable: true },
      ],
      ['503', () => new Response('<html>', { status: 503 }), { code: 'unavailable', retryable: true }],
      ['a broken line', () => new TypeError('fetch failed'), { code: 'unavailable' }],
      ['a web page instead of JSON', () => new Response('<html>'), { code: 'unavailable' }],
      [
        'a redirect',
        () => new Response(null, { status: 302, headers: { location: 'https://x.example' } }),
        { code: 'rejected' },
      ],
      [
        'throttling, with the wait that the bucket needs',
        () => json({ errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: { cost } }),
        { code: 'rate_limited', retryAfterMs: 2000, vendorCode: 'THROTTLED' },
      ],
      [
        'a missing scope',
        () => json({ data: { orders: null }, errors: [denied] }),
        { code: 'auth', vendorCode: 'ACCESS_DENIED' },
      ],
      [
        'trouble inside Shopify',
        () => json({ errors: [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
        { code: 'unavailable' },
      ],
      [
        'a query that it does not take',
        () => json({ errors: [{ message: "Field 'x' doesn't exist" }] }),
        { code: 'rejected' },
      ],
      [
        "a mutation's user errors",
        () =>
          json({
            data: { orderCancel: { job: null, orderCancelUserErrors: [{ message: 'Too late', code: 'INVALID' }] } },
          }),
        { code: 'rejected', vendorCode: 'INVALID', message: 'Shopify rejected the change: Too late' },
      ],
    ])('%s', async (_name, script, expected) => {
      expect(await failure(script)).toMatchObject({ name: 'ConnectorError', ...expected });
    });
  });

  it('keeps what it got when Shopify left out a part, and says so in the log', async () => {
    const one = client(() =>
      json({
        data: { order: { id: 'gid://shopify/Order/1', customer: null } },
        errors: [{ message: 'Access denied', path: ['order', 'customer'], extensions: { code: 'ACCESS_DENIED' } }],
      }),
    );
    expect(await one.client.run('query { order }')).toEqual({ order: { id: 'gid://shopify/Order/1', customer: null } });
    expect(one.warnings).toEqual([
      expect.objectContaining({ fields: { holes: [{ path: 'order.customer', code: 'ACCESS_DENIED' }] } }),
    ]);
  });

  it('never lets a token into an error', async () => {
    const error = await failure(() => new TypeError('fetch failed'));
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('shpat_secret');
  });

  describe('with a client id and secret', () => {
    const app = { shopDomain: 'fernhill.myshopify.com', clientId: 'id', clientSecret: 'hush' };
    const issuing =
      (good: (token: string | null) => boolean): Script =>
      (sent, nth) => {
        if (sent.url.endsWith('/oauth/access_token')) return json({ access_token: `token-${nth}`, expires_in: 86_399 });
        return good(sent.token) ? json({ data: { shop: {} } }) : json({ errors: 'invalid' }, 401);
      };

    it('asks for one token however many questions wait for it', async () => {
      const one = client(
        issuing(() => true),
        app,
      );
      await Promise.all([one.client.run('query { a }'), one.client.run('query { b }')]);
      expect(one.sent.map((sent) => sent.token)).toEqual([null, 'token-1', 'token-1']);
      expect(Object.fromEntries(new URLSearchParams(one.sent[0]?.body))).toEqual({
        grant_type: 'client_credentials',
        client_id: 'id',
        client_secret: 'hush',
      });
    });

    it('gets a fresh one when Shopify refuses it before its time', async () => {
      const one = client(
        issuing((token) => token !== 'token-1'),
        app,
      );
      expect(await one.client.run('query { a }')).toEqual({ shop: {} });
      expect(one.sent.map((sent) => sent.token)).toEqual([null, 'token-1', null, 'token-3']);
    });

    it('gives up after the second refusal', async () => {
      const one = client(
        issuing(() => false),
        app,
      );
      await expect(one.client.run('query { a }')).rejects.toMatchObject({ code: 'auth' });
      expect(one.sent).toHaveLength(4);
    });
  });
});
