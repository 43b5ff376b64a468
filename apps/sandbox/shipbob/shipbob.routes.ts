import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import type { ShopOrder, Variant } from '../seed/world.types';
import { atWarehouse, CHANNEL, isOpen, openShipmentId, orderView } from './order.view';
import { failed } from './refusals';
import { timelineOf } from './timeline.view';
import { webhookRoutes } from './webhooks';
import type { Kept, Route } from './wire.types';
import { cancelOrder, updateAddress } from './writes';

const TOKEN = 'sandbox-shipbob-token';
const SCOPES = ['orders_read', 'orders_write', 'inventory_read', 'channels_read', 'webhooks_read', 'webhooks_write'];
const DEFAULT_LIMIT = 50;
const LARGEST = 250;

type Query = Record<string, string | undefined>;

/** "/order/7:cancel" is one word to the router. */
const wordOf = (request: FastifyRequest): string => (request.params as { '*': string })['*'];

const levelView = ({ serial, sku, title, stock }: Variant) => ({
  inventory_id: serial,
  name: title,
  sku,
  total_awaiting_quantity: 0,
  total_backordered_quantity: 0,
  total_committed_quantity: 2,
  total_exception_quantity: 0,
  total_fulfillable_quantity: stock + 2,
  total_internal_transfer_quantity: 0,
  total_on_hand_quantity: stock + 2,
  total_sellable_quantity: stock,
});

function routes(app: FastifyInstance, house: House, kept: Kept): void {
  const { world, faults } = house;
  const route: Route = (method, path, scope, handle) => {
    app[method](`/shipbob/2026-01${path}`, async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${TOKEN}`) return reply.code(401).send();
      if (!kept.scopes.includes(scope)) return failed(reply, 403, `The token lacks ${scope}`);
      const { shipbob_channel_id: channel } = request.headers;
      if (scope === 'orders_write' && channel === undefined) return failed(reply, 400, 'shipbob_channel_id is needed');
      if (channel !== undefined && channel !== String(CHANNEL.id)) return failed(reply, 403, 'no such channel');
      return handle(request, reply);
    });
  };
  const orderOf = (id: string | number): ShopOrder | undefined =>
    world.orders.find((order) => order.id === Number(id) && atWarehouse(order));
  const ofShipment = (id: number): ShopOrder | undefined =>
    world.orders.find(
      (order) => (openShipmentId(order) === id && isOpen(order)) || order.fulfilments.some((one) => one.id === id),
    );

  app.post('/__control/shipbob/settings', async (request) => {
    kept.scopes = ((request.body ?? {}) as { scopes?: string[] }).scopes ?? SCOPES;
    return { scopes: kept.scopes };
  });

  route('get', '/channel', 'channels_read', () => ({
    items: [
      { id: 105_000, name: 'ShipBob default', application_name: 'ShipBob', scopes: ['orders_read'] },
      { ...CHANNEL, application_name: 'Satchel', scopes: kept.scopes },
    ],
    next: null,
    prev: null,
  }));

  route('get', '/order', 'orders_read', (request, reply) => {
    const { Page = '1', Limit = String(DEFAULT_LIMIT), ReferenceIds, IDs, SortOrder } = request.query as Query;
    const [page, limit] = [Number(Page), Number(Limit)];
    if (!(page >= 1) || !(limit >= 1 && limit <= LARGEST)) return failed(reply, 400, 'Page or Limit is out of range');
    const one = (list: string | undefined, value: string) => list === undefined || list.split(',').includes(value);
    const rows = world.orders
      .filter((order) => atWarehouse(order) && one(ReferenceIds, String(order.id)) && one(IDs, String(order.id)))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    if (SortOrder === 'Newest') rows.reverse();
    return rows.slice((page - 1) * limit, page * limit).map((order) => orderView(world, order));
  });

  route('get', '/order/:id', 'orders_read', (request, reply) => {
    const order = orderOf((request.params as { id: string }).id);
    return order ? orderView(world, order) : reply.code(404).send();
  });

  route('get', '/shipment/:id/timeline', 'orders_read', (request, reply) => {
    const id = Number((request.params as { id: string }).id);
    const order = ofShipment(id);
    return order ? timelineOf(world, order, id) : reply.code(404).send();
  });

  route('post', '/order/*', 'orders_write', (request, reply) => {
    const id = /^(\d+):cancel$/.exec(wordOf(request))?.[1];
    const order = id === undefined ? undefined : orderOf(id);
    if (!order) return reply.code(404).send();
    return cancelOrder(world, order, faults.takeNoEffect('shipbob'));
  });

  route('put', '/shipment/*', 'orders_write', (request, reply) => {
    const id = Number(/^(\d+):updateAddress$/.exec(wordOf(request))?.[1]);
    const order = ofShipment(id);
    if (!order) return reply.code(404).send();
    const refusal = faults.takeNoEffect('shipbob')
      ? null
      : updateAddress(world, order, (request.body ?? {}) as Record<string, unknown>);
    if (refusal?.code === 'INVALID_PARAMETER')
      return reply.code(400).send({ code: refusal.code, message: refusal.message });
    return {
      id,
      is_success: refusal === null,
      ...(refusal && { error: { code: refusal.code, message: refusal.message } }),
    };
  });

  route('get', '/inventory-level', 'inventory_read', (request) => {
    const { SearchBy = '', PageSize = String(DEFAULT_LIMIT) } = request.query as Query;
    // A part of it is enough.
    const part = SearchBy.toLowerCase();
    const rows = world.variants.rows.filter(
      (one) => one.sku.toLowerCase().includes(part) || world.productOf(one).title.toLowerCase().includes(part),
    );
    const items = rows.slice(0, Number(PageSize)).map(levelView);
    return { items, first: null, last: null, next: null, prev: null };
  });

  webhookRoutes(route, kept, house.now);
}

/** ShipBob's API 2026-01 at `/shipbob/2026-01`, and `/__control/shipbob/settings {scopes?}`. */
export function shipbob(): SandboxVendor {
  const kept: Kept = { webhooks: [], scopes: SCOPES };
  return {
    id: 'shipbob',
    prefix: '/shipbob',
    routes: (app, house) => routes(app, house, kept),
    throttled: (reply) =>
      failed(reply.header('x-retry-after', '12').header('x-remaining-calls', '0'), 429, 'API calls quota exceeded'),
    broken: (reply) => failed(reply, 500, 'An unexpected error occurred'),
    expired: (reply) => reply.code(401).send(),
    unscoped: (reply) => failed(reply, 403, 'The token lacks a scope'),
    reset() {
      kept.webhooks.length = 0;
      kept.scopes = SCOPES;
    },
  };
}
