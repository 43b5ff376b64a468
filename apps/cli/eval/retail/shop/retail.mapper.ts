import type { PaymentMethod, ShopCustomer, ShopOrder, ShopProduct } from '@satchel/connectors';
import type { FulfilmentStatus, Money, PostalAddressBody, ReturnBody } from '@satchel/contracts';
import type { WireAddress, WireCustomer, WireMethod, WireOrder, WireProduct } from './wire';

/** The shop tells no times. */
const SOME_DAY = new Date('2026-11-10T10:00:00Z');
const PIECES = 10;

export const usd = (amount: number): Money => ({ amount: Math.round(amount * 100), currency: 'USD' });

export const optionsText = (options: Record<string, string>): string =>
  Object.entries(options)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

export const itemOf = (lineId: string): string => lineId.split('.')[0] ?? lineId;

export const isPending = ({ status }: WireOrder): boolean => status.startsWith('pending');
const delivered = ({ status }: WireOrder): boolean =>
  status === 'delivered' || status === 'return requested' || status === 'exchange requested';

function fulfilmentOf(order: WireOrder): FulfilmentStatus {
  if (order.status === 'cancelled') return 'cancelled';
  return isPending(order) ? 'unfulfilled' : 'fulfilled';
}

export function addressOf({ address1, address2, city, zip, country }: WireAddress, name: string): PostalAddressBody {
  return {
    name,
    lines: [address1, address2].filter((line) => line !== ''),
    city,
    postcode: zip,
    country: country === 'USA' ? 'US' : country,
  };
}

export const nameOf = ({ name }: WireCustomer): string => `${name.first_name} ${name.last_name}`;

export function toOrder(order: WireOrder): ShopOrder {
  const { customer, items, payment_history: payments } = order;
  const paid = payments.filter(({ transaction_type }) => transaction_type === 'payment');
  const refunds = payments.filter(({ transaction_type }) => transaction_type === 'refund');
  const seen = new Map<string, number>();
  const cancelled = order.status === 'cancelled';
  return {
    externalId: order.order_id,
    number: order.order_id,
    customerId: order.user_id,
    email: customer?.email ?? null,
    phone: null,
    customerName: customer ? nameOf(customer) : null,
    placedAt: SOME_DAY,
    updatedAt: SOME_DAY,
    cancelledAt: cancelled ? SOME_DAY : null,
    payment: cancelled ? 'refunded' : 'paid',
    fulfilment: fulfilmentOf(order),
    customStatus: order.status,
    total: usd(items.reduce((sum, { price }) => sum + price, 0)),
    refunded: usd(cancelled ? refunds.reduce((sum, { amount }) => sum + amount, 0) : 0),
    lines: items.map(({ item_id, name, options, price }) => {
      const count = (seen.get(item_id) ?? 0) + 1;
      seen.set(item_id, count);
      return {
        id: count === 1 ? item_id : `${item_id}.${count}`,
        title: name,
        variant: optionsText(options),
        sku: item_id,
        quantity: 1,
        unitPrice: usd(price),
        shipped: isPending(order) || cancelled ? 0 : 1,
        refundable: 0,
        returnable: order.status === 'delivered' ? 1 : 0,
      };
    }),
    shippingAddress: addressOf(order.address, customer ? nameOf(customer) : ''),
    shipments: order.fulfillments
      .flatMap(({ tracking_id }) => tracking_id)
      .map((trackingNumber) => ({
        trackingNumber,
        carrier: null,
        trackingUrl: null,
        status: delivered(order) ? 'delivered' : 'in_transit',
        estimatedDelivery: null,
        deliveredAt: null,
        events: [],
      })),
    payments: paid.map(({ amount, payment_method_id }) => ({
      gateway: payment_method_id.replace(/_\d+$/, ''),
      reference: payment_method_id,
      amount: usd(amount),
      paidAt: null,
    })),
    refunds: [],
    returns: toReturn(order) ? [toReturn(order) as ReturnBody] : [],
    discountCodes: [],
    adminUrl: null,
  };
}

export function toReturn(order: WireOrder): ReturnBody | null {
  const ids = order.return_items ?? order.exchange_items;
  if (!ids) return null;
  const title = (id: string): string => order.items.find(({ item_id }) => item_id === id)?.name ?? id;
  return {
    externalId: `${order.order_id}-return`,
    number: null,
    status: 'requested',
    reason: null,
    lines: ids.map((id) => ({ orderLineId: id, title: title(id), quantity: 1 })),
    requestedAt: SOME_DAY.toISOString(),
    instructionsUrl: null,
  };
}

export const toCustomer = (customer: WireCustomer): ShopCustomer => ({
  externalId: customer.user_id,
  name: nameOf(customer),
  email: customer.email,
  phone: null,
  locale: null,
  createdAt: SOME_DAY,
  updatedAt: SOME_DAY,
});

export const toProduct = ({ product_id, name, variants }: WireProduct): ShopProduct => ({
  externalId: product_id,
  title: name,
  description: null,
  url: null,
  imageUrl: null,
  active: true,
  tags: [],
  updatedAt: SOME_DAY,
  variants: Object.values(variants).map(({ item_id, options, available, price }) => ({
    externalId: item_id,
    title: optionsText(options),
    sku: item_id,
    price: usd(price),
    stock: available ? PIECES : 0,
    options,
  })),
});

const BRANDS: Record<string, string> = { visa: 'Visa', mastercard: 'Mastercard' };

export function toMethod({ id, source, brand = 'Card', last_four, balance }: WireMethod): PaymentMethod {
  if (source === 'gift_card')
    return { externalId: id, kind: 'gift_card', label: 'Gift card', balance: usd(balance ?? 0) };
  if (source === 'paypal') return { externalId: id, kind: 'wallet', label: 'PayPal', balance: null };
  const label = `${BRANDS[brand] ?? brand} ending ${last_four ?? ''}`.trim();
  return { externalId: id, kind: 'card', label, balance: null };
}
