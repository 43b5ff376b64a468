import type { FastifyReply } from 'fastify';
import type { SandboxVendor } from '../control/sandbox-vendor';
import { shipmentView } from './shipment.view';

const DHL_KEY = 'sandbox-dhl-key';

const problem = (status: number, title: string, detail: string) => (reply: FastifyReply) =>
  reply.code(status).send({ title, detail, status, instance: '/shipment/8339' });

const unauthorised = problem(401, 'Unauthorized', 'Unauthorized for given resource.');

/** DHL's Shipment Tracking - Unified at `/dhl/track/shipments`. */
export function dhl(): SandboxVendor {
  return {
    id: 'dhl',
    prefix: '/dhl',
    routes(app, { world, faults }) {
      app.get('/dhl/track/shipments', async (request, reply) => {
        if (request.headers['dhl-api-key'] !== DHL_KEY) return unauthorised(reply);
        const { trackingNumber } = request.query as { trackingNumber?: string };
        if (!trackingNumber) return problem(400, 'Bad request', 'trackingNumber is required')(reply);
        const parcel = world.parcel(trackingNumber);
        if (parcel?.carrier !== 'DHL') {
          return problem(404, 'No result found', 'No shipment with given tracking number found.')(reply);
        }
        const answer = { shipments: [shipmentView(parcel)], possibleAdditionalShipmentsUrl: [] };
        if (!faults.takeDrift('dhl')) return answer;
        return reply.type('application/json').send(JSON.stringify(answer).replaceAll('"statusCode"', '"phase"'));
      });
    },
    throttled: problem(
      429,
      'Too many requests',
      'Too many requests within defined time period, please try again later.',
    ),
    broken: problem(500, 'Internal server error', 'Something went wrong.'),
    expired: unauthorised,
    unscoped: problem(403, 'Forbidden', 'The key has no access to this API.'),
  };
}
