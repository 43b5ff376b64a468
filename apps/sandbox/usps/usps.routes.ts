import type { FastifyReply } from 'fastify';
import { Tokens } from '../carriers/tokens';
import { CLIENT } from '../client';
import type { SandboxVendor } from '../control/sandbox-vendor';
import { parcelView } from './parcel.view';

const TOKEN_LIFE_SECONDS = 28_799;

export interface UspsSettings {
  /** Which versions answer; v3 is the older one. */
  versions: ('v3' | 'v3r2')[];
  scope: string;
  /** Whether scans tell Greenwich time. */
  zones: boolean;
}
const usual = (): UspsSettings => ({ versions: ['v3', 'v3r2'], scope: 'addresses prices tracking', zones: true });

const problem = (status: number, code: string, message: string) => (reply: FastifyReply) =>
  reply.code(status).send({
    apiVersion: '/tracking/v3',
    error: { code, message, errors: [{ status: String(status), code, title: message, detail: message }] },
  });

const NOT_FOUND = 'The tracking number may be incorrect or the status update is not yet available.';
const noToken = problem(401, '401', 'Invalid or expired access token');
const noRoute = problem(404, '404', 'No such resource');

/** USPS's OAuth and both of its tracking APIs at `/usps`. */
export function usps(now: () => Date): SandboxVendor {
  const tokens = new Tokens(now, TOKEN_LIFE_SECONDS);
  const settings = usual();
  return {
    id: 'usps',
    prefix: '/usps',
    routes(app, { world }) {
      const found = (number: unknown) => {
        const parcel = typeof number === 'string' ? world.parcel(number) : undefined;
        return parcel?.carrier === 'USPS' ? parcelView(parcel, settings.zones) : null;
      };
      app.post('/__control/usps/settings', async (request) => Object.assign(settings, usual(), request.body ?? {}));

      app.post('/usps/oauth2/v3/token', async (request, reply) => {
        const { grant_type, client_id, client_secret } = (request.body ?? {}) as Record<string, string>;
        if (grant_type !== 'client_credentials') {
          return reply.code(400).send({ error: 'unsupported_grant_type', error_description: 'Unknown grant type' });
        }
        if (client_id !== CLIENT.id || client_secret !== CLIENT.secret) {
          return reply.code(401).send({ error: 'invalid_client', error_description: 'Client authentication failed' });
        }
        const issued = { access_token: tokens.issue(), token_type: 'Bearer', issued_at: String(now().getTime()) };
        return { ...issued, expires_in: String(TOKEN_LIFE_SECONDS), status: 'approved', scope: settings.scope };
      });

      app.get('/usps/tracking/v3/tracking/:number', async (request, reply) => {
        if (!settings.versions.includes('v3')) return noRoute(reply);
        if (!tokens.valid(request.headers.authorization)) return noToken(reply);
        const { expand } = request.query as { expand?: string };
        const parcel = found((request.params as { number: string }).number);
        if (!parcel) return problem(404, '-2147219302', NOT_FOUND)(reply);
        return expand === 'DETAIL' ? parcel : { ...parcel, trackingEvents: undefined };
      });

      app.post('/usps/tracking/v3r2/tracking', async (request, reply) => {
        if (!settings.versions.includes('v3r2')) return noRoute(reply);
        if (!tokens.valid(request.headers.authorization)) return noToken(reply);
        if (!Array.isArray(request.body)) return problem(400, '400', 'A list is expected')(reply);
        return (request.body as { trackingNumber?: string }[]).map(({ trackingNumber }) => {
          const error = { code: '404', message: NOT_FOUND };
          return found(trackingNumber) ?? { trackingNumber, statusCode: '404', error };
        });
      });
    },
    throttled: problem(429, '429', 'Too many requests'),
    broken: problem(500, '500', 'Internal server error'),
    expired: noToken,
    unscoped: problem(403, '403', 'Insufficient scope'),
    reset: () => void Object.assign(settings, usual()),
    revoke: () => tokens.revoke(),
  };
}
