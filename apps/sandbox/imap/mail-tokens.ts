import { randomBytes } from 'node:crypto';
import type { Faults } from '../control/faults';

const FIRST_REFRESH_TOKEN = 'sandbox-refresh';
const LIFE_SECONDS = 3599;
const secret = (): string => randomBytes(24).toString('base64url');

/** Who gave which access. `account` null: whoever asks, as for the first refresh token. */
export interface Grant {
  account: string | null;
  scope: string;
}

const FIRST_GRANT: Grant = { account: null, scope: 'https://mail.google.com/' };

/** Tokens for signing in to the mailbox. Every refresh token works once. */
export class MailTokens {
  private readonly grants = new Map<string, Grant>([[FIRST_REFRESH_TOKEN, FIRST_GRANT]]);
  private readonly access = new Map<string, { account: string | null; endsAt: number }>();
  lifeSeconds = LIFE_SECONDS;

  constructor(
    private readonly clock: () => Date,
    private readonly faults: Faults,
  ) {}

  reset(): void {
    this.withdraw();
    this.grants.set(FIRST_REFRESH_TOKEN, FIRST_GRANT);
    this.lifeSeconds = LIFE_SECONDS;
  }

  /** Ends every access token; refresh tokens still bring new ones. */
  revoke(): void {
    this.access.clear();
  }

  /** As when somebody withdraws the access in their account's settings: only a new consent helps. */
  withdraw(): void {
    this.access.clear();
    this.grants.clear();
  }

  /** Null: this refresh token was used, withdrawn or never given. */
  renew(refreshToken: string | null): object | null {
    const grant = this.grants.get(refreshToken ?? '');
    if (!grant || this.faults.take('oauth', ['invalid_grant'])) return null;
    this.grants.delete(refreshToken ?? '');
    return this.issue(grant, true);
  }

  /** `lasting`: with a refresh token. */
  issue(grant: Grant, lasting: boolean): object {
    const token = `ya29.${secret()}`;
    this.access.set(token, { account: grant.account, endsAt: this.clock().getTime() + this.lifeSeconds * 1000 });
    const refreshToken = `1//${secret()}`;
    if (lasting) this.grants.set(refreshToken, grant);
    return {
      access_token: token,
      expires_in: this.lifeSeconds,
      ...(lasting && { refresh_token: refreshToken }),
      scope: grant.scope,
      token_type: 'Bearer',
    };
  }

  /** Whether it opens this mailbox. */
  valid(token: string, user: string): boolean {
    if (this.faults.take('oauth', ['expired'])) this.access.delete(token);
    const held = this.access.get(token);
    if (!held || held.endsAt <= this.clock().getTime()) return false;
    return held.account === null || held.account === user.toLowerCase();
  }
}
