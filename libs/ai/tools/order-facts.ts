import type { EvidenceBody, OrderBody, ShipmentBody } from '@satchel/contracts';
import { dayOf } from '../text/calendar';
import { cleanLine } from '../text/normalise';

/** What the AI may know of an order: fields by name, texts cleaned and capped. Never notes, addresses or the admin's link. */
export interface OrderFacts {
  orderNumber: string;
  placedAt: string;
  cancelledAt: string | null;
  payment: OrderBody['payment'];
  fulfilment: OrderBody['fulfilment'];
  total: OrderBody['total'];
  refunded: OrderBody['refunded'];
  lines: { title: string; variant: string | null; quantity: number }[];
  shipments: ShipmentFacts[];
  readAt: string;
  stale: boolean;
}

export interface ShipmentFacts {
  trackingNumber: string | null;
  carrier: string | null;
  trackingUrl: string | null;
  status: ShipmentBody['status'];
  /** The carrier's own; absent when the carrier gave none. */
  estimatedDelivery: string | null;
  estimateHasPassed: boolean;
  deliveredAt: string | null;
  lastScan: { at: string; description: string; location: string | null } | null;
}

export interface FindOrdersData {
  found: number;
  orders: OrderFacts[];
  /** True when a shop did not answer, so "none" proves nothing. */
  incomplete: boolean;
}

export interface TrackShipmentData {
  found: boolean;
  shipment: ShipmentFacts | null;
  incomplete: boolean;
}

const MAX_LINES = 10;
const TITLE_CHARS = 80;

export function orderFacts(order: OrderBody, now: Date): OrderFacts {
  return {
    orderNumber: cleanLine(order.number, 30),
    placedAt: order.placedAt,
    cancelledAt: order.cancelledAt,
    payment: order.payment,
    fulfilment: order.fulfilment,
    total: { amount: order.total.amount, currency: order.total.currency },
    refunded: { amount: order.refunded.amount, currency: order.refunded.currency },
    lines: order.lines.slice(0, MAX_LINES).map((line) => ({
      title: cleanLine(line.title, TITLE_CHARS),
      variant: line.variant === null ? null : cleanLine(line.variant, TITLE_CHARS),
      quantity: line.quantity,
    })),
    shipments: order.shipments.map((shipment) => shipmentFacts(shipment, now)),
    readAt: order.fetchedAt,
    stale: order.stale,
  };
}

export function shipmentFacts(shipment: ShipmentBody, now: Date): ShipmentFacts {
  const last = shipment.events[0];
  const estimate = shipment.estimatedDelivery && dayOf(shipment.estimatedDelivery) ? shipment.estimatedDelivery : null;
  return {
    trackingNumber: shipment.trackingNumber,
    carrier: shipment.carrier === null ? null : cleanLine(shipment.carrier, 40),
    trackingUrl: safeUrl(shipment.trackingUrl),
    status: shipment.status,
    estimatedDelivery: estimate,
    estimateHasPassed: estimate !== null && (dayOf(estimate) ?? '') < now.toISOString().slice(0, 10),
    deliveredAt: shipment.deliveredAt,
    lastScan: last
      ? {
          at: last.at,
          description: cleanLine(last.description, 120),
          location: last.location === null ? null : cleanLine(last.location, 60),
        }
      : null,
  };
}

/** Only plain web addresses may reach a customer; a shop's data is not trusted to be one. */
export function safeUrl(url: string | null): string | null {
  if (!url) return null;
  try {
    const parsed = new URL(url);
    return /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password ? url : null;
  } catch {
    return null;
  }
}

export function orderEvidence(order: OrderFacts): EvidenceBody[] {
  const words = [order.payment.replace(/_/g, ' '), order.fulfilment.replace(/_/g, ' ')];
  if (order.cancelledAt) words.push(`cancelled ${dayOf(order.cancelledAt) ?? ''}`.trim());
  return [
    {
      label: `Order ${order.orderNumber}`,
      value: `${words.join(', ')}; placed ${dayOf(order.placedAt) ?? 'on an unknown day'}`,
      source: order.stale ? `shop, last read ${order.readAt}` : `shop, read ${order.readAt}`,
    },
  ];
}

export function shipmentEvidence(shipment: ShipmentFacts, readAt: string): EvidenceBody[] {
  const source = `${shipment.carrier ?? 'carrier'}, read ${readAt}`;
  const label = shipment.trackingNumber ? `Parcel ${shipment.trackingNumber}` : 'Parcel';
  const rows: EvidenceBody[] = [{ label, value: shipment.status.replace(/_/g, ' '), source }];
  if (shipment.estimatedDelivery) rows.push({ label: 'Carrier estimate', value: shipment.estimatedDelivery, source });
  if (shipment.deliveredAt) rows.push({ label: 'Delivered', value: shipment.deliveredAt, source });
  if (shipment.lastScan)
    rows.push({ label: 'Last scan', value: `${shipment.lastScan.description} (${shipment.lastScan.at})`, source });
  return rows;
}
