import type { FastifyInstance } from 'fastify';
import { orderFacts } from '../control/state';
import { sendPage } from '../desk/desk.routes';
import type { World } from '../seed/world';
import { shopCss, shopHtml } from './page';

/** The demo shop: what it sells, and an order's state for who knows its number and address. */
export function shopRoutes(app: FastifyInstance, world: World): void {
  app.get('/shop', async (request, reply) => {
    const { order: number, email } = request.query as { order?: string; email?: string };
    const order = number ? world.order(number) : undefined;
    const own = order && order.customer.email === email?.trim().toLowerCase() ? order : null;
    const looked = number ? { number, email: email ?? '', order: own ? orderFacts(world, own) : null } : null;
    return sendPage(reply, 'text/html; charset=utf-8', shopHtml(world.products, looked));
  });
  app.get('/shop/shop.css', async (_request, reply) => sendPage(reply, 'text/css; charset=utf-8', shopCss));
}
