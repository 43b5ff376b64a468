import type { RefundStatus } from '@satchel/contracts';
import type { Payment } from '../../port';

export const REFUND_STATUS: Readonly<Record<string, RefundStatus>> = {
  COMPLETED: 'succeeded',
  PENDING: 'pending',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
};

export const CAPTURE_STATUS: Readonly<Record<string, Payment['status']>> = {
  COMPLETED: 'succeeded',
  PARTIALLY_REFUNDED: 'succeeded',
  REFUNDED: 'succeeded',
  PENDING: 'pending',
  DECLINED: 'failed',
  FAILED: 'failed',
};

/** Why a refund waits, or did not arrive. */
export const STATUS_REASON: Readonly<Record<string, string>> = {
  ECHECK: "Waits until the money has left the shop's bank account",
  DECLINED_BY_PROCESSOR: 'The bank declined it',
};

/** PayPal's issues of a refund, in words that tell what to do. */
export const ISSUE: Readonly<Record<string, string>> = {
  CAPTURE_FULLY_REFUNDED: 'This payment was already refunded in full.',
  REFUND_AMOUNT_EXCEEDED: 'That is more than is left of this payment.',
  REFUND_CAPTURE_CURRENCY_MISMATCH: 'The payment was made in another currency.',
  REFUND_TIME_LIMIT_EXCEEDED: 'PayPal takes refunds for 180 days only: send the money another way.',
  REFUND_NOT_ALLOWED: 'PayPal does not allow a refund of this payment.',
  REFUND_FAILED_INSUFFICIENT_FUNDS: 'The PayPal balance is too low for this refund: top it up at PayPal.',
  INSUFFICIENT_FUNDS: 'The PayPal balance is too low for this refund: top it up at PayPal.',
  CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED: 'The customer disputes this payment: PayPal refunds it as a whole only.',
  PENDING_CAPTURE: 'The payment has not arrived yet, so nothing can be refunded.',
  PAYER_ACCOUNT_RESTRICTED: "The customer's PayPal account is restricted.",
  PAYEE_ACCOUNT_RESTRICTED: 'Your PayPal account is restricted: see what PayPal asks for.',
};
