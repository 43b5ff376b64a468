import type { FulfilmentStatus, PaymentStatus, RefundStatus, ReturnStatus, ShipmentStatus } from '@satchel/contracts';
import type { ReturnReason } from '../../port';

/** OrderDisplayFinancialStatus. */
export const PAYMENT_WORDS: Readonly<Record<string, PaymentStatus>> = {
  AUTHORIZED: 'authorized',
  // The authorisation ran out before anybody captured it: no money moves any more.
  EXPIRED: 'voided',
  PAID: 'paid',
  PARTIALLY_PAID: 'pending',
  PARTIALLY_REFUNDED: 'partially_refunded',
  PENDING: 'pending',
  REFUNDED: 'refunded',
  VOIDED: 'voided',
};

/** OrderDisplayFulfillmentStatus. */
export const FULFILMENT_WORDS: Readonly<Record<string, FulfilmentStatus>> = {
  FULFILLED: 'fulfilled',
  FULFILLMENT_NOT_REQUIRED: 'fulfilled',
  IN_PROGRESS: 'unfulfilled',
  ON_HOLD: 'on_hold',
  OPEN: 'unfulfilled',
  PARTIALLY_FULFILLED: 'partial',
  PENDING_FULFILLMENT: 'unfulfilled',
  REQUEST_DECLINED: 'unfulfilled',
  RESTOCKED: 'cancelled',
  SCHEDULED: 'unfulfilled',
  UNFULFILLED: 'unfulfilled',
};

/** FulfillmentDisplayStatus, and FulfillmentEventStatus, which is a part of it. */
export const SHIPMENT_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  ATTEMPTED_DELIVERY: 'attempted',
  CARRIER_PICKED_UP: 'in_transit',
  CONFIRMED: 'pre_transit',
  DELAYED: 'in_transit',
  DELIVERED: 'delivered',
  FAILURE: 'exception',
  // These two only say that the shop closed its part; nobody saw the parcel move.
  FULFILLED: 'unknown',
  MARKED_AS_FULFILLED: 'unknown',
  IN_TRANSIT: 'in_transit',
  LABEL_PRINTED: 'pre_transit',
  LABEL_PURCHASED: 'pre_transit',
  LABEL_VOIDED: 'unknown',
  NOT_DELIVERED: 'exception',
  OUT_FOR_DELIVERY: 'out_for_delivery',
  PICKED_UP: 'delivered',
  READY_FOR_PICKUP: 'available_for_pickup',
  SUBMITTED: 'pre_transit',
};

/** FulfillmentStatus of parcels that never were: not told to anybody. */
export const DEAD_FULFILMENTS: ReadonlySet<string> = new Set(['CANCELLED', 'ERROR', 'FAILURE']);

/** OrderTransactionStatus. */
export const TRANSACTION_WORDS: Readonly<Record<string, RefundStatus>> = {
  AWAITING_RESPONSE: 'pending',
  ERROR: 'failed',
  FAILURE: 'failed',
  PENDING: 'pending',
  SUCCESS: 'succeeded',
  UNKNOWN: 'unknown',
};

/** ReturnStatus. */
export const RETURN_WORDS: Readonly<Record<string, ReturnStatus>> = {
  CANCELED: 'cancelled',
  CLOSED: 'closed',
  DECLINED: 'declined',
  OPEN: 'approved',
  REQUESTED: 'requested',
};

/** ReturnReason, in words for people. */
export const RETURN_REASON_WORDS: Readonly<Record<string, string>> = {
  COLOR: 'Color',
  DEFECTIVE: 'Defective',
  NOT_AS_DESCRIBED: 'Not as described',
  OTHER: 'Other',
  SIZE_TOO_LARGE: 'Too large',
  SIZE_TOO_SMALL: 'Too small',
  STYLE: 'Style',
  UNKNOWN: 'Unknown',
  UNWANTED: 'Changed mind',
  WRONG_ITEM: 'Wrong item',
};

export const RETURN_REASONS_THERE: Readonly<Record<ReturnReason, string>> = {
  too_small: 'SIZE_TOO_SMALL',
  too_large: 'SIZE_TOO_LARGE',
  defective: 'DEFECTIVE',
  wrong_item: 'WRONG_ITEM',
  not_as_described: 'NOT_AS_DESCRIBED',
  changed_mind: 'UNWANTED',
  other: 'OTHER',
};

/** OrderDisplayFulfillmentStatus of orders whose address can still be another. */
export const NOT_SENT_YET: ReadonlySet<string> = new Set(['UNFULFILLED', 'ON_HOLD', 'SCHEDULED', 'OPEN']);
