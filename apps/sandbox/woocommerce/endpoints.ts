import { longId, shortId } from '../seed/store';
import { SHOP, type World } from '../seed/world';
import type { Customer, Discount, Product, ShopOrder } from '../seed/world.types';
import type { Endpoint } from './endpoint.types';
import { page, type Listed } from './lists';
import { orderView, refundsOf, refundView, statusOf } from './order.view';
import type { Pusher } from './push';
import { couponView, customerView, isVariable, productView, variationId, variationView } from './shop.view';
import { orderId, STATUSES, type Note, type ShopState } from './state';
import { webhookEndpoints } from './webhooks';
import { gmt, Refusal, siteTime, type Fields, type Query } from './wire';
import type { Writes } from './writes';

export interface Parts {
  state: ShopState;
  world: World;
  writes: Writes;
  pusher: Pusher;
}

const gone = (what: string) => new Refusal(404, `woocommerce_rest_${what}_invalid_id`, 'Invalid ID.');

export function endpointsOf({ state, world, writes, pusher }: Parts): Endpoint[] {
  const orderOf = (id: number | undefined): ShopOrder => {
    const order = id === undefined || id === 0 ? undefined : world.orderById(longId(id));
    if (!order) throw gone('shop_order');
    return order;
  };
  const parentOf = (id: number | undefined): ShopOrder => {
    try {
      return orderOf(id);
    } catch {
      throw new Refusal(404, 'woocommerce_rest_order_invalid_id', 'Invalid order ID.');
    }
  };
  const view = (order: ShopOrder): Fields => orderView(state, world, order);
  const noteView = (note: Note): Fields => ({
    id: note.id,
    author: note.author,
    date_created: siteTime(note.at),
    date_created_gmt: gmt(note.at),
    note: note.note,
    customer_note: note.customerNote,
  });

  const orders = (query: Query): Listed => {
    const statuses = (query.status ?? 'any').split(',');
    const found = world.orders.filter(
      (order) =>
        (statuses.includes('any') || statuses.includes(statusOf(state, world, order))) &&
        (query.customer === undefined || (!state.isGuest(order) && String(order.customer.serial) === query.customer)) &&
        (query.search === undefined || searched(order, query.search)),
    );
    return page(found, query, (one) => ({ ...one, id: orderId(one) }), view);
  };

  const products = (query: Query): Fields[] | Listed => {
    const skus = query.sku?.toLowerCase().split(',');
    if (skus) {
      // A variation is found as itself.
      return world.products.flatMap((product) => {
        const own = skus.includes(String(productView(product).sku).toLowerCase()) ? [productView(product)] : [];
        const parts = isVariable(product) ? product.variants : [];
        const fitting = parts.filter((one) => skus.includes(one.sku.toLowerCase()));
        return [...own, ...fitting.map((one) => variationView(product, one))];
      });
    }
    const words = (query.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const told = (one: Product): string => `${one.title} ${one.description}`.toLowerCase();
    const found = world.products.filter((one) => words.every((word) => told(one).includes(word)));
    return page(found, query, (one) => ({ ...one, id: one.serial }), productView);
  };

  const productOf = (id: number | undefined): Product => {
    const found = id === undefined ? undefined : world.productBy('serial', id);
    if (!found) throw gone('product');
    return found;
  };

  const coupons = (query: Query): Listed => {
    const found = world.discounts.rows.filter(
      (one: Discount) => query.code === undefined || one.code.toLowerCase() === query.code.toLowerCase(),
    );
    return page(
      found,
      query,
      (one) => ({ ...one, id: shortId(one.id) }),
      (one) => couponView(state, one),
    );
  };

  const customers = (query: Query): Listed => {
    const found = world.customers.filter(
      (one: Customer) => query.email === undefined || one.email === query.email.toLowerCase(),
    );
    return page(found, query, (one) => ({ ...one, id: one.serial }), customerView);
  };

  return [
    { method: 'GET', path: 'orders', answer: ({ query }) => orders(query) },
    { method: 'POST', path: 'orders/batch', answer: () => ({}) },
    { method: 'GET', path: 'orders/:id', answer: ({ ids }) => view(orderOf(ids[0])) },
    {
      method: 'PUT',
      path: 'orders/:id',
      answer: ({ ids, body }) => {
        const order = orderOf(ids[0]);
        writes.updateOrder(order, body);
        return view(order);
      },
    },
    {
      method: 'GET',
      path: 'orders/:id/refunds',
      answer: ({ ids, query }) => {
        const facts = (one: ReturnType<typeof refundsOf>[number]) => ({ ...one, id: shortId(one.id) });
        return page(refundsOf(parentOf(ids[0])), query, facts, (one) => refundView(state, one));
      },
    },
    {
      method: 'POST',
      path: 'orders/:id/refunds',
      answer: ({ ids, body }) => ({ created: refundView(state, writes.createRefund(parentOf(ids[0]), body)) }),
    },
    {
      method: 'GET',
      path: 'orders/:id/notes',
      answer: ({ ids }) => (state.notes.get(parentOf(ids[0]).id) ?? []).map(noteView).reverse(),
    },
    {
      method: 'POST',
      path: 'orders/:id/notes',
      answer: ({ ids, body }) => ({ created: noteView(writes.addNote(parentOf(ids[0]), body)) }),
    },
    { method: 'GET', path: 'customers', answer: ({ query }) => customers(query) },
    {
      method: 'GET',
      path: 'customers/:id',
      answer: ({ ids }) => {
        const found = world.customerBySerial(ids[0] ?? 0);
        if (!found) throw new Refusal(404, 'woocommerce_rest_invalid_id', 'Invalid resource ID.');
        return customerView(found);
      },
    },
    { method: 'GET', path: 'products', answer: ({ query }) => products(query) },
    { method: 'GET', path: 'products/:id', answer: ({ ids }) => productView(productOf(ids[0])) },
    {
      method: 'GET',
      path: 'products/:id/variations',
      answer: ({ ids, query }) => {
        const product = productOf(ids[0]);
        const rows = isVariable(product) ? product.variants : [];
        const facts = (one: Product['variants'][number]) => ({
          ...one,
          id: variationId(one),
          createdAt: one.updatedAt,
        });
        return page(rows, query, facts, (one) => variationView(product, one));
      },
    },
    { method: 'GET', path: 'coupons', answer: ({ query }) => coupons(query) },
    { method: 'POST', path: 'coupons/batch', answer: () => ({}) },
    {
      method: 'POST',
      path: 'coupons',
      answer: ({ body }) => ({ created: couponView(state, writes.createCoupon(body)) }),
    },
    {
      method: 'GET',
      path: 'reports/orders/totals',
      managers: true,
      answer: () => {
        const totals = new Map<string, number>();
        for (const order of world.orders) {
          const status = statusOf(state, world, order);
          totals.set(status, (totals.get(status) ?? 0) + 1);
        }
        return Object.entries(STATUSES).map(([slug, name]) => ({ slug, name, total: totals.get(slug) ?? 0 }));
      },
    },
    {
      method: 'GET',
      path: 'data/currencies/current',
      managers: true,
      answer: () => ({ code: SHOP.currency, name: 'Euro', symbol: '&euro;' }),
    },
    ...webhookEndpoints(state, pusher, () => world.now()),
  ];
}

/** Whatever has the words anywhere: number, name, address, mail, goods. */
function searched(order: ShopOrder, typed: string): boolean {
  const { billingAddress: bill, shippingAddress: ship, customer } = order;
  const told = [
    String(orderId(order)),
    String(order.number),
    customer.email,
    ...[bill, ship].flatMap((one) => [one.firstName, one.lastName, one.address1, one.zip, one.city, one.phone]),
    ...order.lines.map((line) => line.product.title),
  ];
  const word = typed.trim().toLowerCase();
  return word !== '' && told.some((one) => one?.toLowerCase().includes(word));
}
