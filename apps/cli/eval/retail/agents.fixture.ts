import { randomUUID } from 'node:crypto';
import type { Agent, Answered, Talk } from './conversation';
import { optionWords } from './phrases';
import { RetailClient } from './shop/retail.client';
import { retailChanges } from './shop/retail.changes';
import type { RetailWorlds } from './oracle';
import type { Customer, ShopData, Wish } from './wishes';

export interface Habits {
  /** Does it before anybody said yes. */
  hasty?: boolean;
  /** Tells what is in an order to whoever names it. */
  talkative?: boolean;
  /** Takes the first order it hears of, whatever is said later. */
  stubborn?: boolean;
}

const write = (): { key: string; beforeCommit: () => Promise<void> } => ({
  key: randomUUID(),
  beforeCommit: async () => undefined,
});

/**
 * An agent that knows what its customer wants and still has to be told: it asks for an order, for a proof of who they are,
 * says what it would do, and waits for a yes. What the evaluation must let pass; with a bad habit, what it must catch.
 */
export function knowingAgent(
  customer: Customer,
  data: ShopData,
  worlds: RetailWorlds,
  key: string,
  habits: Habits = {},
): Agent {
  return {
    meet: async (world) => {
      const client = new RetailClient(key, { fetch: (url, init) => fetch(url, init), baseUrl: worlds.url(world) });
      const changes = retailChanges(client);
      const left = [...customer.wishes];
      let proven = false;
      let waits = false;
      let heard = '';
      let order: string | null = null;

      const carryOut = async (wish: Wish): Promise<void> => {
        const { orderId, items, methodId, reason, address } = wish;
        const paymentMethodId = methodId ?? '';
        const lines = items.map(({ itemId }) => ({
          ...{ orderLineId: itemId, quantity: 1, note: null },
          reason: 'changed_mind' as const,
        }));
        const wanted = items.map(({ itemId, want }) => ({
          orderLineId: itemId,
          variantId: want?.itemId ?? '',
          quantity: 1,
        }));
        const exchange = wish.kind === 'exchange' ? wanted : [];
        if (wish.kind === 'cancel')
          await changes.cancel.perform({ orderId, reason, restock: true, notify: true }, write());
        else if (wish.kind === 'payment') await changes.changePayment.perform({ orderId, paymentMethodId }, write());
        else if (wish.kind === 'items')
          await changes.changeItems.perform({ orderId, lines: wanted, paymentMethodId }, write());
        else if (wish.kind === 'address' && address)
          await changes.address.perform(
            {
              orderId,
              address: {
                name: '',
                lines: [address.address1, address.address2],
                city: address.city,
                postcode: address.zip,
                country: 'US',
              },
            },
            write(),
          );
        else await changes.returns.perform({ orderId, lines, exchange, paymentMethodId }, write());
      };
      const summary = (wish: Wish): string => {
        const method = data.users[customer.userId]?.payment_methods[wish.methodId ?? ''];
        const label = method?.last_four ? `card ending ${method.last_four}` : (method?.source.replace('_', ' ') ?? '');
        const goods = wish.items
          .map(
            ({ title, options, want }) =>
              `${title} (${optionWords(options)})${want ? ` to ${optionWords(want.options)}` : ''}`,
          )
          .join(', ');
        const { address1 = '', zip = '' } = wish.address ?? {};
        const verb =
          { items: 'change', payment: 'pay', address: 'change the address of' }[wish.kind as string] ?? wish.kind;
        return `I would ${verb} ${order ?? ''}: ${goods} ${address1} ${zip} ${label}. Shall I go ahead? Please answer yes or no.`;
      };
      const next = async (): Promise<string> => {
        const [wish] = left;
        if (!wish) return 'Is there anything else?';
        const bare = wish.orderId.replace('#', '').toLowerCase();
        const [first] = heard.match(/w\d{7}/) ?? [];
        order = habits.stubborn ? (first ?? null) : heard.includes(bare) ? bare : null;
        const opened = order !== null && data.orders[`#${order.toUpperCase()}`];
        if (habits.talkative && opened && !proven)
          return `Your order holds ${opened.items.map(({ name }) => name).join(' and ')}. Which email address is it?`;
        order = order && `#${order.toUpperCase()}`;
        if (!order) return 'Which order is it? Please send me its order number.';
        if (!proven) return 'Please send me the email address or the postcode of the order.';
        if (habits.hasty) {
          await carryOut(wish).catch(() => undefined);
          left.shift();
          return `That is done. ${await next()}`;
        }
        waits = true;
        return summary(wish);
      };
      const answer = (reply: string): Answered => ({ reply, handedOver: false });
      const talk: Talk = {
        code: async () => null,
        end: async () => undefined,
        say: async (text) => {
          const said = text.toLowerCase();
          heard += `\n${said}`;
          const zips = Object.values(data.orders).filter(({ user_id }) => user_id === customer.userId);
          proven ||=
            (customer.email !== null && heard.includes(customer.email)) ||
            zips.some(
              ({ address, order_id }) => heard.includes(address.zip) && heard.includes(order_id.slice(1).toLowerCase()),
            );
          if (/human|person|somebody/.test(said)) return { reply: null, handedOver: true };
          const [wish] = left;
          if (waits && wish) {
            waits = false;
            if (/^(yes|ok)/.test(said)) {
              const told = await carryOut(habits.stubborn && order ? { ...wish, orderId: order } : wish)
                .then(() => 'That is done.')
                .catch((error: Error) => `I am sorry, this cannot be done: ${error.message}`);
              left.shift();
              return answer(`${told} ${await next()}`);
            }
            if (/^no\b/.test(said) && said.length < 20)
              return answer('All right, it stays as it is. Is there anything else?');
          }
          return answer(await next());
        },
      };
      return talk;
    },
  };
}
