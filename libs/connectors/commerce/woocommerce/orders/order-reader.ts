import type { ShopOrder } from '../../../port';
import { listIn } from '../../../vendor/loose';
import { idIn } from '../facts';
import { type Fields, type WoocommerceClient } from '../woocommerce.client';
import type { OrderMapper } from './order.mapper';
import { plainStatus, type Statuses } from './statuses';
import type { WholeOrder } from './whole-order';

const AT_ONCE = 4;

/** An order comes whole but for its refunds, which are one request more for the few that have any. */
export class OrderReader {
  constructor(
    private readonly client: WoocommerceClient,
    private readonly mapper: OrderMapper,
    private readonly statuses: Statuses,
  ) {}

  async one(id: string): Promise<ShopOrder | null> {
    const whole = await this.whole(id);
    return whole && this.told(whole);
  }

  async whole(id: string): Promise<WholeOrder | null> {
    const order = idIn(id) && (await this.client.find(`orders/${id}`));
    return order && idIn(order.id) ? this.withRefunds(order) : null;
  }

  /** In the order in which they came. */
  async many(orders: readonly Fields[]): Promise<ShopOrder[]> {
    const told: ShopOrder[] = [];
    for (let from = 0; from < orders.length; from += AT_ONCE) {
      const some = orders.slice(from, from + AT_ONCE).filter((order) => idIn(order.id));
      told.push(...(await Promise.all(some.map(async (order) => this.told(await this.withRefunds(order))))));
    }
    return told;
  }

  async told(whole: WholeOrder): Promise<ShopOrder> {
    const custom = this.mapper.isUsual(whole.order)
      ? null
      : ((await this.statuses.labels()).get(plainStatus(whole.order.status)) ?? null);
    return this.mapper.order(whole, custom);
  }

  private async withRefunds(order: Fields): Promise<WholeOrder> {
    const id = idIn(order.id) ?? '';
    const some = listIn(order.refunds).length > 0;
    return { id, order, refunds: some ? await this.client.list(`orders/${id}/refunds`) : [] };
  }
}
