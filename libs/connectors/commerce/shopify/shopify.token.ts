import { ConnectorError, type ConnectorDeps } from '../../port';
import { AccessToken, type IssuedToken } from '../../vendor/access-token';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import type { ShopifyCredentials } from './shopify.credentials';

const RENEW_BEFORE_END_MS = 5 * 60_000;
const DEFAULT_LIFETIME_S = 24 * 3600;

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
    // An unknown client is answered with 400, in the words of RFC 6749 section 5.2.
    if (response.status === 400)
      throw new ConnectorError('auth', 'Shopify refused our credentials', { vendorCode: '400' });
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
