import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxVendor } from '../control/sandbox-vendor';
import { CODES, trackingView } from './parcel.view';
import { TrackHooks } from './track-hooks';

const SHIPENGINE_KEY = 'TEST_sandbox';

const problem =
  (status: number, error_code: string, message: string, error_type = 'validation') =>
  (reply: FastifyReply) =>
    reply.code(status).send({
      request_id: randomUUID(),
      errors: [{ error_source: 'shipengine', error_type, error_code, message }],
    });

const unauthorised = problem(401, 'unauthorized', 'The API key is invalid. Please see docs.', 'security');
const notFound = problem(404, 'not_found', 'There is nothing at this address.', 'business_rules');

interface CarrierView {
  carrier_id: string;
  carrier_code: string;
  friendly_name: string;
}

/** ShipEngine's API v1 at `/shipengine`, with its public keys at `/shipengine/jwks`. */
export function shipengine(now: () => Date): SandboxVendor {
  const hooks = new TrackHooks(now);
  return {
    id: 'shipengine',
    prefix: '/shipengine',
    routes(app, { world, faults }) {
      hooks.listen(world);
      const guarded =
        (handle: (request: FastifyRequest, reply: FastifyReply) => unknown) =>
        async (request: FastifyRequest, reply: FastifyReply) =>
          request.headers['api-key'] === SHIPENGINE_KEY ? handle(request, reply) : unauthorised(reply);

      app.get('/shipengine/jwks', async () => hooks.jwks());
      app.get(
        '/shipengine/v1/carriers',
        guarded(() => {
          const carriers = Object.values(CODES).map((code, place): CarrierView => {
            return { carrier_id: `se-${place + 1}`, carrier_code: code, friendly_name: code };
          });
          return { carriers, request_id: randomUUID(), errors: [] };
        }),
      );
      app.get(
        '/shipengine/v1/tracking',
        guarded((request, reply) => {
          const { carrier_code: code, tracking_number: number } = request.query as Record<string, string | undefined>;
          if (!code || !number) return problem(400, 'field_value_required', 'carrier_code and tracking_number')(reply);
          if (!Object.values(CODES).includes(code)) return problem(400, 'carrier_not_found', 'Unknown carrier')(reply);
          const parcel = world.parcel(number);
          if (!parcel || CODES[parcel.carrier] !== code) return notFound(reply);
          if (!faults.takeDrift('shipengine')) return trackingView(parcel);
          const drifted = JSON.stringify(trackingView(parcel)).replaceAll('"status_code"', '"phase"');
          return reply.type('application/json').send(drifted);
        }),
      );
      app.get(
        '/shipengine/v1/environment/webhooks',
        guarded(() => hooks.rows),
      );
      app.post(
        '/shipengine/v1/environment/webhooks',
        guarded((request, reply) => {
          const { url, event, name } = (request.body ?? {}) as { url?: string; event?: string; name?: string };
          if (!url || !URL.canParse(url) || !event) return problem(400, 'field_value_required', 'url and event')(reply);
          const twice = hooks.rows.some((one) => one.url === url && one.event === event);
          return twice
            ? problem(409, 'webhook_url_exists', 'That webhook exists')(reply)
            : hooks.add({ url, event, name });
        }),
      );
      app.delete(
        '/shipengine/v1/environment/webhooks/:id',
        guarded((request, reply) => {
          const place = hooks.rows.findIndex((one) => one.webhook_id === (request.params as { id: string }).id);
          if (place < 0) return notFound(reply);
          hooks.rows.splice(place, 1);
          return reply.code(204).send();
        }),
      );
    },
    throttled: (reply) =>
      problem(
        429,
        'rate_limit_exceeded',
        'You have exceeded the rate limit.',
        'system',
      )(reply.header('retry-after', '3')),
    broken: problem(500, 'unspecified', 'Something went wrong.', 'system'),
    expired: unauthorised,
    unscoped: problem(403, 'action_needs_plan', 'The plan does not include this.', 'security'),
    reset: () => void (hooks.rows.length = 0),
  };
}
