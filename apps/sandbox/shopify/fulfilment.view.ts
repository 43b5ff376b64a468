import { deliveredAt, lastScan } from '../seed/parcels';
import type { World } from '../seed/world';
import type { Fulfilment, Line, Parcel, ParcelStep, Scan, ShopOrder } from '../seed/world.types';
import { connection, type PageArgs } from './connection';
import { gid, time } from './views';

/** The shop hears of a parcel from the carrier, so a step maps to one word of each of Shopify's two enums. */
const eventStatus: Record<ParcelStep, string> = {
  label_created: 'LABEL_PRINTED',
  picked_up: 'CARRIER_PICKED_UP',
  in_transit: 'IN_TRANSIT',
  arrived: 'IN_TRANSIT',
  out_for_delivery: 'OUT_FOR_DELIVERY',
  attempted: 'ATTEMPTED_DELIVERY',
  exception: 'DELAYED',
  delivered: 'DELIVERED',
  returned: 'FAILURE',
};

const message: Record<ParcelStep, string> = {
  label_created: 'A shipping label has been printed.',
  picked_up: 'The carrier has picked up the parcel.',
  in_transit: 'The parcel is in transit.',
  arrived: 'The parcel has arrived at a facility near its destination.',
  out_for_delivery: 'The parcel is out for delivery.',
  attempted: 'Delivery was attempted.',
  exception: 'The parcel is delayed.',
  delivered: 'The parcel was delivered.',
  returned: 'The parcel is on its way back to the sender.',
};

const companies: Record<Parcel['carrier'], string> = { UPS: 'UPS', DHL: 'DHL', FEDEX: 'FedEx', USPS: 'USPS' };

export const trackingUrl: Record<Parcel['carrier'], (number: string) => string> = {
  UPS: (number) => `https://www.ups.com/track?tracknum=${number}`,
  FEDEX: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  USPS: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  DHL: (number) => `https://www.dhl.com/en/express/tracking.html?AWB=${number}`,
};

function eventView(scan: Scan & { id: number }, estimated: Date | null) {
  return {
    id: gid('FulfillmentEvent', scan.id),
    status: eventStatus[scan.step],
    happenedAt: time(scan.at),
    createdAt: time(scan.at),
    estimatedDeliveryAt: time(estimated),
    message: scan.description ?? message[scan.step],
    city: scan.city,
    country: scan.countryCode,
    address1: null,
    province: null,
    zip: null,
  };
}

/** By which fulfilment a line first went out. */
export function lineOfFulfilment(order: ShopOrder, line: Line): { id: number } | null {
  for (const { id, lines } of order.fulfilments) {
    const place = lines.findIndex((entry) => entry.line === line);
    if (place >= 0) return { id: id + place + 1 };
  }
  return null;
}

export function fulfilmentView(
  world: World,
  order: ShopOrder,
  fulfilment: Fulfilment,
  views: { order: (order: ShopOrder) => unknown; line: (order: ShopOrder, line: Line) => unknown },
) {
  const parcel = world.parcel(fulfilment.trackingNumber);
  const scans = parcel?.scans.map((scan, step) => ({ ...scan, id: fulfilment.id * 10 + step })) ?? [];
  return {
    __typename: 'Fulfillment',
    id: gid('Fulfillment', fulfilment.id),
    legacyResourceId: String(fulfilment.id),
    name: fulfilment.name,
    status: 'SUCCESS',
    displayStatus: parcel ? eventStatus[lastScan(parcel).step] : 'FULFILLED',
    createdAt: time(fulfilment.createdAt),
    updatedAt: time(scans.at(-1)?.at ?? fulfilment.createdAt),
    estimatedDeliveryAt: time(parcel?.estimatedDelivery ?? null),
    inTransitAt: time(scans.find((scan) => scan.step === 'in_transit')?.at ?? null),
    deliveredAt: parcel ? time(deliveredAt(parcel)) : null,
    requiresShipping: true,
    totalQuantity: fulfilment.lines.reduce((sum, entry) => sum + entry.quantity, 0),
    order: () => views.order(order),
    trackingInfo: ({ first }: { first?: number | null }) =>
      (parcel
        ? [
            {
              company: companies[parcel.carrier],
              number: parcel.number,
              url: trackingUrl[parcel.carrier](parcel.number),
            },
          ]
        : []
      ).slice(0, first ?? undefined),
    events: (args: PageArgs) => connection(scans, args, (scan) => eventView(scan, parcel?.estimatedDelivery ?? null)),
    fulfillmentLineItems: (args: PageArgs) =>
      connection(
        fulfilment.lines.map((entry, index) => ({ ...entry, id: fulfilment.id + index + 1 })),
        args,
        (entry) => ({
          id: gid('FulfillmentLineItem', entry.id),
          quantity: entry.quantity,
          lineItem: () => views.line(order, entry.line),
        }),
      ),
  };
}
