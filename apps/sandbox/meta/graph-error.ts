import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GRAPH_TOKEN, PAGE_TOKEN } from './account';

export interface GraphError {
  status: number;
  code: number;
  message: string;
  subcode?: number;
  details?: string;
}

export const graphError = (code: number, message: string, details?: string, status = 400): GraphError => ({
  status,
  code,
  message,
  ...(details ? { details } : {}),
});

export function refuse(reply: FastifyReply, { status, code, message, subcode, details }: GraphError): FastifyReply {
  return reply.code(status).send({
    error: {
      message: code === 190 ? message : `(#${code}) ${message}`,
      type: 'OAuthException',
      code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(details ? { error_data: { messaging_product: 'whatsapp', details } } : {}),
      fbtrace_id: 'AsandboxTrace',
    },
  });
}

/** What Graph says of an object that is not there, or not yours. */
export function unknownObject(id: string): GraphError {
  const message =
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, ` +
    'or does not support this operation';
  return { status: 400, code: 100, subcode: 33, message };
}

export function bearer(request: FastifyRequest): string | undefined {
  const query = (request.query ?? {}) as { access_token?: string };
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? query.access_token;
}

/** A system user's token opens everything; a page's token only what is the page's. */
export function guardGraph(scope: FastifyInstance, tokens: string[] = [GRAPH_TOKEN, PAGE_TOKEN]): void {
  scope.addHook('onRequest', async (request, reply) => {
    const token = bearer(request);
    if (token !== undefined && tokens.includes(token)) return;
    const message = token
      ? 'Invalid OAuth access token - Cannot parse access token'
      : 'An access token is required to request this resource.';
    return refuse(reply, { status: 401, code: 190, message });
  });
}
