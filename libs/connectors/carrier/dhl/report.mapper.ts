import type { ShipmentStatus } from '@satchel/contracts';
import type { ConnectorLog, TrackingReport } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { newestFirst, placeIn, timeIn } from '../../vendor/tracking/events';
import { finerStatus } from '../../vendor/tracking/hitches';
import { Vocabulary } from '../../vendor/vocabulary';
import { STATUS_WORDS } from './dhl.words';

type Fields = Record<string, unknown>;

export class ReportMapper {
  private readonly statuses;

  constructor(log: ConnectorLog) {
    this.statuses = new Vocabulary<ShipmentStatus>('dhl status code', STATUS_WORDS, log);
  }

  /** Null: DHL does not know the number. Its companies share numbers; the parcel that moved last is meant. */
  report(shipments: Fields[], number: string): TrackingReport | null {
    const newest = (one: Fields) => timeIn(fieldsIn(one.status).timestamp) ?? '';
    const [parcel] = [...shipments].sort((one, other) => (newest(other) > newest(one) ? 1 : -1));
    if (!parcel) return null;
    const current = fieldsIn(parcel.status);
    const status = finerStatus(this.statuses.ours(textIn(current.statusCode).toLowerCase()), wordsOf(current));
    const events = newestFirst([current, ...listIn(parcel.events).map(fieldsIn)].map(event));
    return {
      trackingNumber: number,
      carrier: 'DHL',
      status,
      estimatedDelivery: status === 'delivered' ? null : estimate(parcel),
      deliveredAt: status === 'delivered' ? timeIn(current.timestamp) : null,
      // The current status is the newest event once more.
      events: events.filter((one, place) => events.findIndex((other) => same(one, other)) === place),
      trackingUrl: `https://www.dhl.com/en/express/tracking.html?AWB=${encodeURIComponent(number)}`,
    };
  }
}

function estimate(parcel: Fields): string | null {
  const { estimatedThrough } = fieldsIn(parcel.estimatedDeliveryTimeFrame);
  return timeIn(parcel.estimatedTimeOfDelivery) ?? timeIn(estimatedThrough);
}

const wordsOf = (scan: Fields): string => [scan.status, scan.description, scan.remark].map(textIn).join('. ');

function event(scan: Fields) {
  const { addressLocality, countryCode } = fieldsIn(fieldsIn(scan.location).address);
  const what = textIn(scan.description).trim() || textIn(scan.status).trim();
  const why = textIn(scan.remark).trim();
  const description = [what, why === what ? '' : why].filter(Boolean).join(': ') || 'Update';
  return { at: timeIn(scan.timestamp), description, location: placeIn(textIn(addressLocality), textIn(countryCode)) };
}

const same = (one: { at: string; description: string }, other: { at: string; description: string }): boolean =>
  one.at === other.at && one.description === other.description;
