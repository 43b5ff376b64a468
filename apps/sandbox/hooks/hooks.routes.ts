import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Courier } from './courier';
import { handshake } from './handshake';
import { HOOK_VENDORS, type Hooks, type HookVendor } from './hooks';
import { standardHeaders } from './signatures';

interface HookBody {
  vendor?: HookVendor;
  url?: string;
  secret?: string;
  /** Meta's vendors: asks the address for its challenge first, and refuses it when the answer is wrong. */
  verifyToken?: string;
}

export function hookRoutes(app: FastifyInstance, hooks: Hooks, courier: Courier, now: () => Date): void {
  app.get('/__control/hooks', async () => ({ hooks: hooks.list(), deliveries: courier.list() }));

  app.post('/__control/hooks', async (request, reply) => {
    const { vendor, url, secret, verifyToken } = (request.body ?? {}) as HookBody;
    if (!vendor || !HOOK_VENDORS.includes(vendor))
      return reply.code(400).send({ error: `vendor is one of ${HOOK_VENDORS.join(', ')}` });
    const before = hooks.get(vendor);
    const hook = hooks.set(vendor, { url: url ?? '', secret });
    if (!hook) return reply.code(400).send({ error: 'url is a whole address of http or https' });
    const problem = verifyToken === undefined ? null : await handshake(hooks, hook.url, verifyToken);
    if (!problem) return hook;
    if (before) hooks.set(vendor, before);
    else hooks.remove(vendor);
    return reply.code(409).send({ error: `the address ${problem}` });
  });

  app.delete('/__control/hooks/:vendor', async (request, reply) => {
    const { vendor } = request.params as { vendor: HookVendor };
    return reply.code(hooks.remove(vendor) ? 204 : 404).send();
  });

  /** Posts `body` to the `api` hook, signed as Standard Webhooks says: another system that speaks to Satchel's API channel. */
  app.post('/__control/api/deliver', async (request, reply) => {
    const hook = hooks.get('api');
    if (!hook) return reply.code(409).send({ error: 'no hook is set for api' });
    const { body, id = `msg_${randomUUID()}` } = (request.body ?? {}) as { body?: unknown; id?: string };
    const bytes = Buffer.from(JSON.stringify(body ?? {}));
    return courier.deliver({
      vendor: 'api',
      what: 'api',
      url: hook.url,
      type: 'application/json',
      body: bytes,
      secret: hook.secret,
      sign: (secret) => standardHeaders(secret, id, now(), bytes),
    });
  });
}
