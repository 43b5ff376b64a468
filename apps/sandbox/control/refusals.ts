import type { FastifyReply } from 'fastify';
import type { Door } from './break-vendors';

type Refusal = (reply: FastifyReply) => FastifyReply;
type HttpVendor = 'openai' | 'twilio' | 'meta' | 'social' | 'oauth';

const graph = (status: number, code: number, message: string, transient: boolean): Refusal => {
  const error = { message, type: 'OAuthException', code, is_transient: transient, fbtrace_id: 'AsandboxTrace' };
  return (reply) => reply.code(status).send({ error });
};

const twilio = (status: number, code: number, message: string): Refusal => {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return (reply) => reply.code(status).send({ code, message, more_info, status });
};

/** How each vendor words "too many" and "my fault". */
const refusals: Record<HttpVendor, Record<'429' | '500', Refusal>> = {
  openai: {
    '429': (reply) =>
      reply
        .code(429)
        .header('retry-after', '1')
        .send({
          error: {
            message: 'Rate limit reached for requests',
            type: 'requests',
            param: null,
            code: 'rate_limit_exceeded',
          },
        }),
    '500': (reply) =>
      reply.code(500).send({
        error: {
          message: 'The server had an error while processing your request.',
          type: 'server_error',
          param: null,
          code: null,
        },
      }),
  },
  twilio: {
    '429': twilio(429, 20429, 'Too Many Requests'),
    '500': twilio(500, 20500, 'An internal server error has occurred'),
  },
  meta: {
    '429': graph(429, 130429, '(#130429) Rate limit hit', false),
    '500': graph(500, 2, 'Service temporarily unavailable', true),
  },
  social: {
    '429': graph(400, 613, '(#613) Calls to this api have exceeded the rate limit.', false),
    '500': graph(500, 2, 'Service temporarily unavailable', true),
  },
  oauth: {
    '429': (reply) => reply.code(429).send({ error: 'temporarily_unavailable' }),
    '500': (reply) => reply.code(500).send({ error: 'server_error' }),
  },
};

/** The vendors that are wired by hand. */
export const olderDoors: Door[] = Object.entries(refusals).map(([id, words]) => ({
  id,
  prefix: `/${id}`,
  throttled: words['429'],
  broken: words['500'],
}));
