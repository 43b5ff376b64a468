/** One place to sign in at: "Google". */
export interface OAuthProviderInfo {
  id: string;
  /** Stands on the button, after "Sign in with". */
  label: string;
  /** The credentials that a person types before: the client that was registered there. */
  fields: readonly string[];
}

/** One sign-in under way. `credentials`: what is stored and typed so far, as plain values. */
export interface OAuthSignIn {
  provider: string;
  credentials: Record<string, unknown>;
  /** The address that the connection is to write from, where it has one. */
  address: string | null;
  /** Where the vendor sends the browser back to; has to be registered there. */
  redirectUri: string;
  /** As `ConnectorDeps.baseUrl`: where the vendor answers, when it is not the vendor's own host. */
  baseUrl: string | null;
}

/**
 * How an exchange went. `accounts`: every name (lower case) that the vendor gives whoever signed in; empty: it does not say.
 * A refusal is one of: the vendor gave no lasting token; the person left out an access that is needed; the client is
 * not known there; anything else that the vendor refused.
 */
export type OAuthGrant =
  | { ok: true; credentials: Record<string, unknown>; accounts: string[] }
  | { ok: false; code: 'no_refresh_token' | 'no_access' | 'bad_client' | 'refused' };

/** The part of `ConnectorDeps` that an exchange needs. */
export interface OAuthDeps {
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  now: () => Date;
}

/**
 * A sign-in at the vendor in the browser: the code flow of RFC 6749, 4.1 with a proof key (RFC 7636, S256). The house
 * keeps state and proof key; a connector says where to send the browser, and makes credentials of the code it comes back with.
 */
export interface ConnectorOAuth {
  providers: readonly OAuthProviderInfo[];
  /** Credentials that signing in brings: nobody has to type them. */
  grants: readonly string[];
  /** The credential (a choice) that holds the provider's id; null: there is one provider and nothing to choose. */
  chosenBy: string | null;
  /** By which provider these credentials sign in; null: by none (a password, a typed token). */
  providerOf(credentials: Record<string, unknown>): string | null;
  /** Credentials that follow from the provider alone, such as its hosts. What a person types goes before them. */
  settingsOf(signIn: Pick<OAuthSignIn, 'provider' | 'baseUrl'>): Record<string, unknown>;
  /** Where the browser goes. Carries no secret. */
  authorizationUrl(signIn: OAuthSignIn & { state: string; challenge: string }): string;
  /** Throws `ConnectorError` `unavailable` or `rate_limited` when the vendor cannot answer now. */
  exchange(signIn: OAuthSignIn & { code: string; verifier: string }, deps: OAuthDeps): Promise<OAuthGrant>;
}
