import { ConnectorError, type ShopOrder, type Write } from '../../../port';
import { countIn, idIn, wordIn } from '../facts';
import type { Fields, LightspeedClient } from '../lightspeed.client';
import { noSuchOrder, notSeen } from '../lightspeed.errors';
import type { OrderReader } from '../orders/order-reader';
import type { WholeOrder } from '../orders/whole-order';
import type { ActionLog } from './action-log';

/** What an order is to be set to: a status of Lightspeed's or one of the shop's own. */
export interface Target {
  field: 'status' | 'customStatusId';
  value: string;
  /** More that goes into the same request. */
  also?: Fields;
}

/** Sets an order's status once, and tells later whether it did. */
export class OrderStatus {
  constructor(
    private readonly client: LightspeedClient,
    private readonly reader: OrderReader,
    private readonly log: ActionLog,
    private readonly kind: 'cancel' | 'status',
  ) {}

  async perform(orderId: string, target: Target, { key, beforeCommit }: Write): Promise<ShopOrder> {
    const whole = await this.reader.head(orderId);
    if (!whole) throw noSuchOrder();
    const told = whole.entries.find((entry) => entry.key === key);
    if (told && stands(whole, target)) return this.finish(orderId, target, told);
    if (this.kind === 'cancel') refuseTooLate(whole);
    // Asked before the note on the order is written, so that a "no" leaves nothing behind.
    await beforeCommit();
    const entry = told ?? (await this.log.begin(orderId, key, this.kind, { value: standing(whole, target) }));
    const value = target.field === 'customStatusId' ? Number(target.value) : target.value;
    const body = { order: { [target.field]: value, ...target.also } };
    await this.client.change('PUT', `orders/${orderId}`, body, { key, beforeCommit: async () => undefined });
    return this.finish(orderId, target, entry);
  }

  async find(orderId: string, target: Target, key: string): Promise<ShopOrder | 'not_done' | 'unknown'> {
    const whole = await this.reader.whole(orderId);
    const entry = whole?.entries.find((one) => one.key === key);
    if (!whole || !entry) return 'not_done';
    // Seen done, and changed again by somebody since.
    if (entry.done !== null || stands(whole, target)) return this.reader.told(whole);
    return standing(whole, target) === entry.before.value ? 'not_done' : 'unknown';
  }

  private async finish(
    orderId: string,
    target: Target,
    entry: Parameters<ActionLog['complete']>[1],
  ): Promise<ShopOrder> {
    const whole = await this.reader.whole(orderId);
    if (!whole || !stands(whole, target)) throw notSeen('the status is set');
    if (entry.done === null) await this.log.complete(orderId, entry, target.value);
    return this.reader.told(whole);
  }
}

const standing = ({ order }: WholeOrder, { field }: Target): string =>
  (field === 'status' ? wordIn(order.status) : idIn(order.customStatusId)) ?? '';
const stands = (whole: WholeOrder, target: Target): boolean => standing(whole, target) === target.value;

/** Lightspeed has no word for cancelling and would set this status on an order whose parcel is on its way. */
function refuseTooLate({ order, lines }: WholeOrder): void {
  if (order.status === 'cancelled') throw new ConnectorError('rejected', 'This order is cancelled already');
  if (order.shipmentStatus === 'shipped' || lines.some((line) => countIn(line.quantityShipped) > 0)) {
    throw new ConnectorError('rejected', 'This order has left the shop already and cannot be cancelled');
  }
}
