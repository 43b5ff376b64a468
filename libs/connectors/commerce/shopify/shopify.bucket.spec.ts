import { ShopifyBucket } from './shopify.bucket';

const cost = (requestedQueryCost: number, currentlyAvailable: number) => ({
  requestedQueryCost,
  throttleStatus: { currentlyAvailable, maximumAvailable: 2000, restoreRate: 100 },
});

describe('ShopifyBucket', () => {
  let at = 0;
  let waits: number[] = [];
  const bucket = () =>
    new ShopifyBucket(
      () => new Date(at),
      async (ms) => void waits.push(ms),
    );
  beforeEach(() => {
    at = Date.parse('2026-11-20T10:00:00Z');
    waits = [];
  });

  it('lets a request through as long as the bucket holds what it cost the last time', async () => {
    const one = bucket();
    await one.admit('orders');
    one.learn('orders', cost(200, 400));
    await one.admit('orders');
    await one.admit('orders');
    expect(waits).toEqual([]);
    await one.admit('orders');
    expect(waits).toEqual([2000]);
  });

  it('knows that the bucket fills meanwhile, up to its rim', async () => {
    const one = bucket();
    one.learn('orders', cost(500, 100));
    at += 3_000;
    await one.admit('orders');
    expect(waits).toEqual([1000]);
    at += 3_600_000;
    await one.admit('orders');
    expect(waits).toEqual([1000]);
  });

  it('tells how long to wait instead of keeping a person waiting', async () => {
    const one = bucket();
    one.learn('orders', cost(900, 100));
    await expect(one.admit('orders')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 8000 });
    await one.admit('something small');
    expect(waits).toEqual([]);
  });

  it('counts a request that never reached Shopify as if it had never been', async () => {
    const one = bucket();
    one.learn('orders', cost(800, 1000));
    for (let time = 0; time < 5; time += 1) (await one.admit('orders'))();
    expect(waits).toEqual([]);
  });
});
