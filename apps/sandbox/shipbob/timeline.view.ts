import type { World } from '../seed/world';
import type { ParcelStep, ShopOrder } from '../seed/world.types';

const WORDS: Record<ParcelStep, [id: number, name: string, text: string]> = {
  label_created: [603, 'OrderLabeled', 'Label created'],
  picked_up: [604, 'CarrierPickedUp', 'Picked up by the carrier'],
  in_transit: [605, 'InTransit', 'In transit'],
  arrived: [605, 'InTransit', 'Arrived at the delivery depot'],
  out_for_delivery: [606, 'OutForDelivery', 'Out for delivery'],
  attempted: [607, 'DeliveryAttemptFailed', 'Delivery was tried'],
  exception: [608, 'DeliveryException', 'The carrier had a problem'],
  delivered: [609, 'Delivered', 'Delivered'],
  returned: [610, 'ReturnedToSender', 'On its way back'],
};

/** Oldest first, as the warehouse wrote it down. */
export function timelineOf(world: World, order: ShopOrder, shipmentId: number) {
  const placed = {
    log_type_id: 601,
    log_type_name: 'OrderPlaced',
    log_type_text: 'Order was placed',
    timestamp: order.createdAt.toISOString(),
    metadata: {},
  };
  const fulfilment = order.fulfilments.find((one) => one.id === shipmentId);
  const scans = world.parcel(fulfilment?.trackingNumber ?? null)?.scans ?? [];
  return [
    placed,
    ...scans.map(({ step, at, city, countryCode, description }) => {
      const [log_type_id, log_type_name, text] = WORDS[step];
      const metadata: Record<string, string> = city ? { city, country: countryCode } : {};
      return { log_type_id, log_type_name, log_type_text: description ?? text, timestamp: at.toISOString(), metadata };
    }),
  ];
}
