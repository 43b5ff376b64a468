import type { ShipmentEventBody, ShipmentStatus } from '@satchel/contracts';
import type { ConnectorLog, TrackingReport } from '../../port';
import { Vocabulary } from '../../vendor/vocabulary';
import type { TrackResponse, UpsActivity, UpsPackage, UpsStatus } from './track-response';
import { plainTrackingNumber } from '../../vendor/tracking/number-formats';
import { isoDate, isoTime, timeOf } from './ups-time';
import { CODE_WORDS, TYPE_WORDS } from './ups.words';

export class ReportMapper {
  private readonly types;

  constructor(log: ConnectorLog) {
    this.types = new Vocabulary<ShipmentStatus>('ups status type', TYPE_WORDS, log);
  }

  /** Null: UPS answered without a parcel, its other way to say "not found". */
  report(answer: TrackResponse, trackingNumber: string): TrackingReport | null {
    const number = plainTrackingNumber(trackingNumber);
    const parcels = (answer.trackResponse?.shipment ?? []).flatMap((shipment) => shipment.package ?? []);
    // A shipment of several parcels comes as a whole.
    const parcel = parcels.find((one) => one.trackingNumber === number) ?? parcels[0];
    if (!parcel) return null;
    const activities = parcel.activity ?? [];
    const status = this.status(parcel.currentStatus, activities[0]?.status);
    return {
      trackingNumber: number,
      carrier: 'UPS',
      status,
      estimatedDelivery: status === 'delivered' ? null : estimate(parcel),
      deliveredAt: status === 'delivered' ? deliveredAt(parcel) : null,
      events: activities.map(event).filter((one): one is ShipmentEventBody => one !== null),
      trackingUrl: `https://www.ups.com/track?tracknum=${encodeURIComponent(number)}`,
    };
  }

  /** `currentStatus` often comes without its type; the newest scan then has it. */
  private status(current: UpsStatus | undefined, newest: UpsStatus | undefined): ShipmentStatus {
    const told = current?.type ? current : newest;
    const precise = Object.hasOwn(CODE_WORDS, told?.code ?? '') ? CODE_WORDS[told?.code ?? ''] : undefined;
    const status = precise ?? this.types.ours(told?.type?.toUpperCase());
    return status === 'exception' && isAttempt(told) ? 'attempted' : status;
  }
}

/** UPS has many codes for "nobody was at home" but says so in the words, which we ask for in English. */
function isAttempt(status: UpsStatus | undefined): boolean {
  const words = `${status?.simplifiedTextDescription ?? ''} ${status?.description ?? ''}`;
  return /\b(delivery attempt|attempted (a )?delivery|attempted to deliver|another attempt)/i.test(words);
}

/** A rescheduled day replaces the scheduled one. Never one that we worked out. */
function estimate(parcel: UpsPackage): string | null {
  const dates = parcel.deliveryDate ?? [];
  const told = dates.find((date) => date.type === 'RDD') ?? dates.find((date) => date.type === 'SDD');
  return isoDate(told?.date);
}

function deliveredAt(parcel: UpsPackage): string | null {
  const scan = parcel.activity?.find((activity) => activity.status?.type === 'D');
  const scanned = scan && timeOf(scan);
  if (scanned) return scanned;
  const day = isoDate(parcel.deliveryDate?.find((date) => date.type === 'DEL')?.date);
  const time = parcel.deliveryTime?.type === 'DEL' ? isoTime(parcel.deliveryTime.endTime) : null;
  return day && time ? `${day}T${time}` : day;
}

function event(activity: UpsActivity): ShipmentEventBody | null {
  const at = timeOf(activity);
  if (!at) return null;
  const { city, stateProvince, country, countryCode } = activity.location?.address ?? {};
  const place = [city, stateProvince, country || countryCode].filter(Boolean).join(', ');
  const description = activity.status?.description?.trim() || 'Update';
  return { at, description, location: place || null };
}
