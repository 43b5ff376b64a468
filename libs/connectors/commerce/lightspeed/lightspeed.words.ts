import type { FulfilmentStatus, PaymentStatus, RefundStatus, ReturnStatus } from '@satchel/contracts';

/** order.paymentStatus; what was credited is told by the invoices. */
export const PAYMENT_WORDS: Readonly<Record<string, PaymentStatus>> = {
  not_paid: 'pending',
  partially_paid: 'pending',
  paid: 'paid',
  cancelled: 'voided',
};

/** order.shipmentStatus. */
export const FULFILMENT_WORDS: Readonly<Record<string, FulfilmentStatus>> = {
  not_shipped: 'unfulfilled',
  partially_shipped: 'partial',
  shipped: 'fulfilled',
  cancelled: 'cancelled',
};

/** invoice.status of a credit note. No money moves with it, so "paid" is all that the shop can know. */
export const CREDIT_WORDS: Readonly<Record<string, RefundStatus>> = {
  not_paid: 'pending',
  partially_paid: 'pending',
  paid: 'succeeded',
  cancelled: 'cancelled',
};

/** return.status; others exist and are not documented, so they are counted. */
export const RETURN_WORDS: Readonly<Record<string, ReturnStatus>> = { authorized: 'approved' };

/** order.status, as the back office words them. A cancelled order is a change of its own. */
export const ORDER_STATUSES: Readonly<Record<string, string>> = {
  on_hold: 'On hold',
  processing_awaiting_payment: 'Awaiting payment',
  processing_awaiting_shipment: 'Awaiting shipment',
  processing_awaiting_pickup: 'Awaiting pickup',
  processing_ready_for_pickup: 'Ready for pickup',
  completed: 'Completed',
  completed_shipped: 'Completed, shipped',
  completed_picked_up: 'Completed, picked up',
};
