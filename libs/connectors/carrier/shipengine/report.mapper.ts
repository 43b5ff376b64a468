import type { ShipmentStatus } from '@satchel/contracts';
import type { ConnectorLog, TrackingReport } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { newestFirst, placeIn, promisedIn, timeIn } from '../../vendor/tracking/events';
import { finerStatus } from '../../vendor/tracking/hitches';
import { Vocabulary } from '../../vendor/vocabulary';
import { DETAIL_WORDS, STATUS_WORDS } from './shipengine.words';

type Fields = Record<string, unknown>;

export class ReportMapper {
  private readonly statuses;

  constructor(log: ConnectorLog) {
    this.statuses = new Vocabulary<ShipmentStatus>('shipengine status code', STATUS_WORDS, log);
  }

  /** Null: "not yet in system" and "unknown" without a scan are ShipEngine's ways to say that it knows nothing. */
  report(answer: Fields, carrier: string, number: string): TrackingReport | null {
    const scans = listIn(answer.events).map(fieldsIn);
    const code = textIn(answer.status_code).toUpperCase();
    if (scans.length === 0 && (code === 'UN' || code === 'NY')) return null;
    const status = this.status(answer, code);
    return {
      trackingNumber: number,
      carrier,
      status,
      estimatedDelivery: status === 'delivered' ? null : promisedIn(answer.estimated_delivery_date),
      deliveredAt: status === 'delivered' ? timeIn(answer.actual_delivery_date) : null,
      events: newestFirst(scans.map(event)),
      trackingUrl: /^https?:\/\//.test(textIn(answer.tracking_url)) ? textIn(answer.tracking_url) : null,
    };
  }

  private status(answer: Fields, code: string): ShipmentStatus {
    const told = this.statuses.ours(code);
    const detail = DETAIL_WORDS[textIn(answer.status_detail_code).toUpperCase()];
    if (detail && (told === 'in_transit' || told === 'exception')) return detail;
    const { carrier_status_description, exception_description, status_detail_description } = answer;
    const words = [carrier_status_description, exception_description, status_detail_description].map(textIn);
    return finerStatus(told, words.join('. '));
  }
}

function event(scan: Fields) {
  const what = textIn(scan.description) || textIn(scan.carrier_status_description) || textIn(scan.status_description);
  const place = placeIn(...[scan.city_locality, scan.state_province, scan.country_code].map(textIn));
  return {
    at: timeIn(scan.occurred_at) ?? timeIn(scan.carrier_occurred_at),
    description: what.trim() || 'Update',
    location: place,
  };
}
