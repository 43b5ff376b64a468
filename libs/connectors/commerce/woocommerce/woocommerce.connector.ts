import type { CommerceAdapter, Connector, ConnectorDeps } from '../../port';
import { WoocommerceProducts } from './catalog/woocommerce-products';
import { addressChange } from './changes/address.change';
import { Discounts } from './changes/discounts';
import { OrderWrite } from './changes/order-write';
import { RefundChange } from './changes/refund.change';
import { remark } from './changes/remark';
import { cancelChange, statusChange } from './changes/status.change';
import { OrderMapper } from './orders/order.mapper';
import { OrderReader } from './orders/order-reader';
import { Statuses } from './orders/statuses';
import { WoocommerceOrders } from './orders/woocommerce-orders';
import { Shop } from './shop';
import { WoocommerceCustomers } from './woocommerce-customers';
import { WoocommerceHook } from './woocommerce-hook';
import { check } from './woocommerce.check';
import { WoocommerceClient } from './woocommerce.client';
import { WoocommerceCredentials } from './woocommerce.credentials';

function connect(credentials: WoocommerceCredentials, deps: ConnectorDeps): CommerceAdapter {
  const client = new WoocommerceClient(credentials, deps);
  const shop = new Shop(client);
  const statuses = new Statuses(client);
  const reader = new OrderReader(client, new OrderMapper(deps.log, credentials.shopUrl), statuses);
  const setter = new OrderWrite(client, reader);
  return {
    check: () => check(client),
    orders: new WoocommerceOrders(client, reader).asPort(),
    customers: new WoocommerceCustomers(client).asPort(),
    products: new WoocommerceProducts(client, shop).asPort(),
    refund: new RefundChange(client, reader).asPort(),
    cancel: cancelChange(setter),
    address: addressChange(setter),
    status: statusChange(setter, statuses),
    discounts: new Discounts(client, shop).asPort(),
    remark: (orderId, text, write) => remark(client, orderId, text, write),
    hook: new WoocommerceHook(client),
  };
}

/** https://woocommerce.github.io/woocommerce-rest-api-docs/ (wc/v3), WooCommerce 5.8 and later. */
export const woocommerce: Connector<'commerce', WoocommerceCredentials> = {
  id: 'woocommerce',
  kind: 'commerce',
  label: 'WooCommerce',
  credentials: WoocommerceCredentials,
  steps: [
    'In WordPress, open WooCommerce > Settings > Advanced > REST API and choose "Add key"',
    'Choose a user who is an administrator or a shop manager, and the permissions Read/Write',
    'Choose "Generate API key" and copy both the consumer key and the consumer secret: the secret is shown only once',
    'Under Settings > Permalinks, any kind but "Plain" must be chosen',
  ],
  scopes: ['Read/Write'],
  connect,
};
