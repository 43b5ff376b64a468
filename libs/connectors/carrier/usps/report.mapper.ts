import type { ShipmentStatus } from '@satchel/contracts';
import type { ConnectorLog, TrackingReport } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { newestFirst, placeIn, timeIn } from '../../vendor/tracking/events';
import { finerStatus } from '../../vendor/tracking/hitches';
import { Vocabulary } from '../../vendor/vocabulary';
import { CATEGORY_WORDS, EVENT_WORDS } from './usps.words';

type Fields = Record<string, unknown>;

export class ReportMapper {
  private readonly categories;
  private readonly codes;

  constructor(log: ConnectorLog) {
    this.categories = new Vocabulary<ShipmentStatus>('usps status category', CATEGORY_WORDS, log);
    this.codes = new Vocabulary<ShipmentStatus>('usps event code', EVENT_WORDS, log);
  }

  report(parcel: Fields, number: string): TrackingReport {
    const scans = listIn(parcel.trackingEvents).map(fieldsIn);
    const events = newestFirst(scans.map(event));
    const status = this.status(parcel, scans);
    return {
      trackingNumber: number,
      carrier: 'USPS',
      status,
      estimatedDelivery: status === 'delivered' ? null : estimate(parcel),
      deliveredAt: status === 'delivered' ? (events[0]?.at ?? null) : null,
      events,
      trackingUrl: `https://tools.usps.com/go/TrackConfirmAction?tLabels=${encodeURIComponent(number)}`,
    };
  }

  private status(parcel: Fields, scans: Fields[]): ShipmentStatus {
    const category = textIn(parcel.statusCategory).trim().toLowerCase().replaceAll('-', ' ');
    const words = `${textIn(parcel.status)}. ${textIn(parcel.statusSummary)}`;
    return finerStatus(category ? this.categories.ours(category) : this.codes.ours(textIn(scans[0]?.eventCode)), words);
  }
}

/** What is expected goes before what was guaranteed. */
function estimate(parcel: Fields): string | null {
  return timeIn(parcel.expectedDeliveryTimeStamp) ?? timeIn(parcel.guaranteedDeliveryTimeStamp);
}

function event(scan: Fields) {
  const gmt = textIn(scan.GMTTimestamp);
  const at = timeIn(gmt, '+00:00') ?? timeIn(scan.eventTimestamp, scan.GMTOffset);
  const place = placeIn(...[scan.eventCity, scan.eventState, scan.eventZIP, scan.eventCountry].map(textIn));
  return { at, description: plain(textIn(scan.eventType)) || 'Update', location: place };
}

/** Some of USPS's texts hold marks of HTML (`Ground Advantage<SUP>&#153;</SUP>`). */
const plain = (text: string): string => text.replace(/<[^<>]*>|&#?\w+;/g, '').trim();
