import type { Address, Cents, Customer, Discount, Product, Variant } from './shop.types';

export interface Line {
  id: number;
  product: Product;
  variant: Variant;
  /** Of one piece, when it was bought. */
  price: Cents;
  quantity: number;
  /** What is left of it after refunds and removals. */
  currentQuantity: number;
}

export type Financial = 'PAID' | 'PENDING' | 'AUTHORIZED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED';

/** The one word for where an order stands; `stateOfOrder` of orders.state.ts says it. */
export type OrderState =
  | 'unpaid'
  | 'authorised'
  | 'paid'
  | 'on_hold'
  | 'partly_shipped'
  | 'shipped'
  | 'delivered'
  | 'exception'
  | 'returned'
  | 'cancelled'
  | 'partly_refunded'
  | 'refunded';

export interface ShopOrder {
  id: number;
  /** 1001 and up; "#1001" is its name. */
  number: number;
  customer: Customer;
  createdAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  cancelReason: 'CUSTOMER' | 'INVENTORY' | 'FRAUD' | 'DECLINED' | 'OTHER' | null;
  financial: Financial;
  lines: Line[];
  shipping: Cents;
  shippingTitle: string;
  /** What the codes took off the lines. */
  discounted: Cents;
  discounts: { discount: Discount; amount: Cents }[];
  /** Included in all prices, in percent of the net price. */
  taxRate: number;
  /** The sum of its refunds that did not fail. */
  refunded: Cents;
  onHold: boolean;
  tags: string[];
  note: string | null;
  shippingAddress: Address;
  billingAddress: Address;
  fulfilments: Fulfilment[];
  payment: Payment;
  /** Oldest first, failed ones too. */
  refunds: Refund[];
  /** Oldest first. */
  returns: Return[];
  /** Which subscription it renews. */
  subscriptionId: number | null;
}

export interface Fulfilment {
  id: number;
  /** "#1001.1" */
  name: string;
  createdAt: Date;
  updatedAt: Date;
  lines: { line: Line; quantity: number }[];
  /** The parcel's own number is the key into the world's parcels. */
  trackingNumber: string | null;
}

export type ReturnReason = 'too_small' | 'too_large' | 'damaged' | 'wrong_item' | 'not_as_described' | 'changed_mind';
export type ReturnStatus = 'requested' | 'approved' | 'declined' | 'received' | 'refunded' | 'cancelled';

export interface ReturnLine {
  line: Line;
  quantity: number;
  reason: ReturnReason;
  note: string | null;
}

export interface Return {
  id: number;
  /** "#1003-R1" */
  name: string;
  order: ShopOrder;
  status: ReturnStatus;
  lines: ReturnLine[];
  /** The parcel back; null until it is approved. */
  trackingNumber: string | null;
  requestedAt: Date;
  approvedAt: Date | null;
  receivedAt: Date | null;
  refundedAt: Date | null;
  declineReason: string | null;
  refund: Refund | null;
  key: string | null;
  updatedAt: Date;
}

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
