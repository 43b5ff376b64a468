import { wallClock } from '../carriers/local-time';
import { deliveredAt, lastScan, warehouse } from '../seed/parcels';
import type { Parcel, ParcelStep, Scan } from '../seed/world.types';

interface Words {
  statusCode: 'pre-transit' | 'transit' | 'delivered' | 'failure';
  status: string;
  description: string;
  remark?: string;
}

const words: Record<ParcelStep, Words> = {
  label_created: {
    statusCode: 'pre-transit',
    status: 'SHIPMENT INFORMATION RECEIVED',
    description: 'The instruction data for this shipment have been provided by the sender to DHL electronically',
  },
  picked_up: { statusCode: 'transit', status: 'PICKED UP', description: 'The shipment has been picked up' },
  in_transit: { statusCode: 'transit', status: 'PROCESSED', description: 'The shipment has been processed in the hub' },
  arrived: {
    statusCode: 'transit',
    status: 'ARRIVED AT DELIVERY FACILITY',
    description: 'The shipment arrived in the region of the recipient',
  },
  out_for_delivery: {
    statusCode: 'transit',
    status: 'OUT FOR DELIVERY',
    description: 'The shipment is out for delivery',
  },
  attempted: {
    statusCode: 'failure',
    status: 'DELIVERY NOT POSSIBLE',
    description: 'A delivery attempt was not successful',
    remark: 'The recipient was not available',
  },
  exception: {
    statusCode: 'failure',
    status: 'EXCEPTION',
    description: 'The shipment is delayed',
    remark: 'Severe weather in the region',
  },
  delivered: { statusCode: 'delivered', status: 'DELIVERED', description: 'The shipment was delivered' },
  returned: {
    statusCode: 'failure',
    status: 'RETURN',
    description: 'The shipment is being returned to the sender',
  },
};

const addressOf = (city: string | null, countryCode: string) => ({
  address: { countryCode, ...(city ? { addressLocality: city } : {}) },
});

/** Local time, and no word of its zone. */
function eventView(scan: Scan) {
  return {
    timestamp: wallClock(scan.at, scan.countryCode),
    location: addressOf(scan.city, scan.countryCode),
    ...words[scan.step],
    ...(scan.description ? { description: scan.description } : {}),
  };
}

export function shipmentView(parcel: Parcel) {
  const { city, countryCode, zip } = parcel.to;
  const { estimatedDelivery } = parcel;
  return {
    id: parcel.number,
    service: parcel.number.startsWith('00') ? 'parcel-de' : 'express',
    origin: addressOf(warehouse.city, warehouse.countryCode),
    destination: { address: { countryCode, postalCode: zip, addressLocality: city } },
    status: eventView(lastScan(parcel)),
    ...(estimatedDelivery &&
      !deliveredAt(parcel) && { estimatedTimeOfDelivery: wallClock(estimatedDelivery, countryCode) }),
    details: {
      product: { productName: 'DHL Express Worldwide' },
      proofOfDeliverySignedAvailable: deliveredAt(parcel) !== null,
      totalNumberOfPieces: 1,
      pieceIds: [`JD${parcel.number}`],
      weight: { value: parcel.weightGrams / 1000, unitText: 'kg' },
    },
    events: [...parcel.scans].reverse().map(eventView),
  };
}
