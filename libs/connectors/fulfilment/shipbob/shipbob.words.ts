import type { ShipmentStatus } from '@satchel/contracts';
import type { FulfilmentState } from '../../port';

/** Order.status */
export const ORDER_WORDS: Readonly<Record<string, FulfilmentState>> = {
  Processing: 'processing',
  Exception: 'exception',
  PartiallyFulfilled: 'partly_shipped',
  Fulfilled: 'shipped',
  Cancelled: 'cancelled',
  // Somebody has to look at it before it is an order.
  ImportReview: 'on_hold',
};

/** Shipment.status: what the warehouse did. What the carrier did is in the details. */
export const SHIPMENT_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  None: 'unknown',
  Processing: 'pre_transit',
  LabeledCreated: 'pre_transit',
  ImportReview: 'pre_transit',
  OnHold: 'pre_transit',
  Completed: 'in_transit',
  CleanSweeped: 'in_transit',
  Exception: 'exception',
  Cancelled: 'exception',
};

/** Names of status details that tell more than the status; ShipBob publishes no list of them. */
export const DETAIL_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  Labeled: 'pre_transit',
  AwaitingCarrierScan: 'pre_transit',
  InTransit: 'in_transit',
  OutForDelivery: 'out_for_delivery',
  DeliveryAttemptFailed: 'attempted',
  AvailableForPickup: 'available_for_pickup',
  Delivered: 'delivered',
  DeliveryException: 'exception',
  ReturnedToSender: 'returned',
};
