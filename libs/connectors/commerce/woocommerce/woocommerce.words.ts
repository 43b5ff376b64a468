import type { FulfilmentStatus, PaymentStatus } from '@satchel/contracts';

/** order.status. Words of a shop's own making are told by the shop itself, see `Statuses`. */
export const PAYMENT_WORDS: Readonly<Record<string, PaymentStatus>> = {
  pending: 'pending',
  'checkout-draft': 'pending',
  // Waits for the money: a bank transfer, or a payment that a service still has to confirm.
  'on-hold': 'pending',
  processing: 'paid',
  completed: 'paid',
  cancelled: 'voided',
  refunded: 'refunded',
  failed: 'voided',
  trash: 'voided',
};

/** WooCommerce knows no more of a parcel than that somebody called the order completed. */
export const FULFILMENT_WORDS: Readonly<Record<string, FulfilmentStatus>> = {
  pending: 'unfulfilled',
  'checkout-draft': 'unfulfilled',
  'on-hold': 'on_hold',
  processing: 'unfulfilled',
  completed: 'fulfilled',
  cancelled: 'cancelled',
  refunded: 'cancelled',
  failed: 'cancelled',
  trash: 'cancelled',
};

/** Orders whose goods have left or never will. */
export const CLOSED: ReadonlySet<string> = new Set(['completed', 'cancelled', 'refunded', 'failed', 'trash']);
