import type { TrackingReport } from '@satchel/connectors';
import type { ShipmentStatus } from '@satchel/contracts';
import { TrackingCache } from './tracking-cache';

const MINUTE_MS = 60_000;

const report = (status: ShipmentStatus): TrackingReport => ({
  trackingNumber: '1Z',
  carrier: 'UPS',
  status,
  estimatedDelivery: null,
  deliveredAt: null,
  events: [],
  trackingUrl: null,
});

describe('TrackingCache', () => {
  let now = 0;
  let asked = 0;
  const clock = () => new Date(now);
  const answering = (status: ShipmentStatus | null) => async () => {
    asked += 1;
    return status && report(status);
  };
  const askedAfter = async (minutes: number, status: ShipmentStatus | null) => {
    const cache = new TrackingCache();
    await cache.get('a', null, clock, answering(status));
    now += minutes * MINUTE_MS;
    await cache.get('a', null, clock, answering(status));
    return asked;
  };

  beforeEach(() => ((now = 0), (asked = 0)));

  it.each<[ShipmentStatus | null, number, number]>([
    ['in_transit', 29, 31],
    ['pre_transit', 29, 31],
    ['exception', 29, 31],
    ['out_for_delivery', 9, 11],
    [null, 9, 11],
    ['delivered', 23 * 60, 25 * 60],
  ])('keeps "%s" for %i minutes and not for %i', async (status, kept, tooOld) => {
    expect(await askedAfter(kept, status)).toBe(1);
    asked = 0;
    expect(await askedAfter(tooOld, status)).toBe(2);
  });

  it('asks once for callers at the same moment', async () => {
    const cache = new TrackingCache();
    await Promise.all([1, 2, 3].map(() => cache.get('a', 'x', clock, answering('in_transit'))));
    expect(asked).toBe(1);
  });

  it('asks again when the shop heard something new, but takes what is there when no shop is in sight', async () => {
    const cache = new TrackingCache();
    await cache.get('a', 'in transit', clock, answering('in_transit'));
    await cache.get('a', 'out for delivery', clock, answering('out_for_delivery'));
    expect(asked).toBe(2);
    expect((await cache.get('a', null, clock, answering('delivered')))?.status).toBe('out_for_delivery');
  });

  it('keeps no failure', async () => {
    const cache = new TrackingCache();
    await expect(cache.get('a', null, clock, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect((await cache.get('a', null, clock, answering('in_transit')))?.status).toBe('in_transit');
  });

  it('drops the oldest when it is full', async () => {
    const cache = new TrackingCache(2);
    for (const key of ['a', 'b', 'c', 'c', 'b']) await cache.get(key, null, clock, answering('in_transit'));
    expect(asked).toBe(3);
    await cache.get('a', null, clock, answering('in_transit'));
    expect(asked).toBe(4);
  });
});
