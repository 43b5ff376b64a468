export const SHIPMENT_STATUSES = [
  'unknown',
  'pre_transit',
  'in_transit',
  'out_for_delivery',
  'attempted',
  'available_for_pickup',
  'delivered',
  'returned',
  'exception',
] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export interface ShipmentEventBody {
  at: string;
  description: string;
  location: string | null;
}

export interface ShipmentBody {
  trackingNumber: string | null;
  carrier: string | null;
  trackingUrl: string | null;
  status: ShipmentStatus;
  /** The carrier's own estimate (date or instant); never one of ours. */
  estimatedDelivery: string | null;
  deliveredAt: string | null;
  /** Newest first. */
  events: ShipmentEventBody[];
}
