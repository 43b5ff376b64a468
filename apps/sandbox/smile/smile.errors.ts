import type { FastifyReply } from 'fastify';

let asked = 0;

export function smileError(reply: FastifyReply, status: number, message: string): FastifyReply {
  asked += 1;
  const request_id = `5a4d0000-0000-4000-8000-${String(asked).padStart(12, '0')}`;
  return reply.code(status).send({ error: { message, request_id } });
}
