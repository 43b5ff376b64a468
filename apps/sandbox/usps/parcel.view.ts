import { offsetIn, wallClock } from '../carriers/local-time';
import { deliveredAt, lastScan, warehouse } from '../seed/parcels';
import type { Parcel, ParcelStep, Scan } from '../seed/world.types';

interface Words {
  code: string;
  event: string;
  category: string;
}

const words: Record<ParcelStep, Words> = {
  label_created: { code: 'GX', event: 'Shipping Label Created, USPS Awaiting Item', category: 'Pre-Shipment' },
  picked_up: { code: '03', event: 'USPS in possession of item', category: 'Accepted' },
  in_transit: { code: 'T1', event: 'Departed USPS Regional Facility', category: 'In Transit' },
  arrived: { code: '07', event: 'Arrived at Post Office', category: 'In Transit' },
  out_for_delivery: { code: 'OF', event: 'Out for Delivery', category: 'Out for Delivery' },
  attempted: { code: '02', event: 'Notice Left (No Authorized Recipient Available)', category: 'Delivery Attempt' },
  exception: { code: 'DE', event: 'Delivery Exception, Local Weather Delay', category: 'Alert' },
  delivered: { code: '01', event: 'Delivered, Front Door/Porch', category: 'Delivered' },
  returned: { code: '09', event: 'Returned to Sender', category: 'Alert' },
};

function eventView(scan: Scan, zones: boolean) {
  const { code, event } = words[scan.step];
  return {
    eventType: scan.description ?? event,
    eventTimestamp: wallClock(scan.at, scan.countryCode),
    ...(zones && {
      GMTTimestamp: scan.at.toISOString().slice(0, 19),
      GMTOffset: offsetIn(scan.countryCode),
    }),
    eventCity: scan.city?.toUpperCase() ?? '',
    eventState: '',
    eventZIP: '',
    eventCountry: scan.countryCode,
    eventCode: code,
    firm: null,
    name: null,
    authorizedAgent: 'false',
  };
}

/** Booleans are texts, and the mail class carries marks of HTML. */
export function parcelView(parcel: Parcel, zones: boolean) {
  const { event, category } = words[lastScan(parcel).step];
  const { city, zip, countryCode } = parcel.to;
  const { estimatedDelivery } = parcel;
  return {
    trackingNumber: parcel.number,
    status: event,
    statusCategory: category,
    statusSummary: `Your item: ${event}.`,
    mailClass: 'USPS Ground Advantage<SUP>&#153;</SUP>',
    originCity: warehouse.city.toUpperCase(),
    originCountry: warehouse.countryCode,
    destinationCity: city.toUpperCase(),
    destinationZIP: zip,
    destinationCountryCode: countryCode,
    ...(estimatedDelivery &&
      !deliveredAt(parcel) && {
        expectedDeliveryTimeStamp: wallClock(estimatedDelivery, countryCode),
        expectedDeliveryType: 'Expected Delivery by',
      }),
    services: 'USPS Tracking<SUP>&#174;</SUP>',
    predictedDeliveryTimeStamp: null,
    returnReceipt: 'false',
    trackingEvents: [...parcel.scans].reverse().map((scan) => eventView(scan, zones)),
  };
}
