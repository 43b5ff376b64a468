import type { Money } from '@satchel/contracts';
import { dayOf, writeDay } from '../text/calendar';
import type { Language } from '../text/language';
import type { HandoffReason } from '../tools/handoff-reasons';
import type { OrderFacts, ShipmentFacts } from '../tools/order-facts';
import { WORDINGS } from './wording';
import type { OrderWords, ParcelWords, Wording } from './wording/wording';

/** What to say of one order in its present state; some states need a person although the words are ready. */
export function tellOrder(order: OrderFacts, language: Language): { text: string; handOver: HandoffReason | null } {
  const wording = WORDINGS[language];
  const words = orderWords(order, language);
  const shipped = order.shipments.filter(
    (shipment) => shipment.trackingNumber !== null || shipment.status !== 'unknown',
  );
  if (order.cancelledAt || order.fulfilment === 'cancelled') return { text: wording.cancelled(words), handOver: null };
  if (order.payment === 'refunded' && shipped.length === 0) return { text: wording.refunded(words), handOver: null };
  if (shipped.length === 0) {
    if (order.fulfilment === 'fulfilled') return { text: wording.shippedWithoutTracking(words), handOver: null };
    return { text: wording.notShipped(words), handOver: order.fulfilment === 'on_hold' ? 'order_on_hold' : null };
  }
  const parcels = shipped.map((shipment) => tellParcel(wording, words, shipment, language));
  const partly = order.fulfilment === 'partial' ? wording.partlyShipped(words) : null;
  const texts = [partly, ...parcels].filter((text): text is string => text !== null);
  return {
    text: texts
      .map((text, index) => (index === 0 ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())))
      .join('\n\n'),
    handOver: shipped.some(({ status }) => status === 'exception' || status === 'returned') ? 'shipment_problem' : null,
  };
}

function tellParcel(wording: Wording, order: OrderWords, shipment: ShipmentFacts, language: Language): string {
  const parcel = parcelWords(shipment, language);
  const here = wording.trackHere(parcel);
  const said = sentence(wording, order, parcel, shipment);
  return here ? `${said}\n\n${here}` : said;
}

function sentence(wording: Wording, order: OrderWords, parcel: ParcelWords, shipment: ShipmentFacts): string {
  switch (shipment.status) {
    case 'in_transit':
      return wording.inTransit(order, parcel);
    case 'out_for_delivery':
      return wording.outForDelivery(order, parcel);
    case 'attempted':
      return wording.attempted(order, parcel);
    case 'available_for_pickup':
      return wording.readyForPickup(order, parcel);
    case 'delivered':
      return wording.delivered(order, parcel);
    case 'returned':
      return wording.returned(order, parcel);
    case 'exception':
      return wording.problem(order, parcel);
    case 'pre_transit':
      return wording.noScans(order, parcel);
    case 'unknown':
      // Scans without a word for their state: on its way is all that they prove.
      return parcel.lastScan ? wording.inTransit(order, parcel) : wording.noScans(order, parcel);
  }
}

export function orderWords(order: OrderFacts, language: Language): OrderWords {
  return {
    number: order.orderNumber,
    placedOn: day(order.placedAt, language),
    cancelledOn: day(order.cancelledAt, language),
    refunded: order.refunded.amount > 0 ? writeMoney(order.refunded, language) : null,
  };
}

function parcelWords(shipment: ShipmentFacts, language: Language): ParcelWords {
  const scan = shipment.lastScan;
  return {
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    trackingUrl: shipment.trackingUrl,
    estimate: day(shipment.estimatedDelivery, language),
    estimateHasPassed: shipment.estimateHasPassed,
    deliveredOn: day(shipment.deliveredAt, language),
    lastScan:
      scan && scan.description
        ? { day: day(scan.at, language), description: scan.description, location: scan.location }
        : null,
  };
}

function day(iso: string | null, language: Language): string | null {
  const found = iso === null ? null : dayOf(iso);
  return found && writeDay(found, language);
}

function writeMoney({ amount, currency }: Money, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' });
  return format
    .format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
    .replace(/[\u00a0\u202f]/g, ' ');
}
