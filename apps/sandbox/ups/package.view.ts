import { deliveredAt, lastScan, warehouse } from '../seed/parcels';
import type { Parcel, ParcelStep, Scan } from '../seed/world.types';

/** UPS's words for a step: type (D, I, M, P, X, RS), code, package status number, and its two descriptions. */
interface Words {
  type: string;
  code: string;
  statusCode: string;
  description: string;
  simplified: string;
}

const words: Record<ParcelStep, Words> = {
  label_created: {
    type: 'M',
    code: 'MP',
    statusCode: '003',
    description: 'Shipper created a label, UPS has not received the package yet. ',
    simplified: 'Label Created',
  },
  picked_up: { type: 'P', code: 'XD', statusCode: '038', description: 'Drop-Off', simplified: 'We Have Your Package' },
  in_transit: {
    type: 'I',
    code: 'DP',
    statusCode: '005',
    description: 'Departed from Facility',
    simplified: 'On the Way',
  },
  arrived: { type: 'I', code: 'AR', statusCode: '005', description: 'Arrived at Facility', simplified: 'On the Way' },
  out_for_delivery: {
    type: 'I',
    code: 'OT',
    statusCode: '021',
    description: 'Out For Delivery Today',
    simplified: 'Out for Delivery',
  },
  attempted: {
    type: 'X',
    code: '48',
    statusCode: '034',
    description: 'The receiver was not available for delivery. We will make another attempt.',
    simplified: 'Delivery Attempted',
  },
  exception: {
    type: 'X',
    code: 'SR',
    statusCode: '048',
    description: 'Severe weather conditions have delayed delivery.',
    simplified: 'Delay',
  },
  delivered: { type: 'D', code: 'FS', statusCode: '011', description: 'DELIVERED ', simplified: 'Delivered' },
  returned: {
    type: 'RS',
    code: 'RS',
    statusCode: '035',
    description: 'The package is being returned to the sender.',
    simplified: 'Returning to Sender',
  },
};

const offsets: Record<string, number> = { IE: 0, GB: 0, PT: 0, FI: 2, GR: 2 };

const two = (value: number) => String(value).padStart(2, '0');
const date = (at: Date) => `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}`;
const clock = (at: Date) => `${two(at.getUTCHours())}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}`;

/** UPS tells local time without a zone, and GMT beside it. */
function times(at: Date, countryCode: string) {
  const hours = offsets[countryCode] ?? 1;
  const local = new Date(at.getTime() + hours * 3_600_000);
  return {
    date: date(local),
    time: clock(local),
    gmtDate: date(at),
    gmtOffset: `+${two(hours)}:00`,
    gmtTime: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`,
  };
}

function activity(scan: Scan) {
  const { type, code, statusCode, description } = words[scan.step];
  return {
    location: {
      address: { ...(scan.city ? { city: scan.city } : {}), countryCode: scan.countryCode, country: scan.countryCode },
      ...(scan.city ? { slic: '8566' } : {}),
    },
    status: { type, description: scan.description ?? description, code, statusCode },
    ...times(scan.at, scan.countryCode),
  };
}

function deliveryDate(parcel: Parcel) {
  const country = parcel.to.countryCode;
  const done = deliveredAt(parcel);
  if (done) return [{ type: 'DEL', date: times(done, country).date }];
  if (!parcel.estimatedDelivery) return [];
  return [{ type: parcel.rescheduled ? 'RDD' : 'SDD', date: times(parcel.estimatedDelivery, country).date }];
}

function deliveryTime(parcel: Parcel) {
  const done = deliveredAt(parcel);
  if (done) return { type: 'DEL', endTime: times(done, parcel.to.countryCode).time };
  if (!parcel.estimatedDelivery) return undefined;
  if (lastScan(parcel).step === 'out_for_delivery') return { type: 'EDW', startTime: '101500', endTime: '141500' };
  return { type: 'EOD' };
}

/** Which activity made each milestone, by the steps that reach it; UPS lists the oldest first. */
const milestones: [description: string, code: string, steps: ParcelStep[]][] = [
  ['Label Created', 'M1', ['label_created']],
  ['We Have Your Package', 'M2', ['picked_up']],
  ['On the Way', 'M3', ['in_transit', 'arrived']],
  ['Out for Delivery', 'M4', ['out_for_delivery']],
  ['Delivered', 'M5', ['delivered']],
];

function milestoneList(parcel: Parcel) {
  const newestFirst = [...parcel.scans].reverse();
  const reached = milestones.map(([, , steps]) => newestFirst.findIndex((scan) => steps.includes(scan.step)));
  const current = reached.reduce((last, index, at) => (index >= 0 ? at : last), -1);
  return milestones.map(([description, code], at) => {
    const index = reached[at] ?? -1;
    const complete = index >= 0;
    return {
      description,
      code,
      state: complete ? 'COMPLETE' : 'NOT_STARTED',
      current: at === current,
      ...(complete ? { linkedActivity: String(index), category: 'PRIMARY' } : {}),
    };
  });
}

/** The body of a found number, nested as UPS nests it. */
export function trackBody(parcel: Parcel, options: { milestones: boolean }) {
  const { type, code, statusCode, description, simplified } = words[lastScan(parcel).step];
  const done = deliveredAt(parcel);
  const { city, countryCode, zip } = parcel.to;
  const time = deliveryTime(parcel);
  return {
    trackResponse: {
      shipment: [
        {
          inquiryNumber: parcel.number,
          package: [
            {
              trackingNumber: parcel.number,
              deliveryDate: deliveryDate(parcel),
              ...(time ? { deliveryTime: time } : {}),
              activity: [...parcel.scans].reverse().map(activity),
              currentStatus: { description, code, statusCode, simplifiedTextDescription: simplified, type },
              packageAddress: [
                {
                  type: 'ORIGIN',
                  address: { city: warehouse.city, countryCode: warehouse.countryCode, country: warehouse.countryCode },
                },
                { type: 'DESTINATION', address: { city, postalCode: zip, countryCode, country: countryCode } },
              ],
              weight: { unitOfMeasurement: 'KGS', weight: '2.10' },
              service: { code: '011', levelCode: '011', description: 'UPS Standard' },
              packageCount: 1,
              ...(options.milestones ? { milestones: milestoneList(parcel) } : {}),
              ...(done
                ? { deliveryInformation: { location: 'FRONT DOOR', receivedBy: parcel.to.lastName.toUpperCase() } }
                : {}),
            },
          ],
          userRelation: ['SHIPPER'],
        },
      ],
    },
  };
}
