import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import { Credits, creditView, memberByEmail, memberView, MOST_CREDIT, TOKEN } from './credits';
import { openapiDocument } from './openapi-document';

const refuse = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply.code(status).send({ code, message });

function routes(app: FastifyInstance, { world, faults, url }: House, credits: Credits): void {
  app.get('/custom/openapi.json', async () => openapiDocument(url()));

  app.register(async (club) => {
    club.addHook('onRequest', async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${TOKEN}`)
        return refuse(reply, 401, 'unauthorized', 'The token is not known.');
      return undefined;
    });
    const member = (request: FastifyRequest) => {
      const { id } = request.params as { id: string };
      return world.members.get(id);
    };
    const unknown = (reply: FastifyReply) => refuse(reply, 404, 'unknown_member', 'There is no such member.');

    club.get('/custom/status', async () => ({ status: 'ok', club: 'Fernhill Club' }));

    club.get('/custom/members', async (request, reply) => {
      const { email } = request.query as { email?: string };
      if (!email?.includes('@')) return refuse(reply, 422, 'invalid_email', 'email must be a mail address.');
      const found = memberByEmail(world, email);
      const members = found ? [memberView(found)] : [];
      // The fields of a newer version, for who reads the older one.
      return faults.takeDrift('custom') ? { data: { results: members } } : { members };
    });

    club.get('/custom/members/:id/credits', async (request, reply) => {
      const found = member(request);
      if (!found) return unknown(reply);
      return { balance: credits.balance(found), currency: 'EUR', credits: credits.of(found).map(creditView) };
    });

    club.post('/custom/members/:id/credits', async (request, reply) => {
      const found = member(request);
      if (!found) return unknown(reply);
      const { amount, reason } = (request.body ?? {}) as { amount?: unknown; reason?: unknown };
      if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 1)
        return refuse(reply, 422, 'invalid_amount', 'amount is a whole number of cents above 0.');
      if (amount > MOST_CREDIT) return refuse(reply, 422, 'too_much', 'A credit of more than 500.00 is not granted.');
      if (typeof reason !== 'string' || reason === '') return refuse(reply, 422, 'no_reason', 'reason is missing.');
      const reference = request.headers['idempotency-key'];
      const given = { amount, reason, reference: typeof reference === 'string' ? reference : null };
      const granted = credits.grant(world, found, given, !faults.takeNoEffect('custom'));
      return reply.code(201).send(creditView(granted));
    });
  });
}

/** A club's own membership service: a system of the store's own that no vendor sells. */
export function custom(credits: Credits): SandboxVendor {
  return {
    id: 'custom',
    prefix: '/custom',
    routes: (app, house) => routes(app, house, credits),
    throttled: (reply) =>
      reply.code(429).header('retry-after', '2').send({ code: 'slow_down', message: 'Too many requests.' }),
    broken: (reply) => reply.code(500).send({ code: 'internal', message: 'Something broke.' }),
    expired: (reply) => refuse(reply, 401, 'unauthorized', 'The token has ended.'),
    unscoped: (reply) => refuse(reply, 403, 'forbidden', 'The token may not do this.'),
    reset: () => credits.reset(),
  };
}
