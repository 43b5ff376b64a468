import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import { tiers } from '../seed/loyalty';
import { customersOf, customerView } from './customers';
import { byCursor, byPage, type ListQuery } from './paging';
import { SecondCount } from './second-count';
import { smileError } from './smile.errors';
import { defaults, SMILE_KEY, type SmileSettings } from './settings';
import { fulfilmentView, productViews, tierView, transactionView } from './views';
import { addTransaction, purchase, Unprocessable, type TransactionInput } from './writes';

type Query = ListQuery & Record<string, string | undefined>;
type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** Fields that come as something else, or not at all. */
const drifted = ({ vip_tier_id: _, vip_status: __, ...rest }: ReturnType<typeof customerView>) => ({
  ...rest,
  points_balance: String(rest.points_balance),
  referral_url: { href: rest.referral_url },
  vip_status: null,
});

function routes(app: FastifyInstance, house: House, settings: SmileSettings): void {
  const { world, faults } = house;
  const count = new SecondCount();
  const all = () => customersOf(world, settings);
  const memberOf = (id: unknown) => all().find((one) => one.id === Number(id));
  const missing = (reply: FastifyReply, what: string) => smileError(reply, 404, `The ${what} could not be found.`);
  const unreadable = (reply: FastifyReply) => smileError(reply, 400, 'The request could not be understood.');
  const lists = (reply: FastifyReply, name: string, rows: readonly object[], query: Query) => {
    const page = byCursor(rows, query);
    return page ? { [name]: page.rows, metadata: page.metadata } : unreadable(reply);
  };
  const since = <T extends { updated_at: string }>(rows: T[], { updated_at_min: from }: Query): T[] =>
    from ? rows.filter((row) => row.updated_at >= from) : rows;

  const route = (method: 'get' | 'post', path: string, scope: string, handle: Handler): void => {
    app[method](`/smile/v1${path}`, async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${SMILE_KEY}`)
        return smileError(reply, 401, 'The access token is invalid.');
      if (!settings.plan) return smileError(reply, 401, 'The plan of this account does not include the API.');
      if (settings.scopes && !settings.scopes.includes(scope))
        return smileError(reply, 403, `The access token lacks the scope ${scope}.`);
      if (settings.perSecond !== null && !count.take(settings.perSecond))
        return smileError(reply, 429, 'Rate limit exceeded.');
      return handle(request, reply);
    });
  };

  app.post('/__control/smile/settings', async (request) => Object.assign(settings, defaults(), request.body ?? {}));

  route('get', '/customers', 'customer:read', (request, reply) => {
    const query = request.query as Query;
    const { email, state, include = '' } = query;
    const rows = all()
      .filter((one) => email === undefined || one.customer.email === email)
      .filter((one) => state === undefined || one.state === state)
      .map((one) => customerView(one, include))
      .map((one) => (faults.takeDrift('smile') ? drifted(one) : one));
    return lists(reply, 'customers', since(rows, query), query);
  });

  route('get', '/customers/:id', 'customer:read', (request, reply) => {
    const found = memberOf((request.params as { id: string }).id);
    const { include = '' } = request.query as Query;
    return found ? { customer: customerView(found, include) } : missing(reply, 'customer');
  });

  route('get', '/points_transactions', 'points_transaction:read', (request, reply) => {
    const query = request.query as Query;
    const rows = all()
      .filter((one) => query.customer_id === undefined || one.id === Number(query.customer_id))
      .flatMap(({ member }) => member?.history ?? [])
      .sort((one, other) => other.at.getTime() - one.at.getTime() || other.id - one.id)
      .map(transactionView);
    return lists(reply, 'points_transactions', since(rows, query), query);
  });

  route('get', '/points_transactions/:id', 'points_transaction:read', (request, reply) => {
    const { id } = request.params as { id: string };
    const entry = all()
      .flatMap(({ member }) => member?.history ?? [])
      .find((one) => one.id === Number(id));
    return entry ? { points_transaction: transactionView(entry) } : missing(reply, 'points transaction');
  });

  route('post', '/points_transactions', 'points_transaction:write', (request, reply) => {
    const { points_transaction: input } = (request.body ?? {}) as {
      points_transaction?: TransactionInput & { customer_id?: unknown };
    };
    if (!input) return unreadable(reply);
    const member = memberOf(input.customer_id)?.member;
    if (!member) return missing(reply, 'customer');
    if (faults.takeNoEffect('smile')) {
      const at = house.now();
      const never = { id: 1, memberId: member.id, orderNumber: null, at, kind: 'grant' as const };
      const { points_change: points, description: note, internal_note: key } = input;
      return reply.code(201).send({
        points_transaction: transactionView({
          ...never,
          points: Number(points),
          note: String(note),
          key: String(key),
        }),
      });
    }
    const entry = addTransaction(world, member, input);
    if (entry instanceof Unprocessable) return smileError(reply, entry.status, entry.message);
    return reply.code(201).send({ points_transaction: transactionView(entry) });
  });

  route('get', '/points_products', 'points_product:read', (request, reply) => {
    const query = request.query as Query;
    const rows = productViews().filter((one) => !query.exchange_type || one.exchange_type === query.exchange_type);
    const page = byPage(rows, query);
    return page ? { points_products: page } : unreadable(reply);
  });

  route('get', '/points_products/:id', 'points_product:read', (request, reply) => {
    const { id } = request.params as { id: string };
    const found = productViews().find((one) => one.id === Number(id));
    return found ? { points_product: found } : missing(reply, 'points product');
  });

  route('post', '/points_products/:id/purchase', 'points_purchase:write', (request, reply) => {
    const { id } = request.params as { id: string };
    const { customer_id, points_to_spend } = (request.body ?? {}) as Record<string, unknown>;
    const member = memberOf(customer_id)?.member;
    if (!member) return missing(reply, 'customer');
    if (faults.takeNoEffect('smile')) return reply.code(201).send({ points_purchase: {} });
    const made = purchase(world, member, id, points_to_spend);
    if (made instanceof Unprocessable) return smileError(reply, made.status, made.message);
    return reply.code(201).send({
      points_purchase: {
        id: made.id + 1,
        customer_id: member.id,
        points_product_id: Number(id),
        points_spent: made.points,
        reward_fulfillment: fulfilmentView(made),
        created_at: made.at.toISOString(),
        updated_at: made.at.toISOString(),
      },
    });
  });

  route('get', '/reward_fulfillments', 'reward_fulfillment:read', (request, reply) => {
    const query = request.query as Query;
    const rows = world.redemptions.rows
      .filter((one) => query.customer_id === undefined || one.memberId === Number(query.customer_id))
      .map(fulfilmentView)
      .filter((one) => !query.usage_status || one.usage_status === query.usage_status)
      .sort((one, other) => other.id - one.id);
    return lists(reply, 'reward_fulfillments', since(rows, query), query);
  });

  route('get', '/vip_tiers', 'vip_tier:read', (request) => {
    const { include = '' } = request.query as Query;
    return { vip_tiers: tiers.map((tier) => tierView(tier, include)) };
  });

  route('get', '/points_settings', 'points_settings:read', () => ({
    points_settings: { points_label: settings.label },
  }));
}

/** Smile.io's REST API v1 at `/smile/v1`, and `/__control/smile/settings`. */
export function smile(): SandboxVendor {
  const settings = defaults();
  return {
    id: 'smile',
    prefix: '/smile',
    routes: (app, house) => routes(app, house, settings),
    throttled: (reply) => smileError(reply, 429, 'Rate limit exceeded.'),
    broken: (reply) => smileError(reply, 500, 'Something went wrong on our end.'),
    expired: (reply) => smileError(reply, 401, 'The access token is invalid.'),
    unscoped: (reply) => smileError(reply, 403, 'The access token lacks a scope.'),
    reset: () => void Object.assign(settings, defaults()),
  };
}
