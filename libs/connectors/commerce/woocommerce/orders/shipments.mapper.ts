import type { ShipmentBody } from '@satchel/contracts';
import { fieldsIn, listIn, parsedJson } from '../../../vendor/loose';
import { metaIn, wordIn } from '../facts';
import type { Fields } from '../woocommerce.client';

const TRACKING_META = '_wc_shipment_tracking_items';

/**
 * WooCommerce itself knows no parcels. The plug-ins that most shops write numbers down with (Shipment Tracking, Advanced
 * Shipment Tracking) keep them in the order's metadata: a number, a carrier, perhaps a link, never where the parcel is.
 */
export function shipmentsIn(order: Fields): ShipmentBody[] {
  const told = metaIn(order, TRACKING_META);
  const value = typeof told === 'string' ? parsedJson(told) : told;
  // PHP writes a list that has a gap as an object.
  const items = Array.isArray(value) ? listIn(value) : Object.values(fieldsIn(value));
  return items.map(fieldsIn).flatMap((item) => {
    const trackingNumber = wordIn(item.tracking_number);
    if (!trackingNumber) return [];
    const link = wordIn(item.custom_tracking_link);
    return [
      {
        trackingNumber,
        carrier: wordIn(item.custom_tracking_provider) ?? wordIn(item.tracking_provider),
        trackingUrl: link && /^https?:\/\//i.test(link) ? link : null,
        status: 'unknown' as const,
        estimatedDelivery: null,
        deliveredAt: null,
        events: [],
      },
    ];
  });
}
