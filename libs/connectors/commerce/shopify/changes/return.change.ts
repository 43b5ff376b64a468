import type { ReturnBody } from '@satchel/contracts';
import { ConnectorError, type CommerceAdapter, type ReturnWish, type Write } from '../../../port';
import { operation } from '../graphql/operation';
import type { ReturnFacts } from '../orders/order-facts';
import type { ReturnMapper } from '../orders/return.mapper';
import { ORDER_GID } from '../orders/shopify-orders';
import { hasMark, markedNote } from '../our-key';
import type { ShopifyClient } from '../shopify.client';
import { RETURN_REASONS_THERE } from '../shopify.words';
import { known } from './refund.change';

const RETURNABLE_LINES = operation('ReturnableLines');
const REQUEST_RETURN = operation('RequestReturn');
const CREATE_RETURN = operation('CreateReturn');
const ORDER_RETURNS = operation('OrderReturns');
/** Shopify takes no longer one, of customers and of the shop. */
const LONGEST_CUSTOMER_NOTE = 300;
const LONGEST_REASON_NOTE = 255;

interface Returnable {
  returnableFulfillments: {
    nodes: {
      returnableFulfillmentLineItems: {
        nodes: { quantity: number; fulfillmentLineItem: { id: string; lineItem: { id: string; title: string } } }[];
      };
    }[];
  };
}
interface ReturnLineInput {
  fulfillmentLineItemId: string;
  quantity: number;
  returnReason: string;
  note: string;
}

/** A return waits for the shop's consent; an exchange, which Shopify cannot request, is open at once. */
export function returnChange(client: ShopifyClient, mapper: ReturnMapper): NonNullable<CommerceAdapter['returns']> {
  return {
    async perform(wish, write): Promise<ReturnBody> {
      known(wish.orderId);
      const lines = await sentLines(client, wish, write.key);
      const made =
        wish.exchange.length > 0 ? await create(client, wish, lines, write) : await request(client, wish, lines, write);
      if (!made) throw new ConnectorError('uncertain', 'Shopify does not say whether there is a return.');
      return mapper.return(made);
    },
    async find({ orderId }, key) {
      if (!ORDER_GID.test(orderId)) return 'not_done';
      type Returns = { order: { returns: { nodes: ReturnFacts[] } } | null };
      const { order } = await client.run<Returns>(ORDER_RETURNS, { id: orderId });
      const ours = order?.returns.nodes.find((one) =>
        one.returnLineItems.nodes.some(
          ({ customerNote, returnReasonNote }) => hasMark(customerNote, key) || hasMark(returnReasonNote, key),
        ),
      );
      return ours ? mapper.return(ours) : 'not_done';
    },
  };
}

async function request(client: ShopifyClient, { orderId }: ReturnWish, lines: ReturnLineInput[], write: Write) {
  const returnLineItems = lines.map(({ note, ...line }) => ({ ...line, customerNote: note }));
  const answer = await client.change<{ returnRequest: { return: ReturnFacts | null } | null }>(
    REQUEST_RETURN,
    { input: { orderId, returnLineItems } },
    write,
  );
  return answer.returnRequest?.return ?? null;
}

async function create(
  client: ShopifyClient,
  { orderId, exchange }: ReturnWish,
  lines: ReturnLineInput[],
  write: Write,
) {
  const returnLineItems = lines.map(({ note, ...line }) => ({ ...line, returnReasonNote: note }));
  const answer = await client.change<{ returnCreate: { return: ReturnFacts | null } | null }>(
    CREATE_RETURN,
    { input: { orderId, returnLineItems, exchangeLineItems: exchange } },
    write,
  );
  return answer.returnCreate?.return ?? null;
}

/** Shopify returns what a fulfilment brought: each line's pieces are taken from those that can still come back. */
async function sentLines(client: ShopifyClient, wish: ReturnWish, key: string): Promise<ReturnLineInput[]> {
  if (wish.lines.length === 0) throw new ConnectorError('rejected', 'A return names what comes back.');
  const { returnableFulfillments } = await client.run<Returnable>(RETURNABLE_LINES, { id: wish.orderId });
  const there = returnableFulfillments.nodes
    .flatMap((one) => one.returnableFulfillmentLineItems.nodes)
    .map(({ quantity, fulfillmentLineItem: { id, lineItem } }) => ({ id, line: lineItem, left: quantity }));
  const most = wish.exchange.length > 0 ? LONGEST_REASON_NOTE : LONGEST_CUSTOMER_NOTE;
  return wish.lines.flatMap((line) => {
    const own = there.filter((one) => one.line.id === line.orderLineId);
    const left = own.reduce((sum, one) => sum + one.left, 0);
    if (line.quantity < 1 || line.quantity > left) {
      const what = own[0]?.line.title ?? 'this line';
      throw new ConnectorError('rejected', `${left} of ${what} can still be sent back, not ${line.quantity}.`);
    }
    let wanted = line.quantity;
    return own.flatMap((one) => {
      const quantity = Math.min(wanted, one.left);
      wanted -= quantity;
      one.left -= quantity;
      const returnReason = RETURN_REASONS_THERE[line.reason];
      const note = markedNote(line.note, key, most);
      return quantity > 0 ? [{ fulfillmentLineItemId: one.id, quantity, returnReason, note }] : [];
    });
  });
}
