import type { ShipmentEventBody, ShipmentStatus } from '@satchel/contracts';
import { ConnectorError, type ConnectorLog, type TrackingReport } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { newestFirst, placeIn, promisedIn, timeIn } from '../../vendor/tracking/events';
import { finerStatus } from '../../vendor/tracking/hitches';
import { Vocabulary } from '../../vendor/vocabulary';
import { DELAY_WORDS, STATUS_WORDS } from './fedex.words';

type Fields = Record<string, unknown>;

export class ReportMapper {
  private readonly statuses;

  constructor(log: ConnectorLog) {
    this.statuses = new Vocabulary<ShipmentStatus>('fedex status code', STATUS_WORDS, log);
  }

  /** Null: FedEx does not know the number. It says so in a 200, in each record. */
  report(results: Fields[], number: string): TrackingReport | null {
    const errors = results.map((one) => textIn(fieldsIn(one.error).code)).filter(Boolean);
    // FedEx uses numbers again after a while; the latest parcel comes first.
    const parcel = results.find((one) => one.error === undefined || one.error === null);
    if (!parcel) {
      if (errors.some((code) => /SYSTEM|UNAVAILABLE|INTERNAL/.test(code))) {
        throw new ConnectorError('unavailable', 'FedEx is having trouble', { vendorCode: errors[0] });
      }
      return null;
    }
    const latest = fieldsIn(parcel.latestStatusDetail);
    const events = newestFirst(listIn(parcel.scanEvents).map((scan) => event(fieldsIn(scan))));
    const status = this.status(latest);
    return {
      trackingNumber: number,
      carrier: 'FedEx',
      status,
      estimatedDelivery: status === 'delivered' ? null : estimate(parcel),
      deliveredAt: status === 'delivered' ? dated(parcel, 'ACTUAL_DELIVERY', timeIn) : null,
      events: withDelay(events, status, latest),
      trackingUrl: `https://www.fedex.com/fedextrack/?trknbr=${encodeURIComponent(number)}`,
    };
  }

  private status(latest: Fields): ShipmentStatus {
    const told = this.statuses.ours((textIn(latest.derivedCode) || textIn(latest.code)).toUpperCase());
    const more = listIn(latest.ancillaryDetails).map(fieldsIn);
    const words = [latest, ...more].flatMap((one) => [one.description, one.statusByLocale, one.reasonDescription]);
    return finerStatus(told, words.map(textIn).join('. '));
  }
}

function dated(parcel: Fields, type: string, read: (text: unknown) => string | null): string | null {
  const found = listIn(parcel.dateAndTimes)
    .map(fieldsIn)
    .find((one) => one.type === type);
  return read(found?.dateTime);
}

function estimate(parcel: Fields): string | null {
  const { window } = fieldsIn(parcel.estimatedDeliveryTimeWindow);
  return dated(parcel, 'ESTIMATED_DELIVERY', promisedIn) ?? promisedIn(fieldsIn(window).ends);
}

function event(scan: Fields) {
  const { city, stateOrProvinceCode, countryCode } = fieldsIn(scan.scanLocation);
  const what = textIn(scan.eventDescription).trim();
  const why = textIn(scan.exceptionDescription).trim();
  const place = placeIn(textIn(city), textIn(stateOrProvinceCode), textIn(countryCode));
  return { at: timeIn(scan.date), description: [what, why].filter(Boolean).join(': ') || 'Update', location: place };
}

/** Of trouble, the newest scan tells the reason; where it has none, the status may. */
function withDelay(events: ShipmentEventBody[], status: ShipmentStatus, latest: Fields): ShipmentEventBody[] {
  const reason = DELAY_WORDS[textIn(fieldsIn(latest.delayDetail).type).toUpperCase()];
  const [newest, ...older] = events;
  if (status !== 'exception' || !reason || !newest || newest.description.includes(': ')) return events;
  return [{ ...newest, description: `${newest.description}: ${reason}` }, ...older];
}
