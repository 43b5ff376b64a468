import type { World } from '../seed/world';
import type { ShopOrder } from '../seed/world.types';
import { Collection } from './collections';
import { customerView } from './customer.view';
import { listed, matching, type Query } from './lists';
import type { OrderChanges } from './order.changes';
import { orderNumber, orderView } from './order.view';
import { creditView, eventViews, invoiceView, itemViews, lineViews, returnView, shipmentViews } from './parts.view';
import { catalogView, discountView, productId, productView, variantView } from './product.view';
import { accountView, companyView, languageViews, limitsView, ratelimitView, shopView } from './shop.view';
import type { Kept, ShopState } from './state';
import type { Windows } from './windows';
import { language, Refusal, type Fields, type Links } from './wire';

export interface Call {
  ids: number[];
  query: Query;
  body: Fields;
  links: Links;
}
export interface Endpoint {
  method: string;
  /** Path below the language, without ".json"; `:id` is a number. */
  path: string;
  group: 'orders' | 'customers' | 'products' | 'settings' | null;
  /** Something happens in the shop: faults of changes hit these. */
  changes?: boolean;
  answer(call: Call): Fields | Promise<Fields>;
}

export interface Parts {
  state: ShopState;
  world: World;
  windows: Windows;
  changes: OrderChanges;
  now: () => Date;
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** Everything that this Lightspeed answers. */
export function endpointsOf(parts: Parts): Endpoint[] {
  const all: Endpoint[] = [];
  const get = (path: string, group: Endpoint['group'], answer: Endpoint['answer']) =>
    void all.push({ method: 'GET', path, group, answer });
  shopEndpoints(parts, get);
  orderEndpoints(parts, get);
  partEndpoints(parts, get);
  catalogEndpoints(parts, get);
  writeEndpoints(parts, all);
  keptEndpoints(parts, all);
  return all;
}

type Get = (path: string, group: Endpoint['group'], answer: Endpoint['answer']) => void;

function shopEndpoints({ state, windows }: Parts, get: Get): void {
  get('account', null, ({ links }) => ({ account: accountView(links) }));
  get('account/permissions', null, () => ({ accountPermissions: state.settings.permissions }));
  get('account/ratelimit', null, () => ({ accountRatelimit: ratelimitView(windows, state) }));
  get('shop', 'settings', ({ links }) => ({ shop: shopView(state, links) }));
  get('shop/company', 'settings', () => ({ shopCompany: companyView() }));
  get('shop/limits', 'settings', () => ({ shopLimits: limitsView(state) }));
  get('languages', 'settings', ({ query }) => ({ languages: listed(languageViews(state), query) }));
}

export function orderOf(state: ShopState, id: number | undefined): ShopOrder {
  const order = state.order(id ?? 0);
  if (!order) throw new Refusal(404, 'Order not found.');
  return order;
}

function orderEndpoints({ state }: Parts, get: Get): void {
  const found = ({ query, links }: Call): Fields[] => {
    const number = query.number?.toUpperCase();
    const orders = state
      .orders()
      .filter((order) => number === undefined || orderNumber(order) === number)
      .filter(
        (order) =>
          query.customer === undefined ||
          (!state.isGuest(order) && String(state.customerId(order.customer)) === query.customer),
      );
    return orders.map((order) => orderView(state, order, links));
  };
  get('orders', 'orders', (call) => ({ orders: listed(found(call), call.query) }));
  get('orders/count', 'orders', (call) => ({ count: matching(found(call), call.query).length }));
  get('orders/events', 'orders', ({ query, links }) => {
    const orders = query.order ? [orderOf(state, Number(query.order))] : state.orders();
    return {
      orderEvents: listed(
        orders.flatMap((order) => eventViews(state, order, links)),
        query,
      ),
    };
  });
  get('orders/:id', 'orders', ({ ids, links }) => ({
    order: orderView(state, orderOf(state, ids[0]), links, state.settings.embed),
  }));
  get('orders/:id/products', 'orders', ({ ids, links, query }) => ({
    orderProducts: listed(lineViews(state, orderOf(state, ids[0]), links), query),
  }));
}

function partEndpoints({ state, world }: Parts, get: Get): void {
  const ordersFor = (query: Query): ShopOrder[] =>
    query.order ? [state.order(Number(query.order))].filter((one) => one !== undefined) : state.orders();
  const invoices = (query: Query, links: Links): Fields[] =>
    ordersFor(query).flatMap((order) => [
      invoiceView(state, order, links),
      ...state.creditsOf(order).map((one) => creditView(one, order, state, links)),
    ]);
  const credit = (id: number | undefined) => state.credits.find((one) => one.id === id);
  get('invoices', 'orders', ({ query, links }) => ({ invoices: listed(invoices(query, links), query) }));
  get('invoices/:id', 'orders', ({ ids, links }) => {
    const invoice = invoices({}, links).find((one) => one.id === ids[0]);
    if (!invoice) throw new Refusal(404, 'Invoice not found.');
    return { invoice };
  });
  get('invoices/:id/items', 'orders', ({ ids, query }) => {
    const note = credit(ids[0]);
    return { invoiceItems: note ? listed(itemViews(note, orderOf(state, note.orderId)), query) : [] };
  });
  get('shipments', 'orders', ({ query, links }) => ({
    shipments: listed(
      ordersFor(query).flatMap((order) => shipmentViews(state, order, links)),
      query,
    ),
  }));
  // No filter by order: nobody has seen one.
  get('returns', 'orders', ({ query }) => {
    const there = world.returns.rows.filter((one) => one.status !== 'declined' && one.status !== 'cancelled');
    return {
      returns: listed(
        there.map((one) => returnView(state, one)),
        query,
      ),
    };
  });
}

function catalogEndpoints({ state, world }: Parts, get: Get): void {
  const customers = ({ query, links }: Call): Fields[] => {
    const email = query.email?.toLowerCase();
    return world.customers
      .filter((one) => email === undefined || one.email === email)
      .map((one) => customerView(state, one, links));
  };
  get('customers', 'customers', (call) => ({ customers: listed(customers(call), call.query) }));
  get('customers/count', 'customers', (call) => ({ count: matching(customers(call), call.query).length }));
  get('customers/:id', 'customers', ({ ids, links }) => {
    const customer = world.customers.find((one) => state.customerId(one) === ids[0]);
    if (!customer) throw new Refusal(404, 'Customer not found.');
    return { customer: customerView(state, customer, links) };
  });
  const products = (links: Links) => world.products.map((one) => productView(one, links));
  get('products', 'products', ({ query, links }) => ({ products: listed(products(links), query) }));
  get('products/count', 'products', ({ query, links }) => ({ count: matching(products(links), query).length }));
  get('catalog', 'products', ({ query, links }) => ({
    products: listed(
      world.products.map((one) => catalogView(one, links)),
      query,
    ),
  }));
  get('catalog/:id', 'products', ({ ids, links }) => {
    const product = world.products.find((one) => productId(one) === ids[0]);
    if (!product) throw new Refusal(404, 'Product not found.');
    return { product: catalogView(product, links) };
  });
  get('variants', 'products', ({ query, links }) => {
    const asked = world.products.filter((one) => !query.product || String(productId(one)) === query.product);
    return {
      variants: listed(
        asked.flatMap((one) => one.variants.map((each, at) => variantView(each, at, one, links))),
        query,
      ),
    };
  });
  get('discounts', 'orders', ({ query }) => ({ discounts: listed(world.discounts.rows.map(discountView), query) }));
}

function writeEndpoints({ state, changes }: Parts, all: Endpoint[]): void {
  const write = (method: string, path: string, answer: Endpoint['answer']) =>
    void all.push({ method, path, group: 'orders', changes: true, answer });
  write('PUT', 'orders/:id', ({ ids, body, links }) => {
    const order = orderOf(state, ids[0]);
    changes.put(order, fieldsOf(body.order));
    return { order: orderView(state, order, links) };
  });
  write('POST', 'orders/:id/credit', ({ ids, body, links }) => {
    const order = orderOf(state, ids[0]);
    return { invoice: creditView(changes.credit(order, fieldsOf(body.credit)), order, state, links) };
  });
  write('POST', 'returns', ({ body }) => {
    if (!state.settings.returns) throw new Refusal(404, 'Resource not found.');
    return { return: returnView(state, changes.return(fieldsOf(body.return))) };
  });
  write('POST', 'discounts', ({ body }) => ({ discount: discountView(changes.discount(fieldsOf(body.discount))) }));
}

/** Lists of what the shop keeps as it was sent. */
function keptEndpoints({ state, now }: Parts, all: Endpoint[]): void {
  const metafields = (orderId: number): Kept[] => {
    const found = state.metafields.get(orderId) ?? [];
    state.metafields.set(orderId, found);
    return found;
  };
  const crud = (
    path: string,
    group: Endpoint['group'],
    one: string,
    many: string,
    of: (ids: number[]) => Collection,
  ) => {
    const last = ({ ids }: Call): number => ids.at(-1) ?? 0;
    const add = (method: string, at: string, answer: Endpoint['answer']) =>
      void all.push({ method, path: at, group, answer });
    add('GET', path, ({ ids, query }) => ({ [many]: listed(of(ids).all(), query) }));
    add('POST', path, ({ ids, body }) => ({ [one]: of(ids).add(fieldsOf(body[one])) }));
    add('GET', `${path}/:id`, (call) => ({ [one]: of(call.ids).get(last(call)) }));
    add('PUT', `${path}/:id`, (call) => ({ [one]: of(call.ids).change(last(call), fieldsOf(call.body[one])) }));
    add('DELETE', `${path}/:id`, (call) => {
      of(call.ids).remove(last(call));
      return {};
    });
  };
  const webhooks = new Collection(
    state,
    () => state.webhooks,
    now,
    (hook) => {
      if (!/^https?:\/\//.test(typeof hook.address === 'string' ? hook.address : ''))
        return 'Invalid value for address.';
      if (typeof hook.language === 'string') hook.language = language(hook.language);
      const room = state.settings.maxWebhooks - state.webhooks.length;
      return room <= 0 && hook.id === undefined ? 'The maximum number of webhooks is reached.' : null;
    },
  );
  const scripts = new Collection(
    state,
    () => state.scripts,
    now,
    (script) => (script.url || script.body ? null : 'url or body is required.'),
  );
  const statuses = new Collection(state, () => state.customStatuses, now);
  crud('webhooks', 'settings', 'webhook', 'webhooks', () => webhooks);
  crud('shop/scripts', 'settings', 'shopScript', 'shopScripts', () => scripts);
  crud('orders/customstatuses', 'orders', 'customStatus', 'customStatuses', () => statuses);
  crud('orders/:id/metafields', 'orders', 'orderMetafield', 'orderMetafields', ([id]) => {
    orderOf(state, id);
    return new Collection(state, () => metafields(id ?? 0), now);
  });
}
