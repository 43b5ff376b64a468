import { ConnectorError, type Verdict } from '../../port';
import { operation } from './graphql/operation';
import type { ShopifyClient } from './shopify.client';

const SHOP = operation('Shop');

interface ShopAnswer {
  shop: { name: string };
  currentAppInstallation: { accessScopes: { handle: string }[] } | null;
}

/** Scopes in whose absence orders look as if there were none. */
const NEEDED_SCOPES = ['read_orders'];

/** What each part needs. */
const PARTS: readonly [capability: string, scopes: readonly string[]][] = [
  ['customers', ['read_customers']],
  ['products', ['read_products']],
  ['refund', ['write_orders']],
  ['cancel', ['write_orders']],
  ['address', ['write_orders']],
  ['changeItems', ['write_order_edits', 'write_orders']],
  ['remark', ['write_orders']],
  ['returns', ['write_returns']],
  ['discounts', ['read_discounts']],
  ['discounts.create', ['write_discounts']],
];
const OLDER_ORDERS =
  'Shopify shows this app the orders of the last 60 days only: ask for the access scope read_all_orders in the ' +
  "app's settings, and install it again";

/** All that the app must be allowed, for the connection's page. */
export const SCOPES = [
  ...new Set([...NEEDED_SCOPES, 'read_all_orders', ...PARTS.flatMap(([, scopes]) => scopes), 'read_fulfillments']),
];

export async function check(client: ShopifyClient, shopDomain: string): Promise<Verdict> {
  const { shop, currentAppInstallation } = await client.run<ShopAnswer>(SHOP).catch((error: unknown) => {
    throw explained(error, shopDomain);
  });
  const verdict: Verdict = { can: ['orders'], cannot: [], account: shop.name };
  if (!currentAppInstallation) return verdict;
  const held = new Set(currentAppInstallation.accessScopes.map((scope) => scope.handle));
  // A write scope includes its read scope, and Shopify then lists the stronger one alone.
  const holds = (scope: string): boolean => held.has(scope) || held.has(scope.replace('read_', 'write_'));
  const missing = NEEDED_SCOPES.filter((scope) => !holds(scope));
  if (missing.length > 0) {
    throw new ConnectorError('auth', `The Shopify app lacks the access scope ${missing.join(', ')}`, {
      vendorCode: 'ACCESS_DENIED',
    });
  }
  for (const [capability, scopes] of PARTS) {
    const lacks = scopes.filter((scope) => !holds(scope));
    if (lacks.length === 0) verdict.can.push(capability);
    else {
      const reason = `The app lacks the access scope ${lacks.join(', ')}: tick it in the app's settings and install it again`;
      verdict.cannot.push({ capability, reason });
    }
  }
  if (!held.has('read_all_orders')) verdict.cannot.push({ capability: 'older_orders', reason: OLDER_ORDERS });
  return verdict;
}

/** Which field is wrong, for whoever has just filled the form. */
function explained(error: unknown, shopDomain: string): unknown {
  if (!(error instanceof ConnectorError)) return error;
  const vendorCode = error.vendorCode ?? undefined;
  const told = (message: string) => new ConnectorError('auth', message, { vendorCode, cause: error });
  if (error.code === 'not_found') return told(`Shopify knows no shop ${shopDomain}: look at the shop domain`);
  if (vendorCode === '402') return told(`The shop ${shopDomain} is frozen: its plan is not paid`);
  if (vendorCode === '423') return told(`The shop ${shopDomain} is locked: its owner must talk to Shopify`);
  return error;
}
