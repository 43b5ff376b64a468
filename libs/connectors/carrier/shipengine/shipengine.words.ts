import type { ShipmentStatus } from '@satchel/contracts';

export const STATUS_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  UN: 'unknown',
  NY: 'pre_transit',
  AC: 'pre_transit',
  IT: 'in_transit',
  AT: 'attempted',
  SP: 'available_for_pickup',
  DE: 'delivered',
  EX: 'exception',
};

/** Details that tell more than their status. */
export const DETAIL_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  OUT_FOR_DELIVERY: 'out_for_delivery',
  ATTEMPTED_DELIVERY: 'attempted',
  ATTEMPTED_DELIVERY_FINAL: 'attempted',
  CUSTOMER_CARDED: 'attempted',
  AWAITING_COLLECTION_FROM_PICKUP_POINT: 'available_for_pickup',
  COLLECT_AT_LOCAL_PO: 'available_for_pickup',
  CUSTOMER_TO_COLLECT_FROM_CARRIER: 'available_for_pickup',
  DELIVERED_TO_PICKUP_POINT: 'available_for_pickup',
  RETURN_TO_SENDER: 'returned',
  UNDELIVERABLE_RETURNED_TO_SENDER: 'returned',
};
