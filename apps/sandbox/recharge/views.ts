import { SHOP, type World } from '../seed/world';
import type { Cents, Charge, Customer, Subscription } from '../seed/world.types';

const price = (cents: Cents): string => (cents / 100).toFixed(2);
const day = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;
/** Without a zone, as the service writes it. */
const time = (at: Date | null): string | null => at?.toISOString().replace('Z', '+00:00') ?? null;

export const customerView = (customer: Customer) => ({
  id: customer.id,
  email: customer.email,
  first_name: customer.firstName,
  last_name: customer.lastName,
  phone: customer.phone,
  external_customer_id: { ecommerce: String(customer.id) },
  created_at: time(customer.createdAt),
  updated_at: time(customer.updatedAt),
});

const STATUS: Record<Subscription['status'], string> = {
  active: 'active',
  // A pause is an active one without a date.
  paused: 'active',
  cancelled: 'cancelled',
  expired: 'expired',
};

export const subscriptionView = (one: Subscription, comments: string | null) => ({
  id: one.id,
  address_id: one.customer.id + 1,
  customer_id: one.customer.id,
  status: STATUS[one.status],
  product_title: one.product.title,
  variant_title: one.variant.options.length > 0 ? one.variant.title : null,
  sku: one.variant.sku,
  quantity: one.quantity,
  price: price(one.price),
  presentment_currency: SHOP.currency,
  next_charge_scheduled_at: day(one.nextChargeAt),
  order_interval_unit: one.interval.unit,
  order_interval_frequency: String(one.interval.count),
  charge_interval_frequency: String(one.interval.count),
  cancelled_at: time(one.cancelledAt),
  cancellation_reason: one.cancelReason,
  cancellation_reason_comments: comments,
  external_product_id: { ecommerce: String(one.product.id) },
  external_variant_id: { ecommerce: String(one.variant.id) },
  created_at: time(one.createdAt),
  updated_at: time(one.updatedAt),
});

const CHARGE_STATUS: Record<Charge['status'], string> = {
  queued: 'queued',
  success: 'success',
  failed: 'error',
  skipped: 'skipped',
  refunded: 'refunded',
};

export function chargeView(world: World, charge: Charge) {
  const subscription = world.subscriptions.get(charge.subscriptionId);
  const customer = subscription?.customer;
  return {
    id: charge.id,
    address_id: (customer?.id ?? 0) + 1,
    customer_id: customer?.id,
    customer: { id: customer?.id, email: customer?.email },
    status: CHARGE_STATUS[charge.status],
    total_price: price(charge.amount),
    currency: SHOP.currency,
    scheduled_at: day(charge.scheduledAt),
    processed_at: time(charge.processedAt),
    error: charge.error,
    line_items: [
      {
        purchase_item_id: charge.subscriptionId,
        purchase_item_type: 'subscription',
        title: subscription?.product.title,
        quantity: subscription?.quantity,
        unit_price: price(subscription?.price ?? 0),
        external_variant_id: { ecommerce: String(subscription?.variant.id) },
      },
    ],
    created_at: time(charge.updatedAt),
    updated_at: time(charge.updatedAt),
  };
}
