import type { CommerceAdapter, Connector, ConnectorDeps } from '../../port';
import { addressChange } from './changes/address.change';
import { cancelChange } from './changes/cancel.change';
import { itemsChange } from './changes/items.change';
import { refundChange } from './changes/refund.change';
import { remark } from './changes/remark';
import { returnChange } from './changes/return.change';
import { shopifyCustomers } from './customers/shopify-customers';
import { shopifyDiscounts } from './discounts/shopify-discounts';
import { shopifyHook } from './hook/shopify-hook';
import { OrderMapper } from './orders/order.mapper';
import { ShopifyOrders } from './orders/shopify-orders';
import { shopifyProducts } from './products/shopify-products';
import { check, SCOPES } from './shopify.check';
import { ShopifyClient } from './shopify.client';
import { shopHost, ShopifyCredentials } from './shopify.credentials';

export const shopify: Connector<'commerce', ShopifyCredentials> = {
  id: 'shopify',
  kind: 'commerce',
  label: 'Shopify',
  credentials: ShopifyCredentials,
  steps: [
    'Open the Shopify Dev Dashboard and create an app for your store',
    'Give it the access scopes below, release the version and install the app on your store',
    'Copy the client ID and the client secret from its settings',
    "Is your store's app older than 2026? Then its Admin API access token goes on working instead",
  ],
  scopes: SCOPES,
  connect(credentials: ShopifyCredentials, deps: ConnectorDeps): CommerceAdapter {
    const host = shopHost(credentials.shopDomain);
    const client = new ShopifyClient(credentials, deps);
    const secret = credentials.webhookSecret || credentials.clientSecret;
    const mapper = new OrderMapper(deps.log, host);
    const orders = new ShopifyOrders(client, mapper);
    const products = shopifyProducts(client);
    return {
      check: () => check(client, host),
      orders: orders.asPort(),
      customers: shopifyCustomers(client),
      products,
      refund: refundChange(client, mapper.money),
      cancel: cancelChange(client, orders),
      address: addressChange(client, orders),
      changeItems: itemsChange(client, orders, products),
      returns: returnChange(client, mapper.returns),
      discounts: shopifyDiscounts(client, deps.now),
      remark: remark(client),
      // Without the app's secret nobody can tell Shopify's calls from somebody else's.
      ...(secret && { hook: shopifyHook(client, secret, deps.hookUrl) }),
    };
  },
};
