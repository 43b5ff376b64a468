import type { FastifyInstance } from 'fastify';
import { orderFacts } from '../control/state';
import { sendPage } from '../desk/desk.routes';
import { personaList, strangerFacts } from '../desk/personas';
import type { World } from '../seed/world';
import { policyWith, scriptTag, type ChatWidget } from './chat-widget';
import { shopCss, shopHtml } from './page';

/** What the shop is known for; the rest of the catalogue is the vendors' to tell. */
const ON_FRONT_PAGE = 15;

const shown = (chat: ChatWidget) => {
  const settings = chat.settings();
  return settings ? { scriptUrl: settings.scriptUrl, key: settings.key, signs: settings.secret !== null } : {};
};

/** The demo shop: what it sells, and an order's state for who knows its number and address. */
export function shopRoutes(app: FastifyInstance, world: World, chat: ChatWidget): void {
  app.get('/shop', async (request, reply) => {
    const { order: number, email, as = '' } = request.query as { order?: string; email?: string; as?: string };
    const order = number ? world.order(number) : undefined;
    const own = order && order.customer.email === email?.trim().toLowerCase() ? order : null;
    const looked = number ? { number, email: email ?? '', order: own ? orderFacts(world, own) : null } : null;
    const people = personaList(world);
    const visitor = people.find((one) => one.email === as.toLowerCase()) ?? (as ? strangerFacts(world, as) : null);
    const page = shopHtml(world.products.slice(0, ON_FRONT_PAGE), looked, {
      people,
      visitor,
      script: scriptTag(chat, visitor),
    });
    return sendPage(reply, 'text/html; charset=utf-8', page, policyWith(chat.settings()));
  });
  app.get('/__control/widget', async () => shown(chat));

  /** `{scriptUrl, key, secret?}` puts the chat on the page; `{}` takes it off. */
  app.post('/__control/widget', async (request, reply) => {
    const { scriptUrl, key, secret } = (request.body ?? {}) as { scriptUrl?: string; key?: string; secret?: string };
    if (!scriptUrl && !key) chat.set(null);
    else if (!scriptUrl || !key || !/^https?:\/\/[^\s'";,]+$/.test(scriptUrl))
      return reply.code(400).send({ error: 'scriptUrl is a whole address, key a text' });
    else chat.set({ scriptUrl, key, secret: secret ?? null });
    return shown(chat);
  });

  app.get('/shop/shop.css', async (_request, reply) => sendPage(reply, 'text/css; charset=utf-8', shopCss));
}
