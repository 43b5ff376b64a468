import { ConnectorError, type CommerceAdapter, type Connector, type ConnectorDeps, type Verdict } from '../../port';
import { OrderMapper } from './orders/order.mapper';
import { ShopifyOrders } from './orders/shopify-orders';
import { SHOP } from './shop.graphql';
import { ShopifyClient } from './shopify.client';
import { shopHost, ShopifyCredentials } from './shopify.credentials';

interface ShopAnswer {
  shop: { name: string };
  currentAppInstallation: { accessScopes: { handle: string }[] } | null;
}

/** Scopes in whose absence orders look as if there were none. */
const NEEDED_SCOPES = ['read_orders'];

async function check(client: ShopifyClient): Promise<Verdict> {
  const { shop, currentAppInstallation } = await client.run<ShopAnswer>(SHOP);
  const verdict: Verdict = { can: ['orders'], cannot: [], account: shop.name };
  if (!currentAppInstallation) return verdict;
  const held = new Set(currentAppInstallation.accessScopes.map((scope) => scope.handle));
  // write_orders includes read_orders, and Shopify then lists the stronger one alone.
  const missing = NEEDED_SCOPES.filter((scope) => !held.has(scope) && !held.has(scope.replace('read_', 'write_')));
  if (missing.length > 0) {
    throw new ConnectorError('auth', `The Shopify app lacks the access scope ${missing.join(', ')}`, {
      vendorCode: 'ACCESS_DENIED',
    });
  }
  return verdict;
}

export const shopify: Connector<'commerce', ShopifyCredentials> = {
  id: 'shopify',
  kind: 'commerce',
  label: 'Shopify',
  credentials: ShopifyCredentials,
  connect(credentials: ShopifyCredentials, deps: ConnectorDeps): CommerceAdapter {
    const client = new ShopifyClient(credentials, deps);
    const orders = new ShopifyOrders(client, new OrderMapper(deps.log, shopHost(credentials.shopDomain)));
    return { check: () => check(client), orders: orders.asPort() };
  },
};
