import type { ShopOrder } from '../../../port';
import { entriesIn } from '../changes/action-log';
import { embeddedList, idIn } from '../facts';
import { type Fields, type LightspeedClient } from '../lightspeed.client';
import { fieldsIn } from '../../../vendor/loose';
import type { Shop } from '../shop';
import type { OrderMapper } from './order.mapper';
import type { Returns } from './returns';
import type { WholeOrder } from './whole-order';

interface Options {
  reserve?: number;
}

/**
 * Lists tell of an order nothing but its head, and each part would be a request more. The single order brings its lines,
 * invoices, shipments, events and metafields along: one request for each order, and one for the returns of all of them.
 */
export class OrderReader {
  constructor(
    private readonly client: LightspeedClient,
    private readonly shop: Shop,
    private readonly returns: Returns,
    private readonly mapper: OrderMapper,
  ) {}

  async one(id: string, options: Options = {}): Promise<ShopOrder | null> {
    const whole = await this.whole(id, options);
    return whole && this.told(whole);
  }

  async many(ids: readonly string[]): Promise<ShopOrder[]> {
    const heads = (await Promise.all(ids.map((id) => this.head(id)))).filter((one) => one !== null);
    const returns = await this.returns.of(heads.map((one) => one.order));
    return Promise.all(heads.map((one) => this.told({ ...one, returns: returns.get(one.id) ?? [] })));
  }

  async whole(id: string, options: Options = {}): Promise<WholeOrder | null> {
    const head = await this.head(id, options);
    if (!head) return null;
    return { ...head, returns: (await this.returns.of([head.order], options)).get(id) ?? [] };
  }

  async told(whole: WholeOrder): Promise<ShopOrder> {
    const custom = idIn(whole.order.customStatusId);
    const title = custom && ((await this.shop.customStatuses()).get(custom) ?? null);
    return this.mapper.order(whole, await this.shop.facts(), title);
  }

  /** All but the returns. */
  async head(id: string, options: Options = {}): Promise<WholeOrder | null> {
    if (!idIn(id)) return null;
    const answer = await this.client.find(`orders/${id}`, {}, options);
    const order = fieldsIn(answer?.order);
    if (!idIn(order.id)) return null;
    const part = async (name: string, path: string, key: string, query = {}): Promise<Fields[]> =>
      embeddedList(order[name]) ?? this.client.list(path, key, query, 1, { ...options, patient: true });
    const [lines, invoices, shipments, events, metafields] = await Promise.all([
      part('products', `orders/${id}/products`, 'orderProducts'),
      part('invoices', 'invoices', 'invoices', { order: id }),
      part('shipments', 'shipments', 'shipments', { order: id }),
      part('events', 'orders/events', 'orderEvents', { order: id }),
      part('metafields', `orders/${id}/metafields`, 'orderMetafields'),
    ]);
    return { id, order, lines, invoices, shipments, events, entries: entriesIn(metafields), returns: [] };
  }
}
