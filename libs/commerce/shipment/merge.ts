import type { TrackingReport } from '@satchel/connectors';
import type { ShipmentBody } from '@satchel/contracts';

/** What the shop knows of a parcel, with what the carrier knows better. The estimate is the carrier's or none. */
export function merge(shop: ShipmentBody, report: TrackingReport): ShipmentBody {
  const status = report.status === 'unknown' ? shop.status : report.status;
  return {
    trackingNumber: shop.trackingNumber,
    carrier: shop.carrier ?? report.carrier,
    trackingUrl: shop.trackingUrl ?? report.trackingUrl,
    status,
    estimatedDelivery: report.estimatedDelivery,
    deliveredAt: status === 'delivered' ? (report.deliveredAt ?? shop.deliveredAt) : null,
    events: report.events.length > 0 ? report.events : shop.events,
  };
}

/** Changes whenever the shop has heard something new about the parcel. */
export function markOf(shop: ShipmentBody): string {
  return [shop.status, shop.deliveredAt, shop.estimatedDelivery, shop.events[0]?.at].join('|');
}
