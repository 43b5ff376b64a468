import { ConnectorError, type ShopOrder, type Write } from '../../../port';
import { hasMark, marked } from '../our-mark';
import type { Fields, WoocommerceClient } from '../woocommerce.client';
import { noSuchOrder, notSeen } from '../woocommerce.errors';
import type { OrderReader } from '../orders/order-reader';
import type { WholeOrder } from '../orders/whole-order';

/** What an order is to become. */
export interface Target {
  /** Names the mark that goes along. */
  kind: 'cancel' | 'status' | 'address';
  /** Out of the order as it is now. */
  body(order: Fields): Fields;
  stands(order: Fields): boolean;
  /** Why it cannot be, before anybody is asked; null: it can. */
  refusal(whole: WholeOrder): string | null | Promise<string | null>;
  /** "the order is cancelled" */
  words: string;
}

/** Changes an order once: what changes and our mark go in one request, and are saved together. */
export class OrderWrite {
  constructor(
    private readonly client: WoocommerceClient,
    private readonly reader: OrderReader,
  ) {}

  async perform(orderId: string, target: Target, write: Write): Promise<ShopOrder> {
    const before = await this.reader.whole(orderId);
    if (!before) throw noSuchOrder();
    const { kind, words } = target;
    if (hasMark(before.order, kind, write.key)) return this.seen(before, target);
    const refusal = await target.refusal(before);
    if (refusal) throw new ConnectorError('rejected', refusal);
    const body = { ...target.body(before.order), meta_data: marked(kind, write.key) };
    await this.client.change('PUT', `orders/${orderId}`, body, write);
    const after = await this.reader.whole(orderId);
    if (!after || !hasMark(after.order, kind, write.key)) throw notSeen(words);
    return this.seen(after, target);
  }

  async find(orderId: string, target: Target, key: string): Promise<ShopOrder | 'not_done' | 'unknown'> {
    const whole = await this.reader.whole(orderId);
    if (!whole || !hasMark(whole.order, target.kind, key)) return 'not_done';
    // Our mark is there, and somebody has changed the order again since.
    return target.stands(whole.order) ? this.reader.told(whole) : 'unknown';
  }

  private async seen(whole: WholeOrder, target: Target): Promise<ShopOrder> {
    if (!target.stands(whole.order)) throw notSeen(target.words);
    return this.reader.told(whole);
  }
}
