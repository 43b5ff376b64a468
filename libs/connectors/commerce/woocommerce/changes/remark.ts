import type { Write } from '../../../port';
import { textIn } from '../../../vendor/loose';
import { idIn } from '../facts';
import type { WoocommerceClient } from '../woocommerce.client';
import { noSuchOrder } from '../woocommerce.errors';

const plain = (note: string): string =>
  note
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .trim();

/** A note on the order that staff see and customers do not. The same line twice says no more than once. */
export async function remark(client: WoocommerceClient, orderId: string, text: string, write: Write): Promise<void> {
  if (!idIn(orderId) || !(await client.find(`orders/${orderId}`, { _fields: 'id' }))) throw noSuchOrder();
  const line = text.trim();
  const notes = await client.list(`orders/${orderId}/notes`);
  if (notes.some((one) => plain(textIn(one.note)) === plain(line))) return;
  await client.change('POST', `orders/${orderId}/notes`, { note: line, customer_note: false }, write);
}
