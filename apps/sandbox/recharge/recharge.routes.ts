import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import type { Charge, Subscription } from '../seed/world.types';
import { page, type ListQuery } from './lists';
import { failed, refused, Unprocessable } from './refusals';
import { chargeView, customerView, subscriptionView } from './views';
import { webhookRoutes } from './webhooks';
import type { Kept, Route, Scope } from './wire.types';
import { activate, cancel, setDate, skip, unskip, update } from './writes';

const TOKEN = 'sandbox-recharge-token';
const VERSION = '2021-11';

type Query = ListQuery & Record<string, string | undefined>;
const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
const bodyOf = (request: FastifyRequest) => (request.body ?? {}) as Record<string, unknown>;

function routes(app: FastifyInstance, house: House, kept: Kept): void {
  const { world, faults } = house;
  const route: Route = (method, path, scope, handle) => {
    app[method](`/recharge${path}`, async (request, reply) => {
      if (request.headers['x-recharge-access-token'] !== TOKEN) return failed(reply, 401, 'bad authentication');
      if (request.headers['x-recharge-version'] !== VERSION)
        return failed(reply, 400, 'this version is not spoken here');
      if (scope && kept.scopes && !kept.scopes.includes(scope)) return failed(reply, 403, `the token lacks ${scope}`);
      return handle(request, reply);
    });
  };
  const list = (reply: FastifyReply, name: string, rows: readonly object[], query: Query) => {
    const found = page(rows, query);
    if (found instanceof Unprocessable) return refused(reply, found);
    const { rows: shown, ...cursors } = found;
    return { ...cursors, [name]: shown };
  };
  const view = (one: Subscription) => subscriptionView(one, kept.comments.get(one.id) ?? null);

  app.post('/__control/recharge/settings', async (request) => {
    kept.scopes = (bodyOf(request).scopes as Scope[] | undefined) ?? null;
    return { scopes: kept.scopes };
  });

  route('get', '/customers', 'read_customers', (request, reply) => {
    const query = request.query as Query;
    const rows = world.customers.filter((one) => query.email === undefined || one.email === query.email);
    return list(reply, 'customers', rows.map(customerView), query);
  });

  route('get', '/subscriptions', 'read_subscriptions', (request, reply) => {
    const query = request.query as Query;
    const rows = world.subscriptions.rows
      .filter((one) => query.customer_id === undefined || one.customer.id === Number(query.customer_id))
      .map(view)
      .filter((one) => query.status === undefined || one.status === query.status);
    return list(reply, 'subscriptions', rows, query);
  });

  route('get', '/charges', 'read_orders', (request, reply) => {
    const query = request.query as Query;
    const rows = world.charges.rows
      .filter((one) => world.subscriptions.get(one.subscriptionId)?.charges.includes(one))
      .map((one) => chargeView(world, one))
      .filter((one) => query.customer_id === undefined || one.customer_id === Number(query.customer_id))
      .filter((one) => query.status === undefined || one.status === query.status)
      .sort((one, other) => (one.scheduled_at ?? '').localeCompare(other.scheduled_at ?? ''));
    return list(reply, 'charges', query.sort_by === 'scheduled_at-asc' ? rows : rows.reverse(), query);
  });

  route('get', '/subscriptions/:id', 'read_subscriptions', (request, reply) => {
    const found = world.subscriptions.get(idOf(request));
    return found ? { subscription: view(found) } : failed(reply, 404, 'Not Found');
  });

  const change = (
    method: 'post' | 'put',
    path: string,
    make: (one: Subscription, body: Record<string, unknown>) => Subscription | Unprocessable,
  ) =>
    route(method, `/subscriptions/:id${path}`, 'write_subscriptions', (request, reply) => {
      const found = world.subscriptions.get(idOf(request));
      if (!found) return failed(reply, 404, 'Not Found');
      if (faults.takeNoEffect('recharge')) return { subscription: view(found) };
      const made = make(found, bodyOf(request));
      return made instanceof Unprocessable ? refused(reply, made) : { subscription: view(made) };
    });
  change('put', '', (one, body) => update(world, one, body));
  change('post', '/set_next_charge_date', (one, { date }) => setDate(world, one, date));
  change('post', '/activate', (one) => activate(world, one));
  change('post', '/cancel', (one, body) => {
    const { cancellation_reason: reason, cancellation_reason_comments: comments } = body;
    if (typeof reason !== 'string' || !reason) return new Unprocessable({ cancellation_reason: ['is required'] });
    const made = cancel(world, one, reason, typeof comments === 'string' ? comments : null);
    if (!(made instanceof Unprocessable) && typeof comments === 'string') kept.comments.set(one.id, comments);
    return made;
  });

  const charge = (path: string, make: (one: Charge, items: unknown) => Charge | Unprocessable) =>
    route('post', `/charges/:id/${path}`, 'write_orders', (request, reply) => {
      const found = world.charges.get(idOf(request));
      if (!found) return failed(reply, 404, 'Not Found');
      if (faults.takeNoEffect('recharge')) return { charge: chargeView(world, found) };
      const made = make(found, bodyOf(request).purchase_item_ids);
      return made instanceof Unprocessable ? refused(reply, made) : { charge: chargeView(world, made) };
    });
  charge('skip', (one, items) => skip(world, one, items));
  charge('unskip', (one, items) => unskip(world, one, items));

  webhookRoutes(route, kept, house.now);
}

/** Recharge's API 2021-11 at `/recharge`, and `/__control/recharge/settings {scopes?}`. */
export function recharge(): SandboxVendor {
  const kept: Kept = { comments: new Map(), webhooks: [], scopes: null };
  return {
    id: 'recharge',
    prefix: '/recharge',
    routes: (app, house) => routes(app, house, kept),
    throttled: (reply) => failed(reply.header('retry-after', '2'), 429, 'too many requests'),
    broken: (reply) => failed(reply, 500, 'internal server error'),
    expired: (reply) => failed(reply, 401, 'bad authentication'),
    unscoped: (reply) => failed(reply, 403, 'the token lacks a scope'),
    reset() {
      kept.comments.clear();
      kept.webhooks.length = 0;
      kept.scopes = null;
    },
  };
}
