import type { PostalAddressBody } from '@satchel/contracts';
import { ConnectorError, type CommerceAdapter, type ShopOrder } from '../../../port';
import { operation } from '../graphql/operation';
import type { AddressFacts } from '../orders/order-facts';
import { postalAddress } from '../orders/order.mapper';
import { ORDER_GID, type ShopifyOrders } from '../orders/shopify-orders';
import type { ShopifyClient } from '../shopify.client';
import { DEAD_FULFILMENTS, NOT_SENT_YET } from '../shopify.words';
import { known } from './refund.change';

const UPDATE_ORDER = operation('UpdateOrder');
const ORDER_DELIVERY = operation('OrderDelivery');
/** Where our action's id stands: set in the same request as the address. */
const METAFIELD = { namespace: 'satchel', key: 'address_change', type: 'single_line_text_field' };

interface Delivery {
  displayFulfillmentStatus: string;
  cancelledAt: string | null;
  shippingAddress: AddressFacts | null;
  fulfillments: { status: string }[];
  metafield: { value: string } | null;
}

export function addressChange(client: ShopifyClient, orders: ShopifyOrders): NonNullable<CommerceAdapter['address']> {
  const read = async (id: string): Promise<Delivery | null> =>
    (await client.run<{ order: Delivery | null }>(ORDER_DELIVERY, { id })).order;

  return {
    async perform({ orderId, address }, write): Promise<ShopOrder> {
      known(orderId);
      const before = await read(orderId);
      if (!before) throw new ConnectorError('not_found', 'Shopify knows no such order.');
      refuse(before);
      const shippingAddress = toShopify(address, before.shippingAddress);
      const input = { id: orderId, shippingAddress, metafields: [{ ...METAFIELD, value: write.key }] };
      await client.change(UPDATE_ORDER, { input }, write);
      const order = await orders.byId(orderId);
      if (!order) throw new ConnectorError('uncertain', 'Shopify does not show the order any more.');
      return order;
    },
    async find({ orderId, address }, key) {
      const now = ORDER_GID.test(orderId) ? await read(orderId) : null;
      if (!now) return 'not_done';
      if (now.metafield?.value === key) return (await orders.byId(orderId)) ?? 'unknown';
      const there = now.shippingAddress && postalAddress(now.shippingAddress);
      // It goes there already, and not by this change.
      return JSON.stringify(there) === JSON.stringify(address) ? 'unknown' : 'not_done';
    },
  };
}

/** Shopify would take it all the same, and the parcel would go to the old address. */
function refuse(order: Delivery): void {
  if (order.cancelledAt) throw new ConnectorError('rejected', 'The order is cancelled.');
  const sent = order.fulfillments.some(({ status }) => !DEAD_FULFILMENTS.has(status));
  if (!sent && NOT_SENT_YET.has(order.displayFulfillmentStatus)) return;
  throw new ConnectorError('rejected', 'The order is on its way or being packed: its address stays as it is.', {
    vendorCode: order.displayFulfillmentStatus,
  });
}

/** Our address has no state or county of its own: it stays as long as the postcode does. */
function toShopify(address: PostalAddressBody, before: AddressFacts | null): object {
  const words = address.name.trim().split(/\s+/);
  const lines = [...address.lines];
  const company = before?.company && lines[0] === before.company ? lines.shift() : undefined;
  const stays = before?.countryCodeV2 === address.country && before.zip === address.postcode;
  return {
    firstName: words.slice(0, -1).join(' '),
    lastName: words.at(-1) ?? '',
    company: company ?? '',
    address1: lines[0] ?? '',
    address2: lines.slice(1).join(', '),
    city: address.city,
    zip: address.postcode,
    countryCode: address.country,
    ...(stays && before.provinceCode ? { provinceCode: before.provinceCode } : {}),
    ...(before?.phone ? { phone: before.phone } : {}),
  };
}
