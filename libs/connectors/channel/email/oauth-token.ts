import { ConnectorError, type ConnectorDeps } from '../../port';
import { AccessToken } from '../../vendor/access-token';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import { MICROSOFT_SCOPE, type OAuthProvider, PROVIDER_NAMES as NAMES, tokenEndpoint } from './oauth-provider';

export interface OAuthSettings {
  provider: OAuthProvider;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  /** Microsoft: the directory's id or domain; `common` for any. */
  tenant: string;
}

/** Signs in to IMAP and SMTP instead of a password. */
export interface MailToken {
  get(): Promise<string>;
  /** The server did not take this one: the next `get` asks for another. */
  refused(accessToken: string): void;
}

/** A token that is renewed at this share of its life is never caught at its end by a slow sign-in. */
const RENEW_AT = 0.8;
const DEFAULT_LIFE_SECONDS = 3600;
/** A token endpoint that fails so often in a row needs somebody to look at it. */
const FAILURES_UNTIL_REFUSED = 3;

interface TokenAnswer {
  access_token?: unknown;
  expires_in?: unknown;
  refresh_token?: unknown;
  refresh_token_expires_in?: unknown;
  error?: unknown;
  error_description?: unknown;
}

/** Access tokens made of a refresh token (RFC 6749, 6), asked for once however many sign-ins wait. */
export class OAuthToken implements MailToken {
  private readonly access: AccessToken;
  private refreshToken: string;
  private failures = 0;
  private endsAt: Date | null = null;
  private last: string | null = null;

  constructor(
    private readonly settings: OAuthSettings,
    private readonly deps: ConnectorDeps,
  ) {
    this.refreshToken = settings.refreshToken;
    this.access = new AccessToken(() => this.counted(), deps.now, 0);
  }

  get(): Promise<string> {
    return this.access.get();
  }

  refused(accessToken: string): void {
    this.access.refused(accessToken);
  }

  /** For senders: `renew` when the server has just refused the one before. */
  async accessToken(renew = false): Promise<string> {
    if (renew && this.last) this.access.refused(this.last);
    return (this.last = await this.access.get());
  }

  /** When the refresh token ends by itself, where the provider told. */
  expiresAt(): Date | null {
    return this.endsAt;
  }

  private async counted(): Promise<{ value: string; lifetimeMs: number }> {
    try {
      const issued = await this.renew();
      this.failures = 0;
      return issued;
    } catch (error) {
      this.failures++;
      if (this.failures < FAILURES_UNTIL_REFUSED || (error instanceof ConnectorError && error.code === 'auth'))
        throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new ConnectorError('auth', `No sign-in token could be got ${this.failures} times in a row: ${reason}`, {
        cause: error,
      });
    }
  }

  private async renew(): Promise<{ value: string; lifetimeMs: number }> {
    const { provider, clientId, clientSecret } = this.settings;
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: this.refreshToken,
      ...(provider === 'microsoft' && { scope: MICROSOFT_SCOPE }),
    });
    const url = tokenEndpoint({ ...this.settings, baseUrl: this.deps.baseUrl });
    const response = await ask(this.deps, NAMES[provider], url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    });
    // Both answer a refused grant with 400 and the reason in JSON.
    const refusal = refusalOf(NAMES[provider], response, this.deps.now());
    if (refusal?.retryable) throw refusal;
    const answer = (await readJson(NAMES[provider], response)) as TokenAnswer;
    if (typeof answer.error === 'string') throw this.refusal(answer.error, answer.error_description);
    if (refusal) throw refusal;
    return this.taken(answer);
  }

  private async taken(answer: TokenAnswer): Promise<{ value: string; lifetimeMs: number }> {
    if (typeof answer.access_token !== 'string') {
      throw new ConnectorError('unavailable', `${NAMES[this.settings.provider]} sent an answer without a token`);
    }
    const ends = Number(answer.refresh_token_expires_in);
    if (ends > 0) this.endsAt = new Date(this.deps.now().getTime() + ends * 1000);
    if (typeof answer.refresh_token === 'string' && answer.refresh_token !== this.refreshToken) {
      this.refreshToken = answer.refresh_token;
      await this.deps.keep({ oauthRefreshToken: answer.refresh_token });
    }
    const seconds = Number(answer.expires_in) || DEFAULT_LIFE_SECONDS;
    return { value: answer.access_token, lifetimeMs: seconds * 1000 * RENEW_AT };
  }

  /** RFC 6749, 5.2; says which field to mend. */
  private refusal(code: string, description: unknown): ConnectorError {
    const name = NAMES[this.settings.provider];
    const detail = typeof description === 'string' ? ` (${description.split(/[\r\n]/)[0]?.slice(0, 300)})` : '';
    const options = { vendorCode: code };
    if (code === 'invalid_grant') {
      return new ConnectorError(
        'auth',
        `${name} no longer takes the refresh token (oauthRefreshToken): sign in again${detail}.`,
        options,
      );
    }
    if (code === 'invalid_client' || code === 'unauthorized_client') {
      return new ConnectorError(
        'auth',
        `${name} does not know this client: check oauthClientId and oauthClientSecret${detail}.`,
        options,
      );
    }
    return new ConnectorError('auth', `${name} refused to issue a token: ${code}${detail}.`, options);
  }
}
