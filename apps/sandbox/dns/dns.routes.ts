import type { FastifyInstance } from 'fastify';
import type { Zones } from './zones';

/**
 * A name service asked over HTTP: `GET /mail/dns?name=&type=TXT|MX|A`. `records` is what node's own resolver would return:
 * TXT a list of lists of strings, MX a list of `{exchange, priority}`, A a list of addresses; 404 `{code: "ENOTFOUND"}` else.
 */
export function dnsRoutes(app: FastifyInstance, zones: Zones): void {
  app.get('/mail/dns', async (request, reply) => {
    const { name = '', type = 'A' } = request.query as { name?: string; type?: string };
    const records = await zones.look(name, type.toUpperCase());
    return records ? { records } : reply.code(404).send({ code: 'ENOTFOUND' });
  });
}
