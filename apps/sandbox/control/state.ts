import type { Mailboxes } from '../mail/mailboxes';
import { deliveredAt, lastScan } from '../seed/parcels';
import { fulfilmentState, SHOP, subtotal, total, type World } from '../seed/world';
import type { Cents, ShopOrder } from '../seed/world.types';
import type { Bucket } from '../shopify/cost';
import type { Faults } from './faults';

const euros = (cents: Cents) => (cents / 100).toFixed(2);

/** An order's facts in plain words, for people and tests that check an answer against them. */
export function orderFacts(world: World, order: ShopOrder) {
  const { customer } = order;
  return {
    id: `gid://shopify/Order/${order.id}`,
    legacyResourceId: String(order.id),
    name: `#${order.number}`,
    email: customer.email,
    phone: customer.phone,
    customer: `${customer.firstName} ${customer.lastName}`,
    createdAt: order.createdAt.toISOString(),
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
    financialStatus: order.financial,
    fulfillmentStatus: fulfilmentState(order),
    currency: SHOP.currency,
    subtotal: euros(subtotal(order)),
    shipping: euros(order.shipping),
    total: euros(total(order)),
    refunded: euros(order.refunded),
    lines: order.lines.map((line) => ({
      title: line.product.title,
      variant: line.variant,
      sku: line.product.sku,
      quantity: line.quantity,
      unitPrice: euros(line.product.price),
    })),
    shippingAddress: customer.address,
    shipments: order.fulfilments.map((fulfilment) => {
      const parcel = world.parcel(fulfilment.trackingNumber);
      return {
        trackingNumber: fulfilment.trackingNumber,
        carrier: parcel?.carrier ?? null,
        status: parcel ? lastScan(parcel).step : null,
        estimatedDelivery: parcel?.estimatedDelivery?.toISOString() ?? null,
        deliveredAt: (parcel && deliveredAt(parcel)?.toISOString()) ?? null,
        lines: fulfilment.lines.map((entry) => entry.line.product.title),
      };
    }),
  };
}

export function stateOf(world: World, mailboxes: Mailboxes, faults: Faults, bucket: Bucket) {
  return {
    now: world.now().toISOString(),
    shop: {
      ...SHOP,
      orders: world.orders.map((order) => orderFacts(world, order)),
      customers: world.customers,
      products: world.products,
    },
    parcels: [...world.parcels.values()],
    mailboxes: mailboxes.counts(),
    faults: faults.list(),
    bucket: bucket.status(),
  };
}
