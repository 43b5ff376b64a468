import type { FastifyInstance } from 'fastify';
import type { Mailboxes } from '../mail/mailboxes';
import type { World } from '../seed/world';
import type { Bucket } from '../shopify/cost';
import type { MailTokens } from '../imap/mail-tokens';
import { SLOW_MS, type Faults } from './faults';
import type { SandboxVendor } from './sandbox-vendor';
import { timeRoutes, type SandboxClock } from './clock.routes';
import { cancelOrder, fulfilOrder, refundOrder, STEPS, stepOf, type Fulfil } from './changes';
import { scan } from '../seed/changes';
import { stateOf } from './state';

export interface ControlParts {
  world: World;
  faults: Faults;
  mailboxes: Mailboxes;
  bucket: Bucket;
  mailTokens: MailTokens;
  vendors: readonly SandboxVendor[];
  clock: SandboxClock;
  /** Whatever else forgets on reset. */
  onReset: () => void;
}

export function controlRoutes(app: FastifyInstance, parts: ControlParts): void {
  const { world, faults, mailboxes, bucket } = parts;

  app.get('/__control/state', async (request) => {
    const { all } = request.query as { all?: string };
    return stateOf(world, mailboxes, faults, bucket, all === 'true');
  });

  timeRoutes(app, world, parts.clock);

  app.post('/__control/reset', async () => {
    parts.clock.putBack();
    world.reset();
    faults.lift();
    mailboxes.clear();
    for (const vendor of parts.vendors) vendor.reset?.();
    parts.onReset();
    return { ok: true };
  });

  app.post('/__control/faults', async (request, reply) => {
    const { vendor, mode, times, delayMs } = (request.body ?? {}) as {
      vendor?: string;
      mode?: string;
      times?: number;
      delayMs?: number;
    };
    if (!vendor || !faults.vendors().includes(vendor))
      return reply.code(400).send({ error: `vendor is one of ${faults.vendors().join(', ')}` });
    if (mode === 'none') faults.lift(vendor);
    else if (mode && faults.modesOf(vendor).includes(mode))
      faults.set(vendor, { mode, times: times ?? null, delayMs: delayMs ?? SLOW_MS });
    else return reply.code(400).send({ error: `mode is one of ${faults.modesOf(vendor).join(', ')}, none` });
    return { faults: faults.list() };
  });

  app.post('/__control/tokens/revoke', async () => {
    for (const vendor of parts.vendors) vendor.revoke?.();
    parts.mailTokens.revoke();
    return { ok: true };
  });

  app.post('/__control/ups/advance', async (request, reply) => {
    const { number, status, description } = (request.body ?? {}) as {
      number?: string;
      status?: string;
      description?: string;
    };
    const parcel = world.parcel(number ?? null);
    if (!parcel) return reply.code(404).send({ error: `no parcel ${number}` });
    const step = stepOf(parcel, status);
    if (!step)
      return reply.code(400).send({ error: `status is one of ${STEPS.join(', ')}, or absent for the next one` });
    scan(world, parcel, step, description);
    return parcel;
  });

  const change = (path: string, make: (order: NonNullable<ReturnType<World['order']>>, body: unknown) => unknown) =>
    app.post(`/__control/orders/:name/${path}`, async (request, reply) => {
      const order = world.order((request.params as { name: string }).name);
      if (!order) return reply.code(404).send({ error: 'no such order' });
      const problem = make(order, request.body ?? {});
      if (typeof problem === 'string') return reply.code(409).send({ error: problem });
      return stateOf(world, mailboxes, faults, bucket).shop.orders.find((one) => one.name === `#${order.number}`);
    });
  change('fulfil', (order, body) => fulfilOrder(world, order, body as Fulfil));
  change('cancel', (order) => cancelOrder(world, order));
  change('refund', (order, body) => refundOrder(world, order, (body as { amount?: string }).amount));
}
