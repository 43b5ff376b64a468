import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pause, type Faults } from './faults';
import { refusals, type HttpVendor } from './refusals';

/** Stands before the vendors' HTTP routes and breaks what the control API asked to break. */
export function breakVendors(app: FastifyInstance, faults: Faults): void {
  const answersToLose = new WeakSet<FastifyRequest>();

  app.addHook('onRequest', async (request, reply) => {
    const name = /^\/(shopify|ups|openai|twilio|meta|social|oauth)\//.exec(request.url)?.[1] as HttpVendor | undefined;
    if (!name) return;
    if (request.method !== 'GET' && faults.take(name, ['lose_answer'])) {
      answersToLose.add(request);
      return;
    }
    const fault = faults.take(name, ['down', '429', '500', 'slow']);
    if (!fault) return;
    if (fault.mode === 'slow') return pause(fault.delayMs);
    if (fault.mode === '429' || fault.mode === '500') return refusals[name][fault.mode](reply);
    reply.hijack();
    request.raw.socket.destroy();
  });

  // The effect has happened; whoever asked never learns of it.
  app.addHook('onSend', async (request) => {
    if (answersToLose.has(request)) request.raw.socket.destroy();
  });
}
