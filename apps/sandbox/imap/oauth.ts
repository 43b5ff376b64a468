import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { CLIENT } from '../client';
import type { Faults } from '../control/faults';

const FIRST_REFRESH_TOKEN = 'sandbox-refresh';
const LIFE_SECONDS = 3599;

/** Tokens for signing in to the mailbox. Every refresh token works once. */
export class MailTokens {
  private refresh = FIRST_REFRESH_TOKEN;
  private readonly ends = new Map<string, number>();
  lifeSeconds = LIFE_SECONDS;

  constructor(
    private readonly clock: () => Date,
    private readonly faults: Faults,
  ) {}

  reset(): void {
    this.refresh = FIRST_REFRESH_TOKEN;
    this.lifeSeconds = LIFE_SECONDS;
    this.ends.clear();
  }

  revoke(): void {
    this.ends.clear();
  }

  /** Null: this refresh token is not the newest one. */
  renew(refreshToken: string | null): object | null {
    if (refreshToken !== this.refresh || this.faults.take('oauth', ['invalid_grant'])) return null;
    this.refresh = `1//${randomBytes(24).toString('base64url')}`;
    const token = `ya29.${randomBytes(24).toString('base64url')}`;
    this.ends.set(token, this.clock().getTime() + this.lifeSeconds * 1000);
    return {
      access_token: token,
      expires_in: this.lifeSeconds,
      refresh_token: this.refresh,
      scope: 'https://mail.google.com/',
      token_type: 'Bearer',
    };
  }

  valid(token: string): boolean {
    if (this.faults.take('oauth', ['expired'])) this.ends.delete(token);
    return (this.ends.get(token) ?? 0) > this.clock().getTime();
  }
}

function clientOf(header: string | undefined, form: Record<string, string>): string {
  const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1];
  return encoded ? Buffer.from(encoded, 'base64').toString() : `${form.client_id}:${form.client_secret}`;
}

export function oauthRoutes(app: FastifyInstance, tokens: MailTokens): void {
  app.post('/oauth/token', async (request, reply) => {
    const form = (request.body ?? {}) as Record<string, string>;
    const refuse = (status: number, error: string, error_description: string) =>
      reply.code(status).send({ error, error_description });
    if (clientOf(request.headers.authorization, form) !== `${CLIENT.id}:${CLIENT.secret}`)
      return refuse(401, 'invalid_client', 'The OAuth client was not found.');
    if (form.grant_type !== 'refresh_token')
      return refuse(400, 'unsupported_grant_type', `Invalid grant_type: ${form.grant_type ?? ''}`);
    const issued = tokens.renew(form.refresh_token ?? null);
    return issued ?? refuse(400, 'invalid_grant', 'Token has been expired or revoked.');
  });

  app.post('/__control/oauth/settings', async (request, reply) => {
    const { expiresIn } = (request.body ?? {}) as { expiresIn?: number };
    if (!Number.isFinite(expiresIn) || (expiresIn ?? 0) <= 0)
      return reply.code(400).send({ error: 'expiresIn is a number of seconds' });
    tokens.lifeSeconds = expiresIn ?? LIFE_SECONDS;
    return { expiresIn };
  });
}
