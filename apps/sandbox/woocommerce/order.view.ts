import { shortId } from '../seed/store';
import { fulfilmentState, stateOfOrder, subtotal, taxOf, total, SHOP, type World } from '../seed/world';
import type { Address, Cents, Line, Refund, ShopOrder } from '../seed/world.types';
import { orderId, type ShopState } from './state';
import { decimal, gmt, netOf, siteTime, type Fields } from './wire';

const TAX_RATE_ID = 1;
const EMPTY_DATE = { local: null, gmt: null };

const dated = (at: Date | null) => (at ? { local: siteTime(at), gmt: gmt(at) } : EMPTY_DATE);

export function statusOf(state: ShopState, world: World, order: ShopOrder): string {
  const own = state.statuses.get(order.id);
  if (own && !order.cancelledAt) return own;
  const sent = fulfilmentState(order) === 'FULFILLED';
  switch (stateOfOrder(world, order)) {
    case 'unpaid':
      return 'pending';
    case 'authorised':
    case 'on_hold':
      return 'on-hold';
    case 'cancelled':
      return 'cancelled';
    case 'refunded':
      return 'refunded';
    case 'paid':
    case 'partly_shipped':
      return 'processing';
    case 'partly_refunded':
      return sent ? 'completed' : 'processing';
    default:
      return 'completed';
  }
}

/** What was paid for a line: its share of the codes taken off, the last line takes what rounding left. */
function paidFor(order: ShopOrder, line: Line): Cents {
  const gross = line.price * line.quantity;
  const sum = subtotal(order);
  const share = (one: Line): Cents => (sum === 0 ? 0 : Math.floor((order.discounted * one.price * one.quantity) / sum));
  if (line !== order.lines.at(-1)) return gross - share(line);
  const others = order.lines.slice(0, -1).reduce((before, one) => before + share(one), 0);
  return gross - (order.discounted - others);
}

function taxed(gross: Cents, rate: number, before = gross) {
  const [net, netBefore] = [netOf(gross, rate), netOf(before, rate)];
  return {
    subtotal: decimal(netBefore),
    subtotal_tax: decimal(before - netBefore),
    total: decimal(net),
    total_tax: decimal(gross - net),
    taxes: [{ id: TAX_RATE_ID, total: decimal(gross - net), subtotal: decimal(before - netBefore) }],
  };
}

const isVariable = (line: Line): boolean => line.product.variants.length > 1;

function lineView(order: ShopOrder, line: Line): Fields {
  const { product, variant } = line;
  const sums = taxed(paidFor(order, line), order.taxRate, line.price * line.quantity);
  return {
    id: shortId(line.id),
    name: isVariable(line) ? `${product.title} - ${variant.title}` : product.title,
    product_id: product.serial,
    variation_id: isVariable(line) ? 10_000 + variant.serial : 0,
    quantity: line.quantity,
    tax_class: '',
    ...sums,
    meta_data: variant.options.map(({ name, value }, place) => ({
      id: place + 1,
      key: `pa_${name.toLowerCase()}`,
      value: value.toLowerCase(),
      display_key: name,
      display_value: value,
    })),
    sku: variant.sku,
    price: Number(sums.total) / line.quantity,
    image: { id: '', src: '' },
    parent_name: isVariable(line) ? product.title : null,
  };
}

function addressView(address: Address): Fields {
  return {
    first_name: address.firstName,
    last_name: address.lastName,
    company: '',
    address_1: address.address1,
    address_2: address.address2 ?? '',
    city: address.city,
    state: address.provinceCode ?? '',
    postcode: address.zip,
    country: address.countryCode,
    phone: address.phone ?? '',
  };
}

/** What the plug-in for tracking numbers leaves in the order's metadata. */
function trackingMeta(order: ShopOrder, world: World): Fields[] {
  const items = order.fulfilments.flatMap((one) => {
    const parcel = world.parcel(one.trackingNumber);
    if (!one.trackingNumber || !parcel) return [];
    return [
      {
        tracking_provider: parcel.carrier.toLowerCase(),
        custom_tracking_provider: '',
        custom_tracking_link: '',
        tracking_number: one.trackingNumber,
        date_shipped: String(Math.floor(one.createdAt.getTime() / 1000)),
        tracking_id: one.name.replace(/\W/g, ''),
      },
    ];
  });
  return items.length > 0 ? [{ id: 9, key: '_wc_shipment_tracking_items', value: items }] : [];
}

const paidAt = (order: ShopOrder): Date | null => order.payment.capturedAt;
const standing = (order: ShopOrder): Refund[] => order.refunds.filter((one) => one.status !== 'failed');

export function orderView(state: ShopState, world: World, order: ShopOrder): Fields {
  const { customer } = order;
  const id = orderId(order);
  const status = statusOf(state, world, order);
  const sent = order.fulfilments.at(-1)?.createdAt ?? null;
  const created = dated(order.createdAt);
  const modified = dated(order.updatedAt);
  const completed = dated(status === 'completed' ? (sent ?? order.updatedAt) : null);
  const paid = dated(paidAt(order));
  const shipping = taxed(order.shipping, order.taxRate);
  const discount = netOf(order.discounted, order.taxRate);
  return {
    id,
    parent_id: 0,
    number: String(order.number),
    order_key: `wc_order_${id}`,
    created_via: 'checkout',
    version: '9.8.5',
    status,
    currency: SHOP.currency,
    date_created: created.local,
    date_created_gmt: created.gmt,
    date_modified: modified.local,
    date_modified_gmt: modified.gmt,
    discount_total: decimal(discount),
    discount_tax: decimal(order.discounted - discount),
    shipping_total: shipping.total,
    shipping_tax: shipping.total_tax,
    cart_tax: decimal(taxOf(order)),
    total: decimal(total(order)),
    total_tax: decimal(taxOf(order)),
    prices_include_tax: true,
    customer_id: state.isGuest(order) ? 0 : customer.serial,
    customer_note: order.note ?? '',
    billing: { ...addressView(order.billingAddress), email: customer.email, phone: customer.phone ?? '' },
    shipping: addressView(order.shippingAddress),
    payment_method: order.payment.gateway === 'stripe' ? 'stripe' : 'ppcp-gateway',
    payment_method_title: order.payment.gateway === 'stripe' ? 'Credit card (Stripe)' : 'PayPal',
    transaction_id: paidAt(order) ? (order.payment.captureId ?? '') : '',
    date_paid: paid.local,
    date_paid_gmt: paid.gmt,
    date_completed: completed.local,
    date_completed_gmt: completed.gmt,
    meta_data: [...(state.settings.tracking ? trackingMeta(order, world) : []), ...state.metaOf(order.id)],
    line_items: order.lines.map((line) => lineView(order, line)),
    tax_lines: [],
    shipping_lines: [
      {
        id: 500_000 + id,
        method_title: order.shippingTitle,
        method_id: 'flat_rate',
        total: shipping.total,
        total_tax: shipping.total_tax,
        taxes: shipping.taxes,
        meta_data: [],
      },
    ],
    fee_lines: [],
    coupon_lines: order.discounts.map(({ discount: one, amount }) => ({
      id: shortId(one.id),
      code: one.code.toLowerCase(),
      discount: decimal(netOf(amount, order.taxRate)),
      meta_data: [],
    })),
    refunds: standing(order).map((one) => ({
      id: shortId(one.id),
      reason: one.reason ?? '',
      total: `-${decimal(one.amount)}`,
    })),
    is_editable: status === 'pending' || status === 'on-hold',
    needs_payment: status === 'pending',
    needs_processing: status === 'processing',
  };
}

export function refundView(state: ShopState, refund: Refund): Fields {
  const { order } = refund;
  const created = dated(refund.createdAt);
  const byApi = !state.metaOf(refund.id).some((meta) => meta.key === '_by_hand');
  return {
    id: shortId(refund.id),
    date_created: created.local,
    date_created_gmt: created.gmt,
    amount: decimal(refund.amount),
    reason: refund.reason ?? '',
    refunded_by: 1,
    refunded_payment: byApi,
    meta_data: state.metaOf(refund.id).filter((meta) => meta.key !== '_by_hand'),
    line_items: refund.lines.map(({ line, quantity }) => {
      const gross = Math.round((paidFor(order, line) * quantity) / line.quantity);
      const sums = taxed(-gross, order.taxRate);
      return {
        ...lineView(order, line),
        ...sums,
        id: shortId(refund.id) * 10 + order.lines.indexOf(line),
        quantity: -quantity,
        meta_data: [{ id: 1, key: '_refunded_item_id', value: String(shortId(line.id)) }],
      };
    }),
    shipping_lines: [],
    tax_lines: [],
    fee_lines: [],
  };
}

export const refundsOf = (order: ShopOrder): Refund[] => standing(order).reverse();
