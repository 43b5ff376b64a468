import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ACCOUNT } from './account';
import { notFound, refuse, twilioError } from './errors';

function allowed(header: string | undefined): boolean {
  const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1] ?? '';
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  return [`${ACCOUNT.sid}:${ACCOUNT.token}`, `${ACCOUNT.keySid}:${ACCOUNT.keySecret}`].includes(pair);
}

/** Basic authorization with the account's token or an API key, and no other account's paths. */
export function guard(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!allowed(request.headers.authorization)) {
      reply.header('www-authenticate', 'Basic realm="Twilio API"');
      return refuse(reply, twilioError(20003, 'Authenticate', 401));
    }
    const account = /\/Accounts\/(\w+)/.exec(request.url)?.[1];
    if (account && account !== ACCOUNT.sid) return refuse(reply, notFound(request.url.replace(/^\/twilio/, '')));
  });
}

/** A form with its repeated names kept; JSON as it is. */
export function readForms(scope: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  scope.removeContentTypeParser(type);
  scope.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
}

export const formOf = (request: FastifyRequest): URLSearchParams =>
  request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
