import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../control/sandbox-vendor';
import { nested, textsOf, type FormNode } from './form';
import type { Idempotency } from './idempotency';
import { isProblem } from './paging';
import { STRIPE_KEY, type StripeSettings } from './settings';
import { badKey, missing, requestId, stripeError, unscoped } from './stripe.errors';

export interface Call {
  id: string;
  form: Record<string, FormNode>;
  /** The parameters of the list, as texts. */
  query: Record<string, string>;
  key: string | null;
  reply: FastifyReply;
}
export type Route = (
  method: 'get' | 'post' | 'delete',
  path: string,
  permission: string,
  handle: (call: Call) => object | undefined,
) => void;

/** What stands before every call. */
export interface Gate {
  settings: StripeSettings;
  keys: Idempotency;
}

/** What every call goes through: the key, its permissions, the idempotency of a POST. */
export function router(app: FastifyInstance, house: House, { settings, keys }: Gate): Route {
  return (method, path, permission, handle) => {
    app[method](`/stripe/v1${path}`, async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('request-id', requestId());
      if (!isOurs(request.headers.authorization)) return stripeError(reply, badKey);
      if (settings.permissions && !settings.permissions.includes(permission)) {
        return stripeError(reply, unscoped(`rak_${permission}`));
      }
      const inUrl = nested([...new URL(request.url, 'http://twin').searchParams]);
      const form = method === 'post' ? nested((request.body ?? {}) as Record<string, string>) : inUrl;
      const key = method === 'post' ? (request.headers['idempotency-key'] as string | undefined) : undefined;
      const before = key ? keys.before(key, path, form) : null;
      if (before && 'message' in before) return stripeError(reply, before);
      if (before) return reply.code(before.status).header('idempotent-replayed', 'true').send(before.body);
      const { id = '' } = request.params as { id?: string };
      const answer = handle({ id, form, query: textsOf(inUrl), key: key ?? null, reply });
      if (answer === undefined || isProblem(answer)) {
        return stripeError(reply, answer ?? missing('object', id, 'id'));
      }
      if (key) keys.keep(key, path, form, { status: 200, body: answer });
      if (!house.faults.takeDrift('stripe')) return reply.send(answer);
      const drifted = JSON.stringify(answer).replaceAll('"status":', '"state":');
      return reply.type('application/json').send(drifted);
    });
  };
}

function isOurs(header: string | undefined): boolean {
  const basic = /^Basic (.+)$/.exec(header ?? '')?.[1];
  return header === `Bearer ${STRIPE_KEY}` || Buffer.from(basic ?? '', 'base64').toString() === `${STRIPE_KEY}:`;
}
