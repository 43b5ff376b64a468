import { setTimeout as pause } from 'node:timers/promises';
import { ConnectorError, type CommerceAdapter, type ShopOrder } from '../../../port';
import { operation } from '../graphql/operation';
import { ORDER_GID, type ShopifyOrders } from '../orders/shopify-orders';
import { hasMark, markedNote } from '../our-key';
import type { ShopifyClient } from '../shopify.client';
import { known } from './refund.change';

const CANCEL_ORDER = operation('CancelOrder');
const ORDER_CANCELLATION = operation('OrderCancellation');
const LONGEST_NOTE = 255;
/** Shopify cancels in a job of its own, mostly within a second or two. */
const LOOKS_MS = [0, 300, 700, 1_500, 2_500];

interface Cancellation {
  order: { cancelledAt: string | null; cancellation: { staffNote: string | null } | null } | null;
}

export function cancelChange(client: ShopifyClient, orders: ShopifyOrders): NonNullable<CommerceAdapter['cancel']> {
  /** Looks until the job is done. Null: the order is not cancelled. */
  const cancelled = async (orderId: string): Promise<Cancellation['order']> => {
    for (const wait of LOOKS_MS) {
      if (wait > 0) await pause(wait);
      const { order } = await client.run<Cancellation>(ORDER_CANCELLATION, { id: orderId });
      if (!order || order.cancelledAt) return order;
    }
    return null;
  };

  return {
    async perform({ orderId, reason, restock, notify }, write): Promise<ShopOrder> {
      known(orderId);
      const note = markedNote(reason, write.key, LONGEST_NOTE);
      await client.change(CANCEL_ORDER, { id: orderId, restock, notify, note }, write);
      const order = (await cancelled(orderId)) && (await orders.byId(orderId));
      if (!order)
        throw new ConnectorError('uncertain', 'Shopify took the cancellation and has not carried it out yet.');
      return order;
    },
    async find({ orderId }, key) {
      if (!ORDER_GID.test(orderId)) return 'not_done';
      const seen = await cancelled(orderId);
      if (!seen) return 'not_done';
      const note = seen.cancellation?.staffNote;
      // Cancelled, and Shopify does not tell by whom.
      if (!note) return 'unknown';
      return hasMark(note, key) ? ((await orders.byId(orderId)) ?? 'unknown') : 'not_done';
    },
  };
}
