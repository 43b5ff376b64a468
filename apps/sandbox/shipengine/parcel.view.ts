import { wallClock } from '../carriers/local-time';
import { deliveredAt, lastScan } from '../seed/parcels';
import type { Carrier, Parcel, ParcelStep, Scan } from '../seed/world.types';

export const CODES: Record<Carrier, string> = { UPS: 'ups', DHL: 'dhl_express', FEDEX: 'fedex', USPS: 'stamps_com' };
const PAGES: Record<Carrier, string> = {
  UPS: 'https://www.ups.com/track?tracknum=',
  DHL: 'https://www.dhl.com/en/express/tracking.html?AWB=',
  FEDEX: 'https://www.fedex.com/fedextrack/?trknbr=',
  USPS: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
};

interface Words {
  code: string;
  status: string;
  detail: string;
  description: string;
}

const words: Record<ParcelStep, Words> = {
  label_created: { code: 'AC', status: 'Accepted', detail: 'SHIPMENT_CREATED', description: 'Label created' },
  picked_up: { code: 'IT', status: 'In Transit', detail: 'PICKED_UP', description: 'Picked up by the carrier' },
  in_transit: { code: 'IT', status: 'In Transit', detail: 'IN_TRANSIT', description: 'Departed the hub' },
  arrived: {
    code: 'IT',
    status: 'In Transit',
    detail: 'RECEIVED_LOCAL_DELIVERY_DEPOT',
    description: 'Arrived at the local facility',
  },
  out_for_delivery: {
    code: 'IT',
    status: 'In Transit',
    detail: 'OUT_FOR_DELIVERY',
    description: 'Out for delivery',
  },
  attempted: {
    code: 'AT',
    status: 'Delivery Attempt',
    detail: 'ATTEMPTED_DELIVERY',
    description: 'Nobody was at home',
  },
  exception: { code: 'EX', status: 'Exception', detail: 'CARRIER_DELAYS', description: 'Delayed by severe weather' },
  delivered: { code: 'DE', status: 'Delivered', detail: 'DELIVERED', description: 'Delivered, front door' },
  returned: { code: 'EX', status: 'Exception', detail: 'RETURN_TO_SENDER', description: 'Returned to sender' },
};

function eventView(scan: Scan) {
  const { code, status, detail, description } = words[scan.step];
  return {
    occurred_at: scan.at.toISOString(),
    carrier_occurred_at: `${wallClock(scan.at, scan.countryCode)}Z`,
    description: scan.description ?? description,
    city_locality: scan.city ?? '',
    state_province: scan.countryCode,
    postal_code: '',
    country_code: scan.countryCode,
    company_name: '',
    signer: '',
    event_code: detail.slice(0, 2),
    carrier_detail_code: detail,
    status_code: code,
    status_detail_code: detail,
    status_description: status,
    status_detail_description: description,
    carrier_status_code: detail,
    carrier_status_description: description,
  };
}

export function trackingView(parcel: Parcel) {
  const { code, status, detail, description } = words[lastScan(parcel).step];
  const done = deliveredAt(parcel);
  return {
    tracking_number: parcel.number,
    tracking_url: PAGES[parcel.carrier] + parcel.number,
    status_code: code,
    status_detail_code: detail,
    carrier_code: CODES[parcel.carrier],
    carrier_id: 1,
    carrier_detail_code: detail,
    status_description: status,
    status_detail_description: description,
    carrier_status_code: detail,
    carrier_status_description: description,
    ship_date: parcel.scans[0]?.at.toISOString(),
    ...(parcel.estimatedDelivery && { estimated_delivery_date: parcel.estimatedDelivery.toISOString() }),
    ...(done && { actual_delivery_date: done.toISOString() }),
    exception_description: code === 'EX' ? description : '',
    events: [...parcel.scans].reverse().map(eventView),
  };
}
