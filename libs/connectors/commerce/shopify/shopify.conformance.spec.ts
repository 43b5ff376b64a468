import { startSandboxProcess } from '../../../testing/sandbox-process';
import { commerceConformance } from '../commerce.conformance';
import { connected } from '../../vendor/conformance-deps';
import { shopify } from './shopify.connector';

const shopDomain = 'fernhill.myshopify.com';

/** Enough of them for a few pages; a whole year's would empty the bucket. */
process.env.SANDBOX_ORDERS = '60';

async function twin(good: object, wrong: object) {
  const sandbox = await startSandboxProcess();
  return {
    sandbox,
    connector: shopify,
    good: { shopDomain, ...good },
    wrong: { shopDomain, ...wrong },
    baseUrl: `${sandbox.url}/shopify`,
    known: { number: '#1001', email: 'anna.bergmann@example.com', otherNumber: '#1002' },
    unknownId: 'gid://shopify/Order/424242424242',
    fault: async (mode: string) => {
      await sandbox.control('faults', { vendor: 'shopify', mode });
      // Each test finds a full bucket: what it asks is its own.
      await sandbox.control('shopify/bucket', { maximumAvailable: 50_000, currentlyAvailable: 50_000 });
    },
    strangely: (body: string) => body.replaceAll('"PAID"', '"BARTERED"'),
    stop: () => sandbox.stop(),
  };
}

commerceConformance('Shopify with an access token', () =>
  twin({ accessToken: 'shpat_sandbox' }, { accessToken: 'not-the-secret' }),
);
commerceConformance('Shopify with a client id and secret', () =>
  twin({ clientId: 'sandbox-id', clientSecret: 'sandbox-secret' }, { clientId: 'x', clientSecret: 'not-the-secret' }),
);

describe("Shopify's own ways", () => {
  let shop: Awaited<ReturnType<typeof twin>>;
  const orders = () => connected<'commerce'>(shop).adapter.orders;
  beforeAll(async () => (shop = await twin({ clientId: 'sandbox-id', clientSecret: 'sandbox-secret' }, {})));
  afterAll(() => shop?.stop());

  it('waits as long as the bucket needs to fill', async () => {
    await shop.sandbox.control('shopify/bucket', { currentlyAvailable: 0, restoreRate: 100 });
    const error = (await orders()
      .byNumber('1001')
      .catch((reason: unknown) => reason)) as { code: string; retryAfterMs: number };
    expect(error.code).toBe('rate_limited');
    expect(error.retryAfterMs).toBeGreaterThan(1000);
    expect(error.retryAfterMs).toBeLessThan(10_000);
    await shop.sandbox.control('shopify/bucket', { currentlyAvailable: 2000 });
  });

  it('goes on when its token was withdrawn', async () => {
    const { adapter } = connected<'commerce'>(shop);
    await adapter.orders.byNumber('1001');
    await shop.sandbox.control('tokens/revoke', {});
    expect(await adapter.orders.byNumber('1001')).toHaveLength(1);
  });

  it('tells the well-known orders as the shop has them', async () => {
    const state = await shop.sandbox.control('state');
    const seeded = state.shop.orders.filter((order: any) => /^#100[1-6]$/.test(order.name));
    expect(seeded).toHaveLength(6);
    for (const expected of seeded) {
      const [order] = await orders().byNumber(expected.name);
      expect(order).toMatchObject({
        externalId: expected.id,
        number: expected.name,
        email: expected.email,
        customerName: expected.customer,
        total: { amount: Math.round(Number(expected.total) * 100), currency: 'EUR' },
        refunded: { amount: Math.round(Number(expected.refunded) * 100), currency: 'EUR' },
        lines: expected.lines.map((line: any) => ({
          title: line.title,
          quantity: line.quantity,
          unitPrice: { amount: Math.round(Number(line.unitPrice) * 100), currency: 'EUR' },
        })),
      });
      expect(order?.shipments.map((parcel) => parcel.trackingNumber)).toEqual(
        expected.shipments.map((parcel: any) => parcel.trackingNumber),
      );
    }
  });

  it.each([
    ['#1001', { payment: 'paid', fulfilment: 'fulfilled', shipments: [{ status: 'in_transit', carrier: 'UPS' }] }],
    ['#1002', { payment: 'paid', fulfilment: 'unfulfilled', shipments: [] }],
    ['#1003', { payment: 'paid', fulfilment: 'fulfilled', shipments: [{ status: 'delivered' }] }],
    ['#1004', { payment: 'paid', fulfilment: 'partial', shipments: [{ status: 'out_for_delivery' }] }],
    ['#1005', { payment: 'refunded', fulfilment: 'cancelled', shipments: [] }],
  ])('reads the state of %s', async (number, expected) => {
    expect(await orders().byNumber(number)).toMatchObject([expected]);
  });
});
