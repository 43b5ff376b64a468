import type { Gateway, ShopOrder } from './order.types';
import type { Address, Cents, Customer, Product, Variant } from './shop.types';

export interface Interval {
  unit: 'day' | 'week' | 'month';
  count: number;
}

export type SubscriptionStatus = 'active' | 'paused' | 'cancelled' | 'expired';

export interface Charge {
  id: number;
  subscriptionId: number;
  scheduledAt: Date;
  processedAt: Date | null;
  /** `queued` is the next one; every active subscription has exactly one. */
  status: 'queued' | 'success' | 'failed' | 'skipped' | 'refunded';
  amount: Cents;
  /** The order it made. */
  order: ShopOrder | null;
  error: string | null;
  updatedAt: Date;
}

export interface Subscription {
  id: number;
  customer: Customer;
  product: Product;
  variant: Variant;
  quantity: number;
  /** Of one piece: the variant's price less the subscriber's discount. */
  price: Cents;
  interval: Interval;
  status: SubscriptionStatus;
  gateway: Gateway;
  shippingAddress: Address;
  /** When the queued charge is due; null when nothing more will be charged. */
  nextChargeAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  /** Oldest first; the queued one is the last. */
  charges: Charge[];
  createdAt: Date;
  updatedAt: Date;
}
