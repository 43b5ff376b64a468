import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import { customerView } from './customer.view';
import { endpointsOf, type Endpoint } from './endpoints';
import { OrderChanges } from './order.changes';
import { orderView } from './order.view';
import { creditView, returnView } from './parts.view';
import { productView } from './product.view';
import { Pusher } from './push';
import { ShopState, type Settings } from './state';
import { Windows } from './windows';
import { API_KEY, API_SECRET, Links, PREFIX, Refusal, type Fields } from './wire';

const BASIC = `Basic ${Buffer.from(`${API_KEY}:${API_SECRET}`).toString('base64')}`;
/** As `lose_answer` and `500_after`, of changes alone: a note on an order passes them by. */
const CHANGE_FAULTS = ['lose_change', '500_after_change'] as const;

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  const { method, url } = reply.request;
  const request = url.slice(PREFIX.length);
  return reply.code(status).send({ error: { code: status, method, request, message } });
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(':id', '(\\d+)')}$`);

/** Lightspeed eCom (C-Series): one shop, `/lightspeed/{language}/….json`. */
export function lightspeed(): SandboxVendor {
  let forget = (): void => undefined;
  let limited: (reply: FastifyReply) => FastifyReply = (reply) => refuse(reply, 429, 'Too many requests.');
  return {
    id: 'lightspeed',
    prefix: PREFIX,
    faults: CHANGE_FAULTS,
    routes(app, house) {
      const twin = new Twin(app, house);
      forget = () => twin.reset();
      limited = (reply) => twin.limited(reply);
    },
    throttled: (reply) => limited(reply),
    broken: (reply) => refuse(reply, 500, 'Internal server error.'),
    expired: (reply) => refuse(reply, 401, 'Unauthorized.'),
    unscoped: (reply) => refuse(reply, 403, 'Forbidden.'),
    reset: () => forget(),
  };
}

class Twin {
  private readonly state: ShopState;
  private readonly windows: Windows;
  private readonly pusher: Pusher;
  private readonly endpoints: (Endpoint & { pattern: RegExp })[];

  constructor(
    app: FastifyInstance,
    private readonly house: House,
  ) {
    const { world, now } = house;
    this.state = new ShopState(world, now);
    this.windows = new Windows(now);
    this.pusher = new Pusher(this.state);
    const changes = new OrderChanges(this.state, world, now);
    const all = endpointsOf({ state: this.state, world, windows: this.windows, changes, now });
    // "orders/count" before "orders/:id".
    const plain = (one: Endpoint): number => (one.path.includes(':id') ? 1 : 0);
    this.endpoints = all.sort((a, b) => plain(a) - plain(b)).map((one) => ({ ...one, pattern: patternOf(one.path) }));
    app.route({
      method: ['GET', 'POST', 'PUT', 'DELETE'],
      url: `${PREFIX}/:language/*`,
      handler: (request, reply) => this.answer(request, reply),
    });
    app.post('/__control/lightspeed/settings', async (request) => {
      const { signs, ...settings } = (request.body ?? {}) as Partial<Settings> & { signs?: boolean };
      if (signs !== undefined) this.pusher.signs = signs;
      if (settings.limits) this.windows.reset();
      return Object.assign(this.state.settings, settings);
    });
    app.get('/__control/lightspeed', async () => ({
      webhooks: this.state.webhooks,
      scripts: this.state.scripts,
      deliveries: this.pusher.deliveries,
      memos: Object.fromEntries(this.state.memos),
      metafields: Object.fromEntries(this.state.metafields),
    }));
    this.listen();
  }

  reset(): void {
    this.state.reset();
    this.windows.reset();
    this.pusher.reset();
  }

  limited(reply: FastifyReply): FastifyReply {
    const { limits } = this.state.settings;
    const told = this.windows.headers(limits);
    const left = (told['x-ratelimit-remaining'] ?? '').split('/').slice(1);
    reply.headers({ ...told, 'x-ratelimit-remaining': ['0', ...left].join('/') });
    return refuse(reply, 429, 'Too many requests.');
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { settings } = this.state;
    const { language = '', '*': rest = '' } = request.params as Record<string, string>;
    if (request.headers.authorization !== BASIC) return refuse(reply, 401, 'Unauthorized.');
    const allowed = this.windows.take(settings.limits);
    reply.headers(this.windows.headers(settings.limits));
    if (!allowed) return refuse(reply, 429, 'Too many requests.');
    if (!settings.languages.includes(language)) return refuse(reply, 404, 'Unknown or inactive language.');
    const path = /^(.+)\.json$/.exec(rest)?.[1] ?? '';
    const there = this.endpoints.filter((one) => one.pattern.test(path));
    const endpoint = there.find((one) => one.method === request.method);
    if (!endpoint) return refuse(reply, there.length > 0 ? 405 : 404, 'Resource not found.');
    const right = request.method === 'GET' ? 'read' : 'write';
    if (endpoint.group && !settings.permissions[endpoint.group]?.[right]) return refuse(reply, 403, 'Forbidden.');
    if (this.isNotYet(request.method, path)) return refuse(reply, 404, 'Resource not found.');
    try {
      return await this.send(endpoint, path, request, reply, language);
    } catch (error) {
      if (error instanceof Refusal) return refuse(reply, error.status, error.message);
      throw error;
    }
  }

  private async send(
    endpoint: Endpoint & { pattern: RegExp },
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
    language: string,
  ): Promise<FastifyReply> {
    const { faults, url } = this.house;
    const ids = (endpoint.pattern.exec(path) ?? []).slice(1).map(Number);
    const body = (request.body ?? {}) as Fields;
    const links = new Links(`${url()}${PREFIX}/${language}`);
    const query = request.query as Record<string, string | undefined>;
    // Answered as done: what was asked for comes back, and nothing happened.
    if (endpoint.changes && faults.take('lightspeed', ['no_effect'])) return reply.send(body);
    const answer = await endpoint.answer({ ids, query, body, links });
    const fault = endpoint.changes ? faults.take('lightspeed', CHANGE_FAULTS) : null;
    if (fault?.mode === 'lose_change') {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    if (fault) return refuse(reply, 500, 'Internal server error.');
    return reply.code(request.method === 'POST' ? 201 : 200).send(answer);
  }

  /** Parts of an order that changed are not there for a moment. */
  private isNotYet(method: string, path: string): boolean {
    const { settings } = this.state;
    if (method !== 'GET' || settings.notYet <= 0 || !/^(orders|invoices)\/\d+\/\w+$/.test(path)) return false;
    settings.notYet -= 1;
    return true;
  }

  /** Whatever changes the world, the shop's web hooks hear of it. */
  private listen(): void {
    const { changes } = this.house.world;
    const links = () => new Links(`${this.house.url()}${PREFIX}/nl`);
    const action = (verb: string): string => (verb === 'created' ? 'created' : 'updated');
    changes.on('order', ({ record, verb, at }) => {
      this.pusher.tell('orders', action(verb), () => ({ order: orderView(this.state, record, links()) }));
      this.pusher.tell('invoices', 'created', () => {
        const credit = this.state.creditsOf(record).find((one) => one.createdAt.getTime() === at.getTime());
        return credit ? { invoice: creditView(credit, record, this.state, links()) } : null;
      });
    });
    changes.on('return', ({ record, verb }) => {
      this.pusher.tell('returns', action(verb), () => ({ return: returnView(this.state, record) }));
    });
    changes.on('customer', ({ record, verb }) => {
      this.pusher.tell('customers', action(verb), () => ({ customer: customerView(this.state, record, links()) }));
    });
    changes.on('product', ({ record, verb }) => {
      this.pusher.tell('products', action(verb), () => ({ product: productView(record, links()) }));
    });
  }
}
