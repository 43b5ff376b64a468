import type { CommerceAdapter, Connector, ConnectorDeps } from '../../port';
import { addressChange } from './changes/address.change';
import { cancelChange } from './changes/cancel.change';
import { refundChange } from './changes/refund.change';
import { remark } from './changes/remark';
import { OrderMapper } from './orders/order.mapper';
import { ShopifyOrders } from './orders/shopify-orders';
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
    const mapper = new OrderMapper(deps.log, host);
    const orders = new ShopifyOrders(client, mapper);
    return {
      check: () => check(client, host),
      orders: orders.asPort(),
      refund: refundChange(client, mapper.money),
      cancel: cancelChange(client, orders),
      address: addressChange(client, orders),
      remark: remark(client),
    };
  },
};
