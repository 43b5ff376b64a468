import type { Payment } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { refundsOf, type PaymentMapper } from './payment.mapper';
import type { PaypalClient } from './paypal.client';

type Fields = Record<string, unknown>;

/** Ids of captures, authorizations, orders and refunds look all the same. */
export const PAYPAL_ID = /^[A-Z0-9]{10,20}$/;

export class Payments {
  constructor(
    private readonly client: PaypalClient,
    private readonly mapper: PaymentMapper,
  ) {}

  /** By capture; an order's id, which some shops keep instead, leads to its capture. */
  async byReference(reference: string): Promise<Payment | null> {
    const id = reference.trim();
    if (!PAYPAL_ID.test(id)) return null;
    const capture = await this.client.find(`/v2/payments/captures/${id}`);
    if (capture) return this.mapper.payment(capture, await this.refunds(capture));
    const order = await this.client.find(`/v2/checkout/orders/${id}`);
    const [first] = order ? capturesOf(order) : [];
    return order && first ? this.mapper.payment(first, refundsOf(order, textIn(first.id))) : null;
  }

  /** Captures do not list their refunds; the order that they belong to does. Null: there is no such order (any more). */
  async refunds(capture: Fields): Promise<Fields[] | null> {
    const { related_ids } = fieldsIn(capture.supplementary_data);
    const orderId = textIn(fieldsIn(related_ids).order_id);
    const order = PAYPAL_ID.test(orderId) ? await this.client.find(`/v2/checkout/orders/${orderId}`) : null;
    return order && refundsOf(order, textIn(capture.id));
  }
}

const capturesOf = (order: Fields): Fields[] =>
  listIn(order.purchase_units)
    .flatMap((unit) => listIn(fieldsIn(fieldsIn(unit).payments).captures))
    .map(fieldsIn);
