import type { Money } from '@satchel/contracts';
import { ConnectorError, type CommerceAdapter, type ItemsWish, type ShopOrder } from '../../../port';
import { operation } from '../graphql/operation';
import { money } from '../orders/money-bag';
import type { MoneyBag } from '../orders/order-facts';
import { ORDER_GID, type ShopifyOrders } from '../orders/shopify-orders';
import { markedNote } from '../our-key';
import type { shopifyProducts } from '../products/shopify-products';
import type { ShopifyClient } from '../shopify.client';
import { DEAD_FULFILMENTS, NOT_SENT_YET } from '../shopify.words';
import { known } from './refund.change';

const CHANGEABLE_LINES = operation('ChangeableLines');
const BEGIN = operation('BeginOrderEdit');
const SET_QUANTITY = operation('SetEditQuantity');
const ADD_VARIANT = operation('AddEditVariant');
const COMMIT = operation('CommitOrderEdit');
const UPDATE_ORDER = operation('UpdateOrder');
/** Where our action's id stands: set once the edit was committed, so an edit without it may be anybody's. */
const METAFIELD = { namespace: 'satchel', key: 'items_change', type: 'single_line_text_field' };
const LONGEST_NOTE = 255;

interface LineFacts {
  id: string;
  title: string;
  variantTitle: string | null;
  currentQuantity: number;
  discountedUnitPriceSet: MoneyBag;
  variant: { id: string } | null;
  product: { id: string } | null;
}
interface Changeable {
  displayFulfillmentStatus: string;
  cancelledAt: string | null;
  presentmentCurrencyCode: string;
  fulfillments: { status: string }[];
  lineItems: { nodes: LineFacts[] };
  metafield: { value: string } | null;
}
interface Swap {
  line: LineFacts;
  variantId: string;
  quantity: number;
  to: string | null;
  price: Money;
}

/** Shopify edits an order in a session of its own: nothing of it counts before the commit. */
export function itemsChange(
  client: ShopifyClient,
  orders: ShopifyOrders,
  products: ReturnType<typeof shopifyProducts>,
): NonNullable<CommerceAdapter['changeItems']> {
  const read = async (id: string): Promise<Changeable | null> =>
    (await client.run<{ order: Changeable | null }>(CHANGEABLE_LINES, { id })).order;

  const swapsOf = async (wish: ItemsWish): Promise<{ order: Changeable; swaps: Swap[] }> => {
    known(wish.orderId);
    const order = await read(wish.orderId);
    if (!order) throw new ConnectorError('not_found', 'Shopify knows no such order.');
    refuse(order);
    const swaps: Swap[] = [];
    for (const { orderLineId, variantId, quantity } of wish.lines) {
      const line = order.lineItems.nodes.find(({ id }) => id === orderLineId);
      if (!line || quantity < 1 || quantity > line.currentQuantity)
        throw new ConnectorError(
          'rejected',
          `${line?.currentQuantity ?? 0} of this line can be changed, not ${quantity}.`,
        );
      const product = line.product && (await products.byId(line.product.id));
      const variant = product?.variants.find(({ externalId }) => externalId === variantId);
      if (!variant)
        throw new ConnectorError('rejected', `${line.title} becomes another variant of the same product only.`);
      if (variant.stock !== null && variant.stock < quantity)
        throw new ConnectorError('rejected', `${line.title} (${variant.title ?? ''}) is sold out.`);
      swaps.push({ line, variantId, quantity, to: variant.title, price: variant.price });
    }
    return { order, swaps };
  };

  return {
    async preview(wish) {
      const { order, swaps } = await swapsOf(wish);
      const currency = order.presentmentCurrencyCode;
      const amount = swaps.reduce(
        (sum, { line, price, quantity }) => sum + quantity * (price.amount - money(line.discountedUnitPriceSet).amount),
        0,
      );
      const foreign = swaps.find(({ price }) => price.currency !== currency);
      if (foreign)
        throw new ConnectorError(
          'rejected',
          'The order was paid in another currency than the shop prices its goods in.',
        );
      const lines = swaps.map(({ line, to, quantity }) => ({
        ...{ title: line.title, from: line.variantTitle, to, quantity },
      }));
      return { lines, difference: { amount, currency } };
    },
    async perform(wish, write): Promise<ShopOrder> {
      const { swaps } = await swapsOf(wish);
      const edit = await begin(client, wish.orderId);
      for (const { line, variantId, quantity } of swaps) {
        const left = line.currentQuantity - quantity;
        await client.run(SET_QUANTITY, { id: edit.id, lineItemId: edit.lineOf(line.id), quantity: left });
        await client.run(ADD_VARIANT, { id: edit.id, variantId, quantity });
      }
      await client.change(COMMIT, { id: edit.id, note: markedNote('Items changed', write.key, LONGEST_NOTE) }, write);
      const input = { id: wish.orderId, metafields: [{ ...METAFIELD, value: write.key }] };
      await client.change(UPDATE_ORDER, { input }, { ...write, beforeCommit: async () => undefined });
      const order = await orders.byId(wish.orderId);
      if (!order) throw new ConnectorError('uncertain', 'Shopify does not show the order any more.');
      return order;
    },
    async find({ orderId, lines }, key) {
      const now = ORDER_GID.test(orderId) ? await read(orderId) : null;
      const there = lines.every(({ variantId }) =>
        now?.lineItems.nodes.some(({ variant, currentQuantity }) => variant?.id === variantId && currentQuantity > 0),
      );
      if (!now || !there) return 'not_done';
      // It holds what was wanted, and not by a change that is known to be this one.
      return now.metafield?.value === key ? ((await orders.byId(orderId)) ?? 'unknown') : 'unknown';
    },
  };
}

/** A session, and how it calls the order's own lines. */
async function begin(client: ShopifyClient, orderId: string): Promise<{ id: string; lineOf: (id: string) => string }> {
  type Begun = { orderEditBegin: { calculatedOrder: { id: string; lineItems: { nodes: { id: string }[] } } | null } };
  const { orderEditBegin } = await client.run<Begun>(BEGIN, { id: orderId });
  const edit = orderEditBegin.calculatedOrder;
  if (!edit) throw new ConnectorError('rejected', 'Shopify does not let this order be edited.');
  const number = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);
  return {
    id: edit.id,
    lineOf: (id) => {
      const line = edit.lineItems.nodes.find((one) => number(one.id) === number(id));
      if (!line) throw new ConnectorError('rejected', 'Shopify does not let this line be edited.');
      return line.id;
    },
  };
}

/** Shopify edits sent orders as well; what was packed stays as it is. */
function refuse(order: Changeable): void {
  if (order.cancelledAt) throw new ConnectorError('rejected', 'The order is cancelled.');
  const sent = order.fulfillments.some(({ status }) => !DEAD_FULFILMENTS.has(status));
  if (!sent && NOT_SENT_YET.has(order.displayFulfillmentStatus)) return;
  throw new ConnectorError('rejected', 'The order is on its way or being packed: its items stay as they are.', {
    vendorCode: order.displayFulfillmentStatus,
  });
}
