import type { FastifyInstance } from 'fastify';
import type { Mailboxes } from '../mail/mailboxes';
import type { World } from '../seed/world';
import type { Bucket } from '../shopify/cost';
import type { ShopifyTokens } from '../shopify/shopify.routes';
import type { MailTokens } from '../imap/oauth';
import type { UpsSettings, UpsTokens } from '../ups/ups.routes';
import { MODES, SLOW_MS, suits, VENDORS, type Faults, type Mode, type Vendor } from './faults';
import { cancelOrder, fulfilOrder, refundOrder, STEPS, stepOf, type Fulfil } from './changes';
import { scan } from '../seed/changes';
import { stateOf } from './state';

export interface ControlParts {
  world: World;
  faults: Faults;
  mailboxes: Mailboxes;
  bucket: Bucket;
  shopifyTokens: ShopifyTokens;
  upsTokens: UpsTokens;
  mailTokens: MailTokens;
  upsSettings: UpsSettings;
  /** Whatever else forgets on reset. */
  onReset: () => void;
}

export function controlRoutes(app: FastifyInstance, parts: ControlParts): void {
  const { world, faults, mailboxes, bucket } = parts;

  app.get('/__control/state', async () => stateOf(world, mailboxes, faults, bucket));

  app.post('/__control/reset', async () => {
    world.reset();
    faults.lift();
    mailboxes.clear();
    bucket.set({ maximumAvailable: 2000, restoreRate: 100, currentlyAvailable: 2000 });
    parts.upsSettings.notFound = 'warning';
    parts.onReset();
    return { ok: true };
  });

  app.post('/__control/faults', async (request, reply) => {
    const { vendor, mode, times, delayMs } = (request.body ?? {}) as {
      vendor?: Vendor;
      mode?: Mode | 'none';
      times?: number;
      delayMs?: number;
    };
    if (!vendor || !VENDORS.includes(vendor))
      return reply.code(400).send({ error: `vendor is one of ${VENDORS.join(', ')}` });
    if (mode === 'none') faults.lift(vendor);
    else if (mode && MODES.includes(mode) && suits(vendor, mode))
      faults.set(vendor, { mode, times: times ?? null, delayMs: delayMs ?? SLOW_MS });
    else
      return reply
        .code(400)
        .send({ error: `mode is one of ${MODES.filter((one) => suits(vendor, one)).join(', ')}, none` });
    return { faults: faults.list() };
  });

  app.post('/__control/shopify/bucket', async (request) => {
    bucket.set(request.body ?? {});
    return bucket.status();
  });

  app.post('/__control/tokens/revoke', async () => {
    parts.shopifyTokens.revoke();
    parts.upsTokens.revoke();
    parts.mailTokens.revoke();
    return { ok: true };
  });

  app.post('/__control/ups/settings', async (request) =>
    Object.assign(parts.upsSettings, (request.body ?? {}) as Partial<UpsSettings>),
  );

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
