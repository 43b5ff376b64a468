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
      variant: line.variant.title,
      sku: line.product.sku,
      quantity: line.quantity,
      unitPrice: euros(line.price),
    })),
    shippingAddress: order.shippingAddress,
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

/** Orders from here on are the past year's, which make the state long. */
const WELL_KNOWN_BELOW = 2001;

/** The well-known orders with their people and parcels; with `all`, every one there is. */
export function stateOf(world: World, mailboxes: Mailboxes, faults: Faults, bucket: Bucket, all = false) {
  const orders = world.orders.filter((order) => all || order.number < WELL_KNOWN_BELOW);
  const people = new Set(orders.map((order) => order.customer));
  const known = new Set(orders.map((order) => order.number));
  const parcels = [...world.parcels.values()];
  return {
    now: world.now().toISOString(),
    counts: {
      orders: world.orders.length,
      customers: world.customers.length,
      products: world.products.length,
      parcels: parcels.length,
    },
    shop: {
      ...SHOP,
      orders: orders.map((order) => orderFacts(world, order)),
      customers: world.customers.filter((customer) => all || people.has(customer)),
      products: world.products,
    },
    parcels: parcels.filter((parcel) => all || parcel.orderNumber === null || known.has(parcel.orderNumber)),
    mailboxes: mailboxes.counts(),
    faults: faults.list(),
    bucket: bucket.status(),
  };
}
