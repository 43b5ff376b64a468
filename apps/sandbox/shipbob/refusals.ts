import type { FastifyReply } from 'fastify';

/** Why a change is refused. */
export class Refusal {
  constructor(
    readonly code: 'INVALID_PARAMETER' | 'NOT_FOUND' | 'CONFLICT',
    readonly message: string,
  ) {}
}

export const failed = (reply: FastifyReply, status: number, message: string): FastifyReply =>
  reply.code(status).send({ message });
