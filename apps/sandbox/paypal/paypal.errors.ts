import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** PayPal's shape of an error; `issue` is what a client acts on. */
export function paypalError(
  reply: FastifyReply,
  status: number,
  name: string,
  issue?: string,
  description = 'It failed.',
) {
  return reply.code(status).send({
    name,
    message: description,
    debug_id: randomBytes(6).toString('hex'),
    ...(issue && { details: [{ issue, description }] }),
  });
}

export const notFound = (reply: FastifyReply) =>
  paypalError(reply, 404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID', 'The specified resource does not exist.');

export const noToken = (reply: FastifyReply) =>
  reply.code(401).send({ error: 'invalid_token', error_description: 'Token signature verification failed' });
