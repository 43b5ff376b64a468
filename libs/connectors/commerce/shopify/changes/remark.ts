import { ConnectorError, type CommerceAdapter } from '../../../port';
import { operation } from '../graphql/operation';
import type { ShopifyClient } from '../shopify.client';
import { known } from './refund.change';

const ORDER_NOTE = operation('OrderNote');
const UPDATE_ORDER = operation('UpdateOrder');

/** A line at the end of the order's note, once: what stands there stays. */
export function remark(client: ShopifyClient): NonNullable<CommerceAdapter['remark']> {
  return async (orderId, text, write) => {
    known(orderId);
    const { order } = await client.run<{ order: { note: string | null } | null }>(ORDER_NOTE, { id: orderId });
    if (!order) throw new ConnectorError('not_found', 'Shopify knows no such order.');
    const lines = (order.note ?? '').split('\n').filter((line) => line !== '');
    const added = text.split('\n').filter((line) => line !== '' && !lines.includes(line));
    if (added.length === 0) return;
    await client.change(UPDATE_ORDER, { input: { id: orderId, note: [...lines, ...added].join('\n') } }, write);
  };
}
