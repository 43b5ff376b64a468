import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import { SHOP } from '../seed/world';
import type { Call, Endpoint } from './endpoint.types';
import { endpointsOf } from './endpoints';
import { orderView } from './order.view';
import { Pusher } from './push';
import { customerView, productView } from './shop.view';
import { ShopState, type Settings } from './state';
import { CONSUMER_KEY, CONSUMER_SECRET, fieldsOf, PREFIX, Refusal, type Fields, type Query } from './wire';
import { Writes } from './writes';

const BASIC = `Basic ${Buffer.from(`${CONSUMER_KEY}:${CONSUMER_SECRET}`).toString('base64')}`;
const API = '/wp-json/wc/v3/';
const HTML = '<!DOCTYPE html><html><body><h1>Not Found</h1></body></html>';

const noRoute = () => new Refusal(404, 'rest_no_route', 'No route was found matching the URL and request method.');
const refuse = (reply: FastifyReply, refusal: Refusal): FastifyReply => reply.code(refusal.status).send(refusal.body());
const badKey = (message: string) => new Refusal(401, 'woocommerce_rest_authentication_error', message);
const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(':id', '(\\d+)')}$`);

/** WooCommerce's REST API v3: one WordPress site at `/woocommerce`. */
export function woocommerce(): SandboxVendor {
  const state = new ShopState();
  const pusher = new Pusher(state);
  return {
    id: 'woocommerce',
    prefix: PREFIX,
    routes: (app, house) => new Site(app, house, state, pusher),
    // WooCommerce itself counts no requests; a host before it does.
    throttled: (reply) =>
      reply.code(429).header('retry-after', '2').type('text/html').send('<h1>Too Many Requests</h1>'),
    broken: (reply) => refuse(reply, new Refusal(500, 'internal_server_error', 'There has been a critical error.')),
    expired: (reply) => refuse(reply, badKey('Consumer key is invalid.')),
    unscoped: (reply) =>
      refuse(reply, new Refusal(403, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.')),
    reset: () => {
      state.reset();
      pusher.reset();
    },
  };
}

class Site {
  private readonly endpoints: (Endpoint & { pattern: RegExp })[];

  constructor(
    app: FastifyInstance,
    private readonly house: House,
    private readonly state: ShopState,
    pusher: Pusher,
  ) {
    const { world } = house;
    const all = endpointsOf({ state, world, pusher, writes: new Writes(state, world) });
    this.endpoints = all.map((one) => ({ ...one, pattern: patternOf(one.path) }));
    for (const url of [PREFIX, `${PREFIX}/`, `${PREFIX}/*`])
      app.route({
        method: ['GET', 'POST', 'PUT', 'DELETE'],
        url,
        handler: async (request, reply) => this.answer(request, reply),
      });
    app.post('/__control/woocommerce/settings', async (request) =>
      Object.assign(state.settings, request.body as Partial<Settings>),
    );
    app.get('/__control/woocommerce', async () => ({
      webhooks: state.webhooks,
      deliveries: pusher.deliveries,
      settings: state.settings,
    }));
    const verbOf = (verb: string): string => (verb === 'created' ? 'created' : 'updated');
    world.changes.on('order', ({ record, verb }) =>
      pusher.tell(`order.${verbOf(verb)}`, () => orderView(state, world, record)),
    );
    world.changes.on('customer', ({ record, verb }) =>
      pusher.tell(`customer.${verbOf(verb)}`, () => customerView(record)),
    );
    world.changes.on('product', ({ record, verb }) =>
      pusher.tell(`product.${verbOf(verb)}`, () => productView(record)),
    );
  }

  private answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { site } = this.state.settings;
    const [address = '/'] = request.url.slice(PREFIX.length).split('?');
    const query = request.query as Query;
    const html = (status: number) => reply.code(status).type('text/html').send(HTML);
    if (site === 'no_wordpress') return html(404);
    if (site === 'moved') return reply.code(301).header('location', `https://www.fernhill.example${address}`).send('');
    if (site === 'plain_permalinks' && query.rest_route === undefined) return html(404);
    if (site === 'rest_off')
      return refuse(reply, new Refusal(401, 'rest_not_logged_in', 'You are not currently logged in.'));
    if (address === '/wp-json/' || query.rest_route === '/') return reply.send(this.index());
    if (!address.startsWith('/wp-json/')) return html(address === '/' ? 200 : 404);
    if (!address.startsWith(API) || site === 'no_woocommerce') return refuse(reply, noRoute());
    try {
      this.admit(request, query);
      return this.send(request, reply, address.slice(API.length), query);
    } catch (error) {
      if (error instanceof Refusal) return refuse(reply, error);
      throw error;
    }
  }

  private index(): Fields {
    const woo = this.state.settings.site === 'no_woocommerce' ? [] : ['wc/v1', 'wc/v2', 'wc/v3', 'wc-analytics'];
    return {
      name: SHOP.name,
      description: '',
      url: 'https://fernhill.example',
      home: 'https://fernhill.example',
      gmt_offset: '1',
      timezone_string: 'Europe/Amsterdam',
      namespaces: ['oembed/1.0', 'wp/v2', ...woo],
      authentication: {},
      routes: {},
    };
  }

  private admit(request: FastifyRequest, query: Query): void {
    const { permissions, dropsAuthorization } = this.state.settings;
    const { consumer_key: key, consumer_secret: secret } = query;
    const header = dropsAuthorization ? undefined : request.headers.authorization;
    const basic = Buffer.from((header ?? '').replace(/^Basic /, ''), 'base64')
      .toString()
      .split(':')[0];
    const known = key === undefined ? basic === CONSUMER_KEY : key === CONSUMER_KEY;
    // An unknown key is nobody, and nobody may see this.
    if (!known) throw new Refusal(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
    const right = key === undefined ? header === BASIC : secret === CONSUMER_SECRET;
    if (!right) throw badKey('Consumer secret is invalid.');
    const needed = request.method === 'GET' ? 'read' : 'write';
    if (permissions !== 'read_write' && permissions !== needed)
      throw badKey(`The API key provided does not have ${needed} permissions.`);
  }

  private send(request: FastifyRequest, reply: FastifyReply, path: string, query: Query): FastifyReply {
    const endpoint = this.endpoints.find((one) => one.method === request.method && one.pattern.test(path));
    if (!endpoint) throw noRoute();
    if (endpoint.managers && !this.state.settings.manager)
      throw new Refusal(403, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
    const ids = (endpoint.pattern.exec(path) ?? []).slice(1).map(Number);
    const call: Call = { ids, query, body: fieldsOf(request.body) };
    const writes = request.method !== 'GET' && !path.endsWith('/batch');
    // Answered as done: what was asked for comes back, and nothing happened.
    if (writes && this.house.faults.takeNoEffect('woocommerce')) return reply.send({ id: 424_242, ...call.body });
    const answer = endpoint.answer(call);
    if (Array.isArray(answer)) return reply.send(answer);
    if (isListed(answer)) return reply.headers(answer.headers).send(answer.rows.map((row) => this.drifted(row, path)));
    if ('created' in answer) return reply.code(201).send(answer.created);
    return reply.send(this.drifted(answer, path));
  }

  /** A plug-in that renames and retypes what is in an order. */
  private drifted(row: Fields, path: string): Fields {
    if (!/^orders(\/\d+)?$/.test(path) || !this.house.faults.takeDrift('woocommerce')) return row;
    const { status, total, line_items: lines } = row;
    const drifted: Fields = {
      ...row,
      state: status,
      total: Number(total),
      line_items: { first: lines },
      billing: null,
    };
    for (const name of ['status', 'refunds', 'meta_data']) delete drifted[name];
    return drifted;
  }
}

const isListed = (answer: object): answer is { rows: Fields[]; headers: Record<string, string> } =>
  'rows' in answer && 'headers' in answer;
