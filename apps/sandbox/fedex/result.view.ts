import { offsetIn, wallClock } from '../carriers/local-time';
import { deliveredAt, lastScan, warehouse } from '../seed/parcels';
import type { Parcel, ParcelStep, Scan } from '../seed/world.types';

interface Words {
  code: string;
  /** Of the bigger step that it belongs to. */
  derived: string;
  status: string;
  event: string;
  exception?: { code: string; description: string };
}

const words: Record<ParcelStep, Words> = {
  label_created: { code: 'OC', derived: 'IN', status: 'Label created', event: 'Shipment information sent to FedEx' },
  picked_up: { code: 'PU', derived: 'PU', status: 'Picked up', event: 'Picked up' },
  in_transit: { code: 'DP', derived: 'IT', status: 'In transit', event: 'Departed FedEx location' },
  arrived: { code: 'AR', derived: 'IT', status: 'In transit', event: 'At local FedEx facility' },
  out_for_delivery: {
    code: 'OD',
    derived: 'OD',
    status: 'Out for delivery',
    event: 'On FedEx vehicle for delivery',
  },
  attempted: {
    code: 'DE',
    derived: 'DE',
    status: 'Delivery exception',
    event: 'Delivery exception',
    exception: { code: '08', description: 'Customer not available or business closed' },
  },
  exception: {
    code: 'SE',
    derived: 'SE',
    status: 'Shipment exception',
    event: 'Shipment exception',
    exception: { code: '72', description: 'Local weather delay' },
  },
  delivered: { code: 'DL', derived: 'DL', status: 'Delivered', event: 'Delivered' },
  returned: { code: 'RS', derived: 'RS', status: 'Returning to shipper', event: 'Returning package to shipper' },
};

/** FedEx tells local time with its offset. */
const zoned = (at: Date, countryCode: string): string => wallClock(at, countryCode) + offsetIn(countryCode);

const placeOf = ({ city, countryCode }: Pick<Scan, 'city' | 'countryCode'>) => ({
  ...(city ? { city: city.toUpperCase() } : {}),
  countryCode,
  residential: false,
});

function scanView(scan: Scan) {
  const { code, derived, status, event, exception } = words[scan.step];
  return {
    date: zoned(scan.at, scan.countryCode),
    eventType: code,
    eventDescription: scan.description ?? event,
    exceptionCode: exception?.code ?? '',
    exceptionDescription: exception?.description ?? '',
    scanLocation: placeOf(scan),
    locationType: 'FEDEX_FACILITY',
    derivedStatusCode: derived,
    derivedStatus: status,
  };
}

function datesOf(parcel: Parcel) {
  const first = parcel.scans[0];
  const done = deliveredAt(parcel);
  const country = parcel.to.countryCode;
  const ship = first ? [{ type: 'SHIP', dateTime: `${wallClock(first.at, country).slice(0, 10)}T00:00:00-06:00` }] : [];
  if (done) return [{ type: 'ACTUAL_DELIVERY', dateTime: zoned(done, country) }, ...ship];
  const { estimatedDelivery } = parcel;
  return estimatedDelivery
    ? [{ type: 'ESTIMATED_DELIVERY', dateTime: zoned(estimatedDelivery, country) }, ...ship]
    : ship;
}

/** One entry of `trackResults`. */
export function resultView(parcel: Parcel) {
  const last = lastScan(parcel);
  const { code, derived, status, exception } = words[last.step];
  const { city, countryCode, zip } = parcel.to;
  return {
    trackingNumberInfo: {
      trackingNumber: parcel.number,
      trackingNumberUniqueId: `2461~${parcel.number}~FX`,
      carrierCode: 'FDXE',
    },
    shipperInformation: { address: placeOf(warehouse) },
    recipientInformation: { address: { city: city.toUpperCase(), postalCode: zip, countryCode, residential: true } },
    latestStatusDetail: {
      code,
      derivedCode: derived,
      statusByLocale: status,
      description: status,
      scanLocation: placeOf(last),
      ...(exception && {
        ancillaryDetails: [{ reason: exception.code, reasonDescription: exception.description, action: '' }],
      }),
      ...(last.step === 'exception' && { delayDetail: { type: 'WEATHER', status: 'DELAYED' } }),
    },
    dateAndTimes: datesOf(parcel),
    scanEvents: [...parcel.scans].reverse().map(scanView),
    deliveryDetails: {
      deliveryAttempts: String(parcel.scans.filter((scan) => scan.step === 'attempted').length),
      ...(deliveredAt(parcel) && { receivedByName: parcel.to.lastName.toUpperCase() }),
    },
    serviceDetail: { type: 'FEDEX_INTERNATIONAL_PRIORITY', description: 'FedEx International Priority' },
  };
}

/** In a 200, as FedEx says it of one number among many. */
export function notFoundView(number: string) {
  return {
    trackingNumberInfo: { trackingNumber: number, trackingNumberUniqueId: '', carrierCode: '' },
    error: {
      code: 'TRACKING.TRACKINGNUMBER.NOTFOUND',
      message: 'Tracking number cannot be found. Please correct the tracking number and try again.',
    },
  };
}
