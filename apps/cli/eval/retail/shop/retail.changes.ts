import {
  type Change,
  type CommerceAdapter,
  ConnectorError,
  type ItemsPreview,
  type ItemsWish,
  type ReturnWish,
  type ShopOrder,
} from '@satchel/connectors';
import type { ReturnBody } from '@satchel/contracts';
import type { RetailClient } from './retail.client';
import { reasonOf } from './reason';
import { itemOf, optionsText, toOrder, toReturn, usd } from './retail.mapper';
import type { WireOrder, WireProduct } from './wire';

type Changes = Required<Pick<CommerceAdapter, 'cancel' | 'address' | 'changeItems' | 'changePayment' | 'returns'>>;

/** Everything that the shop can change; each is found again by its key, which the shop keeps. */
export function retailChanges(client: RetailClient): Changes {
  const path = (orderId: string, what = ''): string => `/orders/${encodeURIComponent(orderId)}${what}`;
  const read = (orderId: string) => client.read<WireOrder>(path(orderId));
  const change = <A extends { orderId: string }, R>(
    what: (args: A) => string,
    body: (args: A) => object | Promise<object>,
    result: (order: WireOrder) => R,
  ): Change<A, R> => ({
    async perform(args, write) {
      const told = await body(args);
      return result(await client.change<WireOrder>(path(args.orderId, `/${what(args)}`), told, write));
    },
    async find({ orderId }, key) {
      const order = await read(orderId);
      return order?.changes?.some((one) => one.key === key) ? result(order) : 'not_done';
    },
  });
  const productOf = async (itemId: string): Promise<WireProduct | null> =>
    (await client.read<{ products: WireProduct[] }>(`/products?item=${itemId}`))?.products[0] ?? null;

  /** The shop wants each item with the one that it becomes; a wish tells both sides apart. */
  const pairs = async ({ lines, exchange }: ReturnWish): Promise<object[]> => {
    const wanted = exchange.flatMap(({ variantId, quantity }) => Array<string>(quantity).fill(variantId));
    const items: object[] = [];
    for (const { orderLineId } of lines) {
      const product = await productOf(itemOf(orderLineId));
      const at = wanted.findIndex((id) => product?.variants[id] !== undefined);
      if (at < 0) throw new ConnectorError('rejected', 'An item is exchanged for one of the same product only.');
      items.push({ item_id: itemOf(orderLineId), new_item_id: wanted.splice(at, 1)[0] });
    }
    if (wanted.length > 0) throw new ConnectorError('rejected', 'More is wanted than goes back.');
    return items;
  };

  async function preview({ orderId, lines }: ItemsWish): Promise<ItemsPreview> {
    const order = await read(orderId);
    if (!order) throw new ConnectorError('not_found', 'The shop knows no such order.');
    if (order.status !== 'pending') throw new ConnectorError('rejected', `The order is ${order.status}.`);
    let difference = 0;
    const shown: ItemsPreview['lines'] = [];
    for (const { orderLineId, variantId, quantity } of lines) {
      const item = order.items.find(({ item_id }) => item_id === itemOf(orderLineId));
      const variant = item && (await productOf(item.item_id))?.variants[variantId];
      if (!item || !variant)
        throw new ConnectorError('rejected', 'An item becomes another one of the same product only.');
      if (!variant.available) throw new ConnectorError('rejected', `That ${item.name} is sold out.`);
      difference += variant.price - item.price;
      shown.push({ title: item.name, from: optionsText(item.options), to: optionsText(variant.options), quantity });
    }
    return { lines: shown, difference: usd(difference) };
  }

  const order = (told: WireOrder): ShopOrder => toOrder(told);
  return {
    cancel: change(
      () => 'cancel',
      ({ reason }) => ({ reason: reasonOf(reason) }),
      order,
    ),
    address: change(
      () => 'address',
      ({ address: { lines, city, postcode, country } }) => ({
        address1: lines[0] ?? '',
        address2: lines.slice(1).join(', '),
        city,
        zip: postcode,
        country: country === 'US' ? 'USA' : country,
      }),
      order,
    ),
    changePayment: change(
      () => 'payment',
      ({ paymentMethodId }) => ({ payment_method_id: paymentMethodId }),
      order,
    ),
    changeItems: {
      ...change<ItemsWish, ShopOrder>(
        () => 'items',
        ({ lines, paymentMethodId }) => ({
          items: lines.map((line) => ({ item_id: itemOf(line.orderLineId), new_item_id: line.variantId })),
          ...(paymentMethodId && { payment_method_id: paymentMethodId }),
        }),
        order,
      ),
      preview,
      takesMethod: true,
    },
    returns: {
      ...change<ReturnWish, ReturnBody>(
        ({ exchange }) => (exchange.length > 0 ? 'exchange' : 'return'),
        async (wish) => ({
          ...(wish.exchange.length > 0
            ? { items: await pairs(wish) }
            : { item_ids: wish.lines.map(({ orderLineId }) => itemOf(orderLineId)) }),
          ...(wish.paymentMethodId && { payment_method_id: wish.paymentMethodId }),
        }),
        (told) => {
          const made = toReturn(told);
          if (!made) throw new ConnectorError('uncertain', 'The shop shows no return.');
          return made;
        },
      ),
      takesMethod: true,
    },
  };
}
