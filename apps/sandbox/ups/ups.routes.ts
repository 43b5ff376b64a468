import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxVendor } from '../control/sandbox-vendor';
import type { World } from '../seed/world';
import { CLIENT } from '../client';
import { Alerts, type AlertDoor } from './alerts';
import { trackBody } from './package.view';

const TOKEN_LIFE_SECONDS = 14_399;

export const upsError = (code: string, message: string) => ({ response: { errors: [{ code, message }] } });

export class UpsTokens {
  private readonly ends = new Map<string, number>();

  constructor(private readonly clock: () => Date) {}

  issue() {
    const token = randomBytes(24).toString('base64url');
    const now = this.clock().getTime();
    this.ends.set(token, now + TOKEN_LIFE_SECONDS * 1000);
    return {
      token_type: 'Bearer',
      issued_at: String(now),
      client_id: CLIENT.id,
      access_token: token,
      expires_in: String(TOKEN_LIFE_SECONDS),
      status: 'approved',
    };
  }

  valid(header: string | undefined): boolean {
    const token = /^Bearer (.+)$/.exec(header ?? '')?.[1];
    return token !== undefined && (this.ends.get(token) ?? 0) > this.clock().getTime();
  }

  revoke(): void {
    this.ends.clear();
  }
}

/**
 * How an unknown number is answered. The specification says 404, but the live service answers 200 with a warning
 * (github.com/UPS-API/api-documentation/issues/102, 166); clients must stand both.
 */
export interface UpsSettings {
  notFound: 'warning' | '404';
  alerts: AlertDoor | null;
}

interface UpsParts {
  world: World;
  tokens: UpsTokens;
  settings: UpsSettings;
  alerts: Alerts;
}

function basic(header: string | undefined): string | null {
  const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1];
  return encoded ? Buffer.from(encoded, 'base64').toString('utf8') : null;
}

function routes(app: FastifyInstance, { world, tokens, settings, alerts }: UpsParts): void {
  app.post('/ups/security/v1/oauth/token', async (request, reply) => {
    const body = (request.body ?? {}) as Record<string, string>;
    if (body.grant_type !== 'client_credentials') {
      return reply.code(400).send(upsError('10400', 'Invalid/Missing Authorization Header or grant_type'));
    }
    if (basic(request.headers.authorization) !== `${CLIENT.id}:${CLIENT.secret}`) {
      return reply.code(401).send(upsError('10401', 'ClientId is Invalid'));
    }
    return tokens.issue();
  });

  app.get('/ups/api/track/v1/details/:inquiryNumber', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!tokens.valid(request.headers.authorization)) {
      return expired(reply);
    }
    if (!request.headers.transid) return reply.code(400).send(upsError('TV0001', 'Missing transId'));
    if (!request.headers.transactionsrc) return reply.code(400).send(upsError('TV0002', 'Missing transactionSrc'));
    const { inquiryNumber } = request.params as { inquiryNumber: string };
    if (!/^[0-9A-Za-z]{7,34}$/.test(inquiryNumber)) {
      return reply.code(400).send(upsError('TV1002', 'Invalid inquiry number'));
    }
    const parcel = world.parcel(inquiryNumber);
    if (parcel?.carrier === 'UPS') {
      const { returnMilestones } = request.query as { returnMilestones?: string };
      return trackBody(parcel, { milestones: returnMilestones === 'true' });
    }
    const warning = { code: 'TW0001', message: 'Tracking Information Not Found' };
    if (settings.notFound === '404') return reply.code(404).send(upsError(warning.code, warning.message));
    return { trackResponse: { shipment: [{ inquiryNumber, warnings: [warning] }] } };
  });

  app.post('/ups/api/track/v2/subscription/standard/package', async (request, reply) => {
    if (!tokens.valid(request.headers.authorization)) return expired(reply);
    const { locale, trackingNumberList = [] } = (request.body ?? {}) as {
      locale?: string;
      trackingNumberList?: string[];
    };
    if (!locale) return reply.code(400).send(upsError('VSS300', 'Locale is required.'));
    if (trackingNumberList.length > MOST_NUMBERS) return reply.code(400).send(upsError('VSS210', 'Too many numbers.'));
    return alerts.subscribe(world, trackingNumberList);
  });
}

const MOST_NUMBERS = 100;

const expired = (reply: FastifyReply) => reply.code(401).send(upsError('250003', 'Invalid Access License number'));

/** UPS tracking, with the tokens that it gave out. */
export function ups(now: () => Date): SandboxVendor {
  const tokens = new UpsTokens(now);
  const settings: UpsSettings = { notFound: 'warning', alerts: null };
  const alerts = new Alerts(() => settings.alerts);
  return {
    id: 'ups',
    prefix: '/ups',
    routes(app, { world }) {
      routes(app, { world, tokens, settings, alerts });
      alerts.listen(world);
      app.post('/__control/ups/settings', async (request) =>
        Object.assign(settings, (request.body ?? {}) as Partial<UpsSettings>),
      );
    },
    throttled: (reply) => reply.code(429).send(upsError('10429', 'Too Many Requests')),
    broken: (reply) => reply.code(500).send(upsError('10500', 'Internal server error')),
    expired,
    unscoped: (reply) => reply.code(403).send(upsError('250002', 'Invalid Authentication Information.')),
    reset() {
      Object.assign(settings, { notFound: 'warning', alerts: null });
      alerts.numbers.clear();
    },
    revoke: () => tokens.revoke(),
  };
}
