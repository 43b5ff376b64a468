import { dateIn, idIn } from '../facts';
import { filterDate, type Fields, type LightspeedClient } from '../lightspeed.client';

/** A thousand returns since the oldest order that is looked at. */
const MOST_PAGES = 4;

/**
 * Returns of some orders in one request: none is older than its order, so all since the oldest one are asked for and held
 * against the orders here. Nobody knows whether the shop would filter them by order.
 */
export class Returns {
  constructor(private readonly client: LightspeedClient) {}

  async of(orders: readonly Fields[], options: { reserve?: number } = {}): Promise<Map<string, Fields[]>> {
    const byOrder = new Map<string, Fields[]>();
    const born = orders.map((order) => dateIn(order.createdAt)?.getTime()).filter((time) => time !== undefined);
    if (orders.length === 0) return byOrder;
    const since = born.length > 0 ? filterDate(new Date(Math.min(...born))) : undefined;
    const only = orders.length === 1 ? (idIn(orders[0]?.id) ?? undefined) : undefined;
    const query = { created_at_min: since, order: only };
    const all = await this.client.list('returns', 'returns', query, MOST_PAGES, options);
    for (const one of all) {
      const order = idIn(one.orderId);
      if (order) byOrder.set(order, [...(byOrder.get(order) ?? []), one]);
    }
    return byOrder;
  }
}
