import type { FastifyReply } from 'fastify';

/** What does not fit, by field. */
export class Unprocessable {
  constructor(
    readonly errors: Record<string, string[]>,
    readonly status = 422,
  ) {}
}

export const refused = (reply: FastifyReply, { errors, status }: Unprocessable): FastifyReply =>
  reply.code(status).send({ errors });

export const failed = (reply: FastifyReply, status: number, error: string): FastifyReply =>
  reply.code(status).send({ error });
