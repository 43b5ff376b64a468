import { ConnectorError, type ConnectorDeps } from '../../port';
import { AccessToken, type IssuedToken } from '../../vendor/access-token';
import { fieldsIn, textIn } from '../../vendor/loose';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import type { ShopifyCredentials } from './shopify.credentials';

const RENEW_BEFORE_END_MS = 5 * 60_000;
const DEFAULT_LIFETIME_S = 24 * 3600;

/** https://shopify.dev/docs/apps/build/authentication-authorization: the grant's own errors. */
const REFUSALS: Readonly<Record<string, string>> = {
  application_cannot_be_found: 'Shopify refused our credentials: it knows no app with this client ID and secret',
  invalid_client: 'Shopify refused our credentials: look at the client secret',
  app_not_installed: 'Shopify refused our credentials: the app is not installed on this shop',
  shop_not_permitted: 'Shopify refused our credentials: the app belongs to another organization than this shop',
};

export interface ShopifyToken {
  get(): Promise<string>;
  /** Whether another try may bring a different token. */
  refused(value: string): boolean;
}

/** A legacy token as it stands, or tokens by the client credentials grant, which has no refresh token: ask again. */
export function tokenOf(credentials: ShopifyCredentials, root: string, deps: ConnectorDeps): ShopifyToken {
  const { accessToken, clientId, clientSecret } = credentials;
  if (accessToken) return { get: async () => accessToken, refused: () => false };

  const issue = async (): Promise<IssuedToken> => {
    const response = await ask(deps, 'Shopify', `${root}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId ?? '',
        client_secret: clientSecret ?? '',
      }).toString(),
    });
    // A refused client is answered with 400, in the words of RFC 6749 section 5.2.
    if (response.status === 400) {
      const vendorCode = textIn(fieldsIn(await readJson('Shopify', response)).error) || '400';
      throw new ConnectorError('auth', REFUSALS[vendorCode] ?? 'Shopify refused our credentials', { vendorCode });
    }
    const refusal = refusalOf('Shopify', response, deps.now());
    if (refusal) throw refusal;
    const body = (await readJson('Shopify', response)) as { access_token?: unknown; expires_in?: unknown };
    if (typeof body.access_token !== 'string') throw new ConnectorError('unavailable', 'Shopify issued no token');
    return { value: body.access_token, lifetimeMs: (Number(body.expires_in) || DEFAULT_LIFETIME_S) * 1000 };
  };

  const token = new AccessToken(issue, deps.now, RENEW_BEFORE_END_MS);
  return {
    get: () => token.get(),
    refused: (value) => {
      token.refused(value);
      return true;
    },
  };
}
