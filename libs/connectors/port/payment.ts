import type { Money, RefundBody } from '@satchel/contracts';
import type { Change, Verdict } from './change';
import type { ChangeHook } from './hook';

export interface Payment {
  /** What `refund` takes. */
  externalId: string;
  amount: Money;
  refunded: Money;
  status: 'pending' | 'succeeded' | 'failed' | 'cancelled' | 'disputed' | 'unknown';
  /** "Visa ending 4242", "PayPal"; null: not told. */
  method: string | null;
  paidAt: string;
  /** Newest first. */
  refunds: RefundBody[];
}

/** A payment service: where the money of a refund is, whoever began it. */
export interface PaymentAdapter {
  check(): Promise<Verdict>;
  /** The shop's words for this service in `PaymentBody.gateway`, lower case: ["stripe", "shopify_payments"]. */
  gateways: readonly string[];
  /** By charge, payment intent or capture id. */
  byReference(reference: string): Promise<Payment | null>;
  /** By the order number that the shop gave along; services without such a search leave it out. */
  byOrder?(orderNumber: string): Promise<Payment[]>;
  /** Never for an order of a shop that refunds by itself: its books would not know. `amount` null: all that is left. */
  refund?: Change<{ paymentId: string; amount: Money | null; reason: string | null }, RefundBody>;
  hook?: ChangeHook;
}
