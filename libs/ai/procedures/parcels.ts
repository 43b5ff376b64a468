import type { EngineView } from '../engine/engine-view';
import { writeInstant } from '../text/calendar';
import type { Language } from '../text/language';
import type { OrderFacts, ShipmentFacts, TrackShipmentData } from '../tools/order-facts';
import { WORDINGS } from '../engine/wording';

/** Orders that a question without a number can mean; more parcels than this are not looked up one by one. */
const MAX_PARCELS = 3;

export type LiveOrder = Omit<OrderFacts, 'shipments'> & { shipments: (ShipmentFacts & { asOf?: string | null })[] };

/** Parcels whose carrier was not asked in this turn; those asked for once are not asked for again. */
export function parcelsToTrack(orders: readonly OrderFacts[], seen: EngineView['seen']): string[] {
  const asked = seen
    .filter(({ tool }) => tool === 'track_shipment')
    .map(({ args }) => key(String(args.trackingNumber)));
  const numbers = orders
    .flatMap((order) => (order.cancelledAt ? [] : order.shipments))
    .flatMap(({ trackingNumber }) => (trackingNumber ? [key(trackingNumber)] : []));
  return [...new Set(numbers)]
    .filter((number) => !asked.includes(number))
    .slice(0, Math.max(0, MAX_PARCELS - asked.length));
}

/** The carrier knows better than the shop where a parcel is; what it does not know stays as the shop told it. */
export function withTracking(order: OrderFacts, seen: EngineView['seen']): LiveOrder {
  const reports = new Map<string, TrackShipmentData>();
  for (const { tool, args, data } of seen)
    if (tool === 'track_shipment') reports.set(key(String(args.trackingNumber)), (data ?? {}) as TrackShipmentData);
  return {
    ...order,
    shipments: order.shipments.map((shipment) => {
      const report = reports.get(key(shipment.trackingNumber));
      if (!report) return { ...shipment, asOf: null };
      // An error holds no `found`: then the shop's word is all there is, as of its reading.
      if (report.found === undefined) return { ...shipment, asOf: order.readAt };
      if (!report.shipment) return { ...shipment, asOf: null };
      const trackingUrl = report.shipment.trackingUrl ?? shipment.trackingUrl;
      return { ...shipment, ...report.shipment, trackingUrl, asOf: null };
    }),
  };
}

/** Says when the facts were read, once, if any of them is not from now. */
export function staleLine(orders: readonly LiveOrder[], language: Language): string | null {
  const old = orders.flatMap((order) => [
    ...(order.stale ? [order.readAt] : []),
    ...order.shipments.flatMap(({ asOf }) => (asOf ? [asOf] : [])),
  ]);
  const oldest = old.sort()[0];
  const written = oldest ? writeInstant(oldest, language) : null;
  return written && WORDINGS[language].stale(written);
}

function key(trackingNumber: string | null): string {
  return (trackingNumber ?? '').replace(/[\s-]/g, '').toUpperCase();
}
