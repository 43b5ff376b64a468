import type { RefundBody } from '@satchel/contracts';
import type { CommerceAdapter, RefundPreview, RefundWish, Write } from '../../../port';
import { madeAt } from '../../../vendor/action-age';
import { decimalOf } from '../../../vendor/money';
import { currencyIn, dateIn, moneyIn, wordIn } from '../facts';
import { refundOf } from '../orders/order.mapper';
import type { OrderReader } from '../orders/order-reader';
import type { WholeOrder } from '../orders/whole-order';
import { hasAnyMark, hasMark, marked } from '../our-mark';
import type { Fields, WoocommerceClient } from '../woocommerce.client';
import { noSuchOrder, notSeen } from '../woocommerce.errors';
import { planOf } from './refund-plan';

const KIND = 'refund';
/** How far the shop's clock may be behind ours. */
const CLOCKS_APART_MS = 5 * 60_000;

/**
 * A refund, with our mark in its metadata. WooCommerce writes the refund first and its metadata after it, so a refund
 * without any mark, made since the action began, may be ours: a person looks then. The reason is no place for a mark, since
 * customers read it. WooCommerce mails whom its own settings name, so `notify` has no place in the request.
 */
export class RefundChange {
  constructor(
    private readonly client: WoocommerceClient,
    private readonly reader: OrderReader,
  ) {}

  asPort(): NonNullable<CommerceAdapter['refund']> {
    return {
      movesMoney: this.movesMoney,
      preview: (wish) => this.preview(wish),
      perform: (wish, write) => this.perform(wish, write),
      find: (wish, key) => this.find(wish, key),
    };
  }

  private get movesMoney(): boolean {
    return this.client.credentials.refunds !== 'record';
  }

  private async preview(wish: RefundWish): Promise<RefundPreview> {
    const whole = await this.wholeOf(wish);
    const { amount, most } = planOf(wish, whole);
    return { amount, most, to: this.movesMoney ? wordIn(whole.order.payment_method_title) : null };
  }

  private async perform(wish: RefundWish, write: Write): Promise<RefundBody> {
    const whole = await this.wholeOf(wish);
    const earlier = whole.refunds.find((one) => hasMark(one, KIND, write.key));
    if (earlier) return refundOf(earlier, currencyIn(whole.order));
    const { amount, items } = planOf(wish, whole);
    const body = {
      amount: decimalOf(amount),
      ...(wish.reason && { reason: wish.reason }),
      api_refund: this.movesMoney,
      api_restock: wish.restock,
      ...(items.length > 0 && { line_items: items }),
      meta_data: marked(KIND, write.key),
    };
    await this.client.change('POST', `orders/${wish.orderId}/refunds`, body, write);
    const made = await this.find(wish, write.key);
    if (made === 'not_done' || made === 'unknown') throw notSeen('the refund is made');
    return made;
  }

  private async find(wish: RefundWish, key: string): Promise<RefundBody | 'not_done' | 'unknown'> {
    const whole = await this.reader.whole(wish.orderId);
    if (!whole) return 'not_done';
    const currency = currencyIn(whole.order);
    const ours = whole.refunds.find((one) => hasMark(one, KIND, key));
    if (ours) return refundOf(ours, currency);
    return whole.refunds.some((one) => mayBeOurs(one, wish, key, currency)) ? 'unknown' : 'not_done';
  }

  private async wholeOf({ orderId }: RefundWish): Promise<WholeOrder> {
    const whole = await this.reader.whole(orderId);
    if (!whole) throw noSuchOrder();
    return whole;
  }
}

function mayBeOurs(refund: Fields, { amount }: RefundWish, key: string, currency: string): boolean {
  if (hasAnyMark(refund, KIND)) return false;
  const [begun, made] = [madeAt(key), dateIn(refund.date_created_gmt)];
  if (begun && made && made.getTime() < begun.getTime() - CLOCKS_APART_MS) return false;
  return !amount || moneyIn(refund.amount, currency).amount === amount.amount;
}
