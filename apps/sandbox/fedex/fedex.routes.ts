import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Tokens } from '../carriers/tokens';
import { CLIENT } from '../client';
import type { SandboxVendor } from '../control/sandbox-vendor';
import { notFoundView, resultView } from './result.view';

const TOKEN_LIFE_SECONDS = 3_600;
const MOST_NUMBERS = 30;

const problem = (status: number, code: string, message: string) => (reply: FastifyReply) =>
  reply.code(status).send({ transactionId: randomUUID(), errors: [{ code, message }] });

const unknownClient = problem(401, 'NOT.AUTHORIZED.ERROR', 'The given client credentials were not valid.');
const noToken = problem(401, 'NOT.AUTHORIZED.ERROR', 'Access token expired. Please modify your request and try again.');
const wrongProject = problem(403, 'FORBIDDEN.ERROR', 'We could not authorize your credentials.');
const tooMany = problem(400, 'TRACKING.TRACKINGNUMBER.EXCEEDED', 'Please limit your inquiry to 30 tracking numbers.');
const noNumber = problem(400, 'TRACKING.TRACKINGNUMBER.EMPTY', 'Please provide tracking number.');

interface Asked {
  trackingInfo?: { trackingNumberInfo?: { trackingNumber?: string } }[];
}

/** FedEx's OAuth and Track API at `/fedex`. */
export function fedex(now: () => Date): SandboxVendor {
  const tokens = new Tokens(now, TOKEN_LIFE_SECONDS);
  return {
    id: 'fedex',
    prefix: '/fedex',
    routes(app, { world, faults }) {
      app.post('/fedex/oauth/token', async (request, reply) => {
        const { grant_type, client_id, client_secret } = (request.body ?? {}) as Record<string, string>;
        if (grant_type !== 'client_credentials' || client_id !== CLIENT.id || client_secret !== CLIENT.secret) {
          return unknownClient(reply);
        }
        return { access_token: tokens.issue(), token_type: 'bearer', expires_in: TOKEN_LIFE_SECONDS, scope: 'CXS' };
      });

      app.post('/fedex/track/v1/trackingnumbers', async (request, reply) => {
        if (!tokens.valid(request.headers.authorization)) return noToken(reply);
        const { trackingInfo = [] } = (request.body ?? {}) as Asked;
        const numbers = trackingInfo.map((one) => one.trackingNumberInfo?.trackingNumber ?? '');
        if (numbers.length === 0 || numbers.includes('')) return noNumber(reply);
        if (numbers.length > MOST_NUMBERS) return tooMany(reply);
        const completeTrackResults = numbers.map((number) => {
          const parcel = world.parcel(number);
          const result = parcel?.carrier === 'FEDEX' ? resultView(parcel) : notFoundView(number);
          return { trackingNumber: number, trackResults: [result] };
        });
        const answer = { transactionId: randomUUID(), output: { completeTrackResults } };
        if (!faults.takeDrift('fedex')) return answer;
        return reply
          .type('application/json')
          .send(JSON.stringify(answer).replaceAll('"latestStatusDetail"', '"latest"'));
      });
    },
    throttled: problem(429, 'RATE.LIMIT.EXCEEDED', 'Too many requests.'),
    broken: problem(
      500,
      'INTERNAL.SERVER.ERROR',
      'We encountered an unexpected error and are working to resolve the issue.',
    ),
    expired: noToken,
    unscoped: wrongProject,
    revoke: () => tokens.revoke(),
  };
}
