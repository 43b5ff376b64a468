import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CALL_MODES, pause, TIMEOUT_MS, type Fault, type Faults } from './faults';
import type { SandboxVendor } from './sandbox-vendor';

/** What the breaking needs of a vendor. */
export type Door = Pick<
  SandboxVendor,
  'id' | 'prefix' | 'throttled' | 'broken' | 'expired' | 'unscoped' | 'playsWrites'
>;

const plain = (status: number, error: string) => (reply: FastifyReply) => reply.code(status).send({ error });
const usual = {
  throttled: plain(429, 'too_many_requests'),
  broken: plain(500, 'internal_error'),
  expired: plain(401, 'invalid_token'),
  unscoped: plain(403, 'insufficient_scope'),
};

/** Stands before the vendors' HTTP routes and breaks what the control API asked to break. */
export function breakVendors(app: FastifyInstance, faults: Faults, doors: readonly Door[]): void {
  const afterwards = new WeakMap<FastifyRequest, Fault['mode']>();
  const doorOf = (url: string) => doors.find(({ prefix }) => url.startsWith(`${prefix}/`));

  app.addHook('onRequest', async (request, reply) => {
    const door = doorOf(request.url);
    if (!door) return;
    if (request.method !== 'GET' && !door.playsWrites) {
      const after = faults.take(door.id, ['lose_answer', '500_after', 'timeout_after']);
      if (after) return void afterwards.set(request, after.mode);
    }
    const fault = faults.take(door.id, [...CALL_MODES, 'expired_token', 'missing_scope']);
    if (!fault) return;
    const { mode } = fault;
    if (mode === 'slow') return pause(fault.delayMs);
    if (mode === '429') return (door.throttled ?? usual.throttled)(reply);
    if (mode === '500') return (door.broken ?? usual.broken)(reply);
    if (mode === 'expired_token') return (door.expired ?? usual.expired)(reply);
    if (mode === 'missing_scope') return (door.unscoped ?? usual.unscoped)(reply);
    if (mode === 'timeout') {
      reply.hijack();
      return void setTimeout(() => request.raw.socket.destroy(), TIMEOUT_MS).unref();
    }
    reply.hijack();
    request.raw.socket.destroy();
  });

  // The effect has happened; whoever asked never learns of it.
  app.addHook('onSend', async (request, reply, payload) => {
    const mode = afterwards.get(request);
    if (!mode) return payload;
    if (mode === 'timeout_after') {
      await pause(TIMEOUT_MS);
      request.raw.socket.destroy();
      return payload;
    }
    if (mode === 'lose_answer') {
      request.raw.socket.destroy();
      return payload;
    }
    reply.code(500).type('application/json').removeHeader('content-length');
    return JSON.stringify({ error: 'internal_error' });
  });
}
