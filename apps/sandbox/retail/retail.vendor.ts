import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import { hasRetailData, loadRetailData, type RetailData, type RetailOrder } from './data';
import { RetailRefusal, cancel, changeAddress, changeItems, changePayment, exchange, giveBack } from './rules';
import { RetailWorld } from './retail-world';

export const RETAIL_KEY = 'retail-sandbox-key';
const LONGEST_LIST = 50;

type Write = (world: RetailWorld, orderId: string, body: object, key: string) => RetailOrder;
const WRITES: Record<string, Write> = {
  cancel,
  address: changeAddress,
  items: changeItems,
  payment: changePayment,
  return: giveBack,
  exchange,
};

interface Params {
  world: string;
  id?: string;
  what?: string;
}

/**
 * A shop of somebody else's data: it is there once a folder with users.json, orders.json and products.json was named
 * (`SANDBOX_RETAIL`, or the control API). As many shops as wanted, each by its name in the path, alike at the start.
 */
export function retail(folder?: string): SandboxVendor {
  let data: RetailData | null = null;
  const worlds = new Map<string, RetailWorld>();
  const load = (from: string): void => {
    data = loadRetailData(from);
    worlds.clear();
  };
  if (folder && hasRetailData(folder)) load(folder);

  const worldOf = (name: string): RetailWorld | null => {
    if (!data) return null;
    const world = worlds.get(name) ?? new RetailWorld(data);
    worlds.set(name, world);
    return world;
  };

  return {
    id: 'retail',
    prefix: '/retail',
    playsWrites: false,
    reset: () => worlds.clear(),
    routes: (app, house) => {
      control(app, { load, worlds, worldOf });
      shop(app, house, worldOf);
    },
  };
}

interface Hands {
  load: (folder: string) => void;
  worlds: Map<string, RetailWorld>;
  worldOf: (name: string) => RetailWorld | null;
}

function control(app: FastifyInstance, { load, worlds, worldOf }: Hands): void {
  app.post('/__control/retail/load', async (request, reply) => {
    const { folder = '' } = (request.body ?? {}) as { folder?: string };
    if (!hasRetailData(folder)) return reply.code(404).send({ error: 'There is no such data.' });
    load(folder);
    return { ok: true };
  });
  app.get('/__control/retail/:world', async (request, reply) => {
    const world = worldOf((request.params as Params).world);
    return world ? world.changed() : reply.code(404).send({ error: 'No data was loaded.' });
  });
  app.delete('/__control/retail/:world', async (request) => {
    worlds.delete((request.params as Params).world);
    return { ok: true };
  });
}

function shop(app: FastifyInstance, { faults }: House, worldOf: Hands['worldOf']): void {
  type Handle = (world: RetailWorld, request: FastifyRequest, params: Params) => unknown;
  const nothing = (reply: FastifyReply) => reply.code(404).send({ error: 'not_found', message: 'Not found.' });
  const route = (method: 'get' | 'post', path: string, handle: Handle): void => {
    app[method](`/retail/:world${path}`, async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${RETAIL_KEY}`)
        return reply.code(401).send({ error: 'unauthorized', message: 'The key is wrong.' });
      const params = request.params as Params;
      const world = worldOf(params.world);
      try {
        return (world && (await handle(world, request, params))) ?? nothing(reply);
      } catch (error) {
        if (!(error instanceof RetailRefusal)) throw error;
        return reply.code(error.code === 'not_found' ? 404 : 422).send({ error: error.code, message: error.message });
      }
    });
  };
  const queryOf = (request: FastifyRequest) => request.query as Record<string, string | undefined>;
  const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
  const shown = (world: RetailWorld, order: RetailOrder | null) =>
    order && { ...order, customer: world.user(order.user_id) };

  route('get', '/shop', () => ({ name: 'Retail', currency: 'USD' }));
  route('get', '/orders', (world, request) => {
    const { number, email } = queryOf(request);
    if (number !== undefined) {
      const order = world.order(`#${number.trim().replace(/^#/, '').toUpperCase()}`);
      return { orders: order ? [shown(world, order)] : [] };
    }
    const users = world.usersBy((user) => same(user.email, email ?? ''));
    return { orders: users.flatMap(({ user_id }) => world.ordersOf(user_id)).map((order) => shown(world, order)) };
  });
  route('get', '/orders/:id', (world, _request, { id = '' }) => shown(world, world.order(id)));
  route('get', '/customers', (world, request) => {
    const { email, name, zip } = queryOf(request);
    if (email !== undefined) return { customers: world.usersBy((user) => same(user.email, email)) };
    const fits = world.usersBy(
      ({ name: { first_name, last_name }, address }) =>
        same(`${first_name} ${last_name}`, name ?? '') && same(address.zip, zip ?? ''),
    );
    return { customers: fits };
  });
  route('get', '/customers/:id', (world, _request, { id = '' }) => world.user(id));
  route('get', '/products', (world, request) => {
    const { q, item } = queryOf(request);
    const one = item === undefined ? null : world.variant(item);
    if (item !== undefined) return { products: one ? [one.product] : [] };
    const words = (q ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const fits = world.productsBy(({ name }) => words.some((word) => name.toLowerCase().includes(word)));
    return { products: words.length > 0 ? fits.slice(0, LONGEST_LIST) : [] };
  });
  route('get', '/products/:id', (world, _request, { id = '' }) => world.product(id));
  route('post', '/orders/:id/:what', (world, request, { id = '', what = '' }) => {
    const write = WRITES[what];
    if (!write) return null;
    const key = String(request.headers['idempotency-key'] ?? '');
    if (faults.takeNoEffect('retail')) return shown(world, world.order(id));
    return shown(world, write(world, id, request.body ?? {}, key));
  });
}
