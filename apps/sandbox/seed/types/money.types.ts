import type { Cents, Customer, Line, ShopOrder } from './shop.types';

export type Gateway = 'stripe' | 'paypal';

export interface Card {
  brand: 'visa' | 'mastercard' | 'amex';
  last4: string;
  expMonth: number;
  expYear: number;
  country: string;
}

/** What one person pays with, each time. */
export interface Wallet {
  gateway: Gateway;
  /** Stripe's `cus_…` and `pm_…`. */
  stripeCustomer: string;
  stripeMethod: string;
  card: Card;
  paypalPayer: string;
}

/** What a customer pays an order with. */
export interface Payment {
  id: number;
  order: ShopOrder;
  gateway: Gateway;
  status: 'pending' | 'authorized' | 'captured' | 'failed' | 'voided';
  amount: Cents;
  /** Stripe's payment intent `pi_…`, or PayPal's order id. */
  reference: string;
  /** PayPal's authorization id; Stripe has none. */
  authorizationId: string | null;
  /** Stripe's charge `ch_…` or PayPal's capture id; null until there is one. */
  captureId: string | null;
  /** Stripe's `cus_…`, or PayPal's payer id. */
  payerId: string;
  payerEmail: string;
  /** Stripe's `pm_…`; null with PayPal. */
  methodId: string | null;
  card: Card | null;
  createdAt: Date;
  capturedAt: Date | null;
  updatedAt: Date;
}

export type RefundStatus = 'pending' | 'succeeded' | 'failed';

export interface Refund {
  id: number;
  order: ShopOrder;
  payment: Payment;
  amount: Cents;
  /** What it pays back; none when it is a bare amount. */
  lines: { line: Line; quantity: number; restock: boolean }[];
  /** The part of the amount that pays shipping back. */
  shipping: Cents;
  reason: string | null;
  note: string | null;
  status: RefundStatus;
  failureReason: string | null;
  /** Stripe's `re_…`, or PayPal's refund id. */
  gatewayId: string;
  /** When a pending one reaches the customer's bank. */
  settlesAt: Date | null;
  settledAt: Date | null;
  /** The acquirer's reference (ARN, 23 digits) by which the bank finds it; known once it is settled. */
  arrivalReference: string | null;
  key: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface Discount {
  id: number;
  code: string;
  kind: 'percentage' | 'fixed' | 'free_shipping';
  /** Percent, or cents; 0 with free shipping. */
  value: number;
  minimum: Cents;
  startsAt: Date;
  endsAt: Date | null;
  usageLimit: number | null;
  used: number;
  /** Whom it is for alone. */
  customer: Customer | null;
  source: 'shop' | 'loyalty' | 'support';
  key: string | null;
  createdAt: Date;
  updatedAt: Date;
}
