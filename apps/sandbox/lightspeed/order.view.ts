import { fulfilmentState, isPaid, total } from '../seed/world';
import type { ShopOrder } from '../seed/world.types';
import { customerView } from './customer.view';
import { creditView, eventViews, invoiceView, lineViews, shipmentViews } from './parts.view';
import type { ShopState } from './state';
import { country, euros, iso, language, withoutTax, type Fields, type Links } from './wire';

export function statusOf(state: ShopState, order: ShopOrder): string {
  if (order.cancelledAt) return 'cancelled';
  const set = state.statuses.get(state.orderId(order));
  if (set) return set;
  if (order.onHold) return 'on_hold';
  if (!isPaid(order)) return 'processing_awaiting_payment';
  return fulfilmentState(order) === 'FULFILLED' ? 'completed_shipped' : 'processing_awaiting_shipment';
}

const shipmentStatus = (order: ShopOrder): string => {
  if (order.cancelledAt) return 'cancelled';
  const told = fulfilmentState(order);
  return told === 'FULFILLED' ? 'shipped' : told === 'PARTIALLY_FULFILLED' ? 'partially_shipped' : 'not_shipped';
};
const paymentStatus = (order: ShopOrder): string =>
  order.financial === 'VOIDED' ? 'cancelled' : isPaid(order) ? 'paid' : 'not_paid';

/** Number and name of a street stand apart: "Lindenallee", "14". */
function street(line: string): [name: string, number: string] {
  const [, name = line, number = ''] = /^(.*\D) (\d+\w?)$/.exec(line) ?? [];
  return [name, number];
}

function address(kind: 'Billing' | 'Shipping', order: ShopOrder): Fields {
  const from = kind === 'Billing' ? order.billingAddress : order.shippingAddress;
  const [name, number] = street(from.address1);
  const fields: Fields = {
    ...(kind === 'Shipping' ? { Company: false } : {}),
    Name: `${from.firstName} ${from.lastName}`,
    Street: name,
    Street2: from.address2 ?? '',
    Number: number,
    Extension: '',
    Zipcode: from.zip,
    City: from.city,
    Region: from.province ?? '',
    Country: country(from.countryCode, from.country),
    RegionData: from.provinceCode ? { id: 548, name: from.province, code: from.provinceCode } : false,
  };
  return Object.fromEntries(Object.entries(fields).map(([part, value]) => [`address${kind}${part}`, value]));
}

/** As lists tell it; `parts` as a single order brings along. */
export function orderView(state: ShopState, order: ShopOrder, links: Links, whole = false): Fields {
  const id = state.orderId(order);
  const { customer, taxRate } = order;
  const guest = state.isGuest(order);
  const part = (value: () => unknown): unknown => (whole ? value() : undefined);
  const invoices = () => [
    invoiceView(state, order, links),
    ...state.creditsOf(order).map((one) => creditView(one, order, state, links)),
  ];
  const rate = taxRate / 100;
  return {
    id,
    createdAt: iso(order.createdAt),
    updatedAt: iso(order.updatedAt),
    number: orderNumber(order),
    status: statusOf(state, order),
    customStatusId: state.customStatusOf.get(id) ?? null,
    channel: 'main',
    remoteIp: '203.0.113.20',
    userAgent: 'Mozilla/5.0',
    referralId: false,
    priceCost: 0,
    priceExcl: withoutTax(total(order), taxRate),
    priceIncl: euros(total(order)),
    weight: 0,
    volume: 0,
    colli: 0,
    gender: false,
    birthDate: false,
    nationalId: '',
    email: customer.email,
    firstname: customer.firstName,
    middlename: '',
    lastname: customer.lastName,
    phone: customer.phone ?? '',
    mobile: '',
    newsletterSubscribed: false,
    isCompany: false,
    companyName: '',
    companyCoCNumber: '',
    companyVatNumber: '',
    ...address('Billing', order),
    ...address('Shipping', order),
    paymentId: order.payment.gateway,
    paymentStatus: paymentStatus(order),
    paymentIsPost: false,
    paymentIsInvoiceExternal: false,
    paymentTaxRate: 0,
    paymentTaxRates: [],
    paymentBasePriceExcl: 0,
    paymentBasePriceIncl: 0,
    paymentPriceExcl: 0,
    paymentPriceIncl: 0,
    paymentTitle: order.payment.gateway === 'paypal' ? 'PayPal' : 'Card',
    paymentData: { method: order.payment.gateway },
    shipmentId: 'core|33265|55707',
    shipmentStatus: shipmentStatus(order),
    shipmentIsCashOnDelivery: false,
    shipmentIsPickup: false,
    shipmentTaxRate: rate,
    shipmentTaxRates: [],
    shipmentBasePriceExcl: withoutTax(order.shipping, taxRate),
    shipmentBasePriceIncl: euros(order.shipping),
    shipmentPriceExcl: withoutTax(order.shipping, taxRate),
    shipmentPriceIncl: euros(order.shipping),
    shipmentDiscountExcl: 0,
    shipmentDiscountIncl: 0,
    shipmentTitle: order.shippingTitle,
    shipmentData: { method: 'default', shipment_id: 33265, shipping_value_id: 55707 },
    shippingDate: null,
    deliveryDate: null,
    isDiscounted: order.discounted > 0,
    discountType: 'amount',
    discountAmount: euros(order.discounted),
    discountPercentage: 0,
    discountCouponCode: order.discounts[0]?.discount.code ?? '',
    taxRates: [{ name: 'BTW', rate, amount: 0 }],
    isNewCustomer: false,
    comment: '',
    memo: state.memos.get(id) ?? order.note ?? '',
    allowNotifications: true,
    doNotifyNew: false,
    doNotifyReminder: false,
    doNotifyCancelled: false,
    language: language('nl'),
    customer: guest
      ? false
      : links.one(
          'customers',
          state.customerId(customer),
          part(() => customerView(state, customer, links)),
        ),
    invoices: links.many(`invoices?order=${id}`, part(invoices)),
    shipments: links.many(
      `shipments?order=${id}`,
      part(() => shipmentViews(state, order, links)),
    ),
    products: links.many(
      `orders/${id}/products`,
      part(() => lineViews(state, order, links)),
    ),
    metafields: links.many(
      `orders/${id}/metafields`,
      part(() => state.metafields.get(id) ?? []),
    ),
    quote: links.one(
      'quotes',
      20_859_000 + (id % 1000),
      part(() => ({ id: 20_859_000 + (id % 1000), isLocked: false })),
    ),
    events: links.many(
      `orders/events?order=${id}`,
      part(() => eventViews(state, order, links)),
    ),
  };
}

export const orderNumber = (order: ShopOrder): string => `ORD${String(order.number).padStart(5, '0')}`;
