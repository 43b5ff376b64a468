import type { RefundStatus } from '@satchel/contracts';
import type { Payment } from '../../port';

export const REFUND_STATUS: Readonly<Record<string, RefundStatus>> = {
  pending: 'pending',
  // The customer has to tell Stripe where the money shall go.
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
};

export const PAYMENT_STATUS: Readonly<Record<string, Payment['status']>> = {
  requires_payment_method: 'pending',
  requires_confirmation: 'pending',
  requires_action: 'pending',
  requires_capture: 'pending',
  processing: 'pending',
  succeeded: 'succeeded',
  canceled: 'cancelled',
  // Of a charge:
  pending: 'pending',
  failed: 'failed',
};

export const REFUND_REASON: Readonly<Record<string, string>> = {
  duplicate: 'Paid twice',
  fraudulent: 'Fraudulent payment',
  requested_by_customer: 'The customer asked for it',
  expired_uncaptured_charge: 'The payment was never captured and expired',
};

/** Why a refund did not arrive, for the person who has to explain it. */
export const FAILURE_REASON: Readonly<Record<string, string>> = {
  lost_or_stolen_card: 'The card was reported lost or stolen',
  expired_or_canceled_card: 'The card has expired or was cancelled',
  charge_for_pending_refund_disputed: 'The customer disputed the payment while the refund was on its way',
  insufficient_funds: 'The Stripe balance was too low',
  declined: "The customer's bank declined it",
  merchant_request: 'The shop asked Stripe to stop it',
  unknown: "The customer's bank did not say why",
};

export const PENDING_REASON: Readonly<Record<string, string>> = {
  charge_pending: 'Waits until the payment itself has arrived',
  insufficient_funds: 'Waits until the Stripe balance is high enough',
  processing: 'On its way',
};

/** Stripe's error codes of a refund, in words that tell what to do. */
export const REFUSAL: Readonly<Record<string, string>> = {
  charge_already_refunded: 'This payment was already refunded in full.',
  charge_disputed: "The customer's bank has taken this payment back (a dispute): answer that at Stripe instead.",
  charge_expired_for_capture: 'The payment was never captured, and it is too late for that.',
  insufficient_funds: 'The Stripe balance is too low for this refund: top it up at Stripe.',
  balance_insufficient: 'The Stripe balance is too low for this refund: top it up at Stripe.',
  amount_too_small: 'The amount is too small for Stripe.',
  amount_too_large: 'The amount is more than Stripe takes.',
  refund_disputed_payment:
    "The customer's bank has taken this payment back (a dispute): answer that at Stripe instead.",
  payment_intent_unexpected_state: 'Nothing was paid yet, so nothing can be refunded.',
};

/** How a customer would name what they paid with; anything else is told by its own name. */
export const METHOD: Readonly<Record<string, string>> = {
  sepa_debit: 'SEPA debit',
  us_bank_account: 'US bank account',
  ideal: 'iDEAL',
  eps: 'EPS',
  paypal: 'PayPal',
  p24: 'Przelewy24',
  link: 'Link',
  klarna: 'Klarna',
};

export const BRAND: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  eftpos_au: 'Eftpos',
  cartes_bancaires: 'Cartes Bancaires',
};
