import type { TrackingReport } from '@satchel/connectors';
import type { ShipmentBody } from '@satchel/contracts';
import { markOf, merge } from './merge';

const scan = (description: string) => ({ at: '2026-11-19T08:00:00Z', description, location: null });
const shop: ShipmentBody = {
  trackingNumber: '1Z 999',
  carrier: 'UPS Standard',
  trackingUrl: 'https://shop.example/track',
  status: 'in_transit',
  estimatedDelivery: '2026-11-21T12:00:00Z',
  deliveredAt: null,
  events: [scan('told by the shop')],
};
const carrier: TrackingReport = {
  trackingNumber: '1Z999',
  carrier: 'UPS',
  trackingUrl: 'https://www.ups.com/track',
  status: 'out_for_delivery',
  estimatedDelivery: '2026-11-22',
  deliveredAt: null,
  events: [scan('told by the carrier')],
};

describe('merge', () => {
  it("takes the carrier's word for where the parcel is, and the shop's for how to call it", () => {
    expect(merge(shop, carrier)).toEqual({
      ...shop,
      status: 'out_for_delivery',
      estimatedDelivery: '2026-11-22',
      events: carrier.events,
    });
  });

  it('drops an estimate that the carrier no longer gives', () => {
    expect(merge(shop, { ...carrier, status: 'exception', estimatedDelivery: null }).estimatedDelivery).toBeNull();
  });

  it("keeps the shop's status and scans where the carrier tells none", () => {
    expect(merge(shop, { ...carrier, status: 'unknown', events: [] })).toMatchObject({
      status: 'in_transit',
      events: shop.events,
    });
  });
});

describe('markOf', () => {
  it('changes when the shop hears something new, not otherwise', () => {
    expect(markOf({ ...shop })).toBe(markOf(shop));
    expect(markOf({ ...shop, status: 'delivered' })).not.toBe(markOf(shop));
    expect(markOf({ ...shop, events: [{ ...scan('new'), at: '2026-11-20T08:00:00Z' }] })).not.toBe(markOf(shop));
  });
});
