import type { ConnectorOAuth, OAuthGrant, OAuthSignIn } from '../../port';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import {
  authorizationEndpoint,
  GOOGLE_SCOPE,
  MICROSOFT_SCOPE,
  type OAuthProvider,
  PROVIDER_HOSTS,
  PROVIDER_NAMES,
  tokenEndpoint,
} from './oauth-provider';

const CLIENT_FIELDS = ['oauthClientId', 'oauthClientSecret'];
/** `openid email` (and `profile`, which names a Microsoft account) tell who signed in. */
const SCOPES: Record<OAuthProvider, string> = {
  google: `openid email ${GOOGLE_SCOPE}`,
  microsoft: `openid email profile ${MICROSOFT_SCOPE}`,
};
/** The access without which the mailbox cannot be read; people may untick it on the consent page. */
const NEEDED: Record<OAuthProvider, string> = { google: GOOGLE_SCOPE, microsoft: 'IMAP.AccessAsUser.All' };

const isProvider = (id: unknown): id is OAuthProvider => id === 'google' || id === 'microsoft';
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Signing in to a mailbox at Google or Microsoft in the browser. */
export const mailSignIn: ConnectorOAuth = {
  providers: [
    { id: 'google', label: PROVIDER_NAMES.google, fields: CLIENT_FIELDS },
    { id: 'microsoft', label: PROVIDER_NAMES.microsoft, fields: [...CLIENT_FIELDS, 'oauthTenant'] },
  ],
  grants: ['oauthRefreshToken'],
  chosenBy: 'auth',

  providerOf: ({ auth }) => (isProvider(auth) ? auth : null),

  settingsOf({ provider, baseUrl }) {
    if (!isProvider(provider)) return {};
    // With a base URL the mailbox lies elsewhere too: where, the stored settings say.
    const hosts = baseUrl ? {} : { ...PROVIDER_HOSTS[provider], imapPort: 993, imapSecure: true };
    // Whoever signed in with a password before may have had another name: the address is the user now.
    return { auth: provider, smtpUser: '', imapUser: '', ...hosts };
  },

  authorizationUrl(signIn) {
    const provider = providerOf(signIn);
    const url = new URL(authorizationEndpoint(placeOf(signIn)));
    const parameters = {
      response_type: 'code',
      client_id: text(signIn.credentials.oauthClientId),
      redirect_uri: signIn.redirectUri,
      scope: SCOPES[provider],
      state: signIn.state,
      code_challenge: signIn.challenge,
      code_challenge_method: 'S256',
      ...(signIn.address && { login_hint: signIn.address }),
      // Google gives a refresh token with the first consent only, unless it is asked to show that page again.
      ...(provider === 'google' ? { access_type: 'offline', prompt: 'consent' } : { response_mode: 'query' }),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.toString();
  },

  async exchange(signIn, deps): Promise<OAuthGrant> {
    const provider = providerOf(signIn);
    const name = PROVIDER_NAMES[provider];
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code: signIn.code,
      code_verifier: signIn.verifier,
      redirect_uri: signIn.redirectUri,
      client_id: text(signIn.credentials.oauthClientId),
      client_secret: text(signIn.credentials.oauthClientSecret),
    });
    const response = await ask(deps, name, tokenEndpoint(placeOf(signIn)), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    });
    const refusal = refusalOf(name, response, deps.now());
    if (refusal?.retryable) throw refusal;
    const answer = (await readJson(name, response)) as Record<string, unknown>;
    if (refusal) {
      const client = answer.error === 'invalid_client' || answer.error === 'unauthorized_client';
      return { ok: false, code: client ? 'bad_client' : 'refused' };
    }
    if (!grants(answer.scope, NEEDED[provider])) return { ok: false, code: 'no_access' };
    if (typeof answer.refresh_token !== 'string' || answer.refresh_token === '')
      return { ok: false, code: 'no_refresh_token' };
    return {
      ok: true,
      credentials: { oauthRefreshToken: answer.refresh_token },
      accounts: accountsOf(answer.id_token),
    };
  },
};

function providerOf({ provider }: OAuthSignIn): OAuthProvider {
  if (!isProvider(provider)) throw new Error(`nobody signs in to a mailbox at ${provider}`);
  return provider;
}

function placeOf(signIn: OAuthSignIn): { provider: OAuthProvider; tenant: string; baseUrl: string | null } {
  const tenant = text(signIn.credentials.oauthTenant) || 'common';
  return { provider: providerOf(signIn), tenant, baseUrl: signIn.baseUrl };
}

/** RFC 6749, 5.1: no scope in the answer means all that was asked for. Microsoft may leave the resource's address out. */
function grants(scope: unknown, needed: string): boolean {
  if (typeof scope !== 'string' || scope.trim() === '') return true;
  const granted = scope.toLowerCase().split(/\s+/);
  return granted.some((it) => it.endsWith(needed.toLowerCase()));
}

/** Taken from the provider itself over TLS, so its signature proves nothing more (OpenID Connect Core, 3.1.3.7). */
function accountsOf(idToken: unknown): string[] {
  const payload = typeof idToken === 'string' ? idToken.split('.')[1] : undefined;
  if (!payload) return [];
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
    const names = [claims.email, claims.preferred_username, claims.upn].map((it) => text(it).toLowerCase());
    return [...new Set(names.filter((it) => it.includes('@')))];
  } catch {
    return [];
  }
}
