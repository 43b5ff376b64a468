import { cancel, createDiscount, Refused, refund, setAddress, setNote } from '../seed/changes';
import { shortId } from '../seed/store';
import type { World } from '../seed/world';
import type { Discount, Refund, ShopOrder } from '../seed/world.types';
import { STATUSES, type Note, type ShopState } from './state';
import { cents, fieldsOf, listOf, moment, Refusal, text, type Fields } from './wire';

/** What clients change; each is an effect, with the first metadata's value as the key that came along. */
export class Writes {
  constructor(
    private readonly state: ShopState,
    private readonly world: World,
  ) {}

  updateOrder(order: ShopOrder, body: Fields): void {
    const { status, shipping, meta_data: metas } = body;
    if (typeof status === 'string' && !Object.hasOwn(STATUSES, status))
      throw new Refusal(400, 'rest_invalid_param', 'Invalid parameter(s): status', {
        status: `status is not one of ${Object.keys(STATUSES).join(', ')}.`,
      });
    const key = this.state.setMeta(order.id, metas);
    if (shipping !== undefined) this.redirect(order, fieldsOf(shipping), key);
    if (typeof status === 'string') this.setStatus(order, status, key);
    this.world.changed('order', order);
  }

  createRefund(order: ShopOrder, body: Fields): Refund {
    const { gatewayRefuses } = this.state.settings;
    const failed = (message: string) => new Refusal(500, 'woocommerce_rest_cannot_create_order_refund', message);
    if (gatewayRefuses !== null && body.api_refund !== false) throw failed(gatewayRefuses);
    const restock = body.api_restock !== false;
    const lines = listOf(body.line_items).flatMap((one) => {
      const line = order.lines.find((each) => shortId(each.id) === Number(one.id));
      return line && Number(one.quantity) > 0 ? [{ line, quantity: Number(one.quantity), restock }] : [];
    });
    const key = text(listOf(body.meta_data)[0]?.value) || null;
    const reason = text(body.reason) || null;
    const made = refund(this.world, order, { lines, amount: cents(body.amount), reason, key });
    if (made instanceof Refused) throw failed('Invalid refund amount.');
    this.state.setMeta(made.id, body.meta_data);
    if (body.api_refund === false) this.state.setMeta(made.id, [{ key: '_by_hand', value: 'yes' }]);
    return made;
  }

  addNote(order: ShopOrder, body: Fields): Note {
    const note = text(body.note);
    if (!note) throw new Refusal(400, 'rest_missing_callback_param', 'Missing parameter(s): note');
    setNote(this.world, order, {}, null);
    return this.state.addNote(order, note, body.customer_note === true, this.world.now(), 'Satchel');
  }

  createCoupon(body: Fields): Discount {
    const code = text(body.code).toLowerCase();
    if (!code) throw new Refusal(400, 'woocommerce_rest_empty_coupon_code', 'The coupon code cannot be empty.');
    if (this.world.discount(code))
      throw new Refusal(400, 'woocommerce_rest_coupon_code_already_exists', 'The coupon code already exists');
    const percent = body.discount_type === 'percent';
    const mail = Array.isArray(body.email_restrictions) ? text(body.email_restrictions[0]) : '';
    const made = createDiscount(this.world, {
      kind: percent ? 'percentage' : 'fixed',
      value: percent ? Number(body.amount) : cents(body.amount),
      code,
      minimum: body.minimum_amount === undefined ? 0 : cents(body.minimum_amount),
      endsAt: typeof body.date_expires === 'string' ? moment(body.date_expires) : null,
      usageLimit: typeof body.usage_limit === 'number' ? body.usage_limit : null,
      customer: mail ? (this.world.customerByEmail(mail) ?? null) : null,
      key: text(listOf(body.meta_data)[0]?.value) || null,
    });
    if (made instanceof Refused) throw new Refusal(400, 'coupon_invalid_amount', made.message);
    this.state.setMeta(made.id, body.meta_data);
    return made;
  }

  /** WooCommerce pays nothing back when an order is cancelled, and puts its goods on the shelf again. */
  private setStatus(order: ShopOrder, status: string, key: string | null): void {
    if (status === 'cancelled') {
      const made = cancel(this.world, order, { refund: false, key });
      if (!(made instanceof Refused)) return void this.state.statuses.delete(order.id);
    } else this.world.effect('status', `#${order.number}`, null, key);
    this.state.statuses.set(order.id, status);
  }

  /** The world redirects no parcel that has left; a real shop would write the address all the same. */
  private redirect(order: ShopOrder, shipping: Fields, key: string | null): void {
    const names = {
      firstName: shipping.first_name,
      lastName: shipping.last_name,
      address1: shipping.address_1,
      address2: shipping.address_2,
      city: shipping.city,
      zip: shipping.postcode,
      countryCode: shipping.country,
      provinceCode: shipping.state,
    };
    const told = Object.entries(names).filter(([, value]) => typeof value === 'string');
    const made = setAddress(this.world, order, Object.fromEntries(told), key);
    if (made instanceof Refused) throw new Refusal(400, 'woocommerce_rest_order_not_editable', made.message);
  }
}
