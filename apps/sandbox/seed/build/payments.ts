import { DAY, HOUR } from '../clock';
import { arrivalReference, paypalId, stripeId } from '../gateway-ids';
import { subtotal, total } from '../order-sums';
import type { Random } from '../random';
import type { Store } from '../store';
import type { Gateway, Line, Payment, Refund, RefundStatus, ShopOrder, Wallet } from '../world.types';

/** What a new order has until it is paid for; every order that is in the store has a true one. */
export const noPayment = null as unknown as Payment;

const PAYPAL_SHARE = 0.3;

/** One person pays with the same card and the same payer account each time. */
function walletOf(store: Store, order: ShopOrder, random: Random): Wallet {
  const { id, address } = order.customer;
  const own = store.wallets.get(id);
  if (own) return own;
  const made: Wallet = {
    gateway: random.next() < PAYPAL_SHARE ? 'paypal' : 'stripe',
    stripeCustomer: stripeId(random, 'cus'),
    stripeMethod: stripeId(random, 'pm'),
    card: {
      brand: random.pick(['visa', 'visa', 'mastercard', 'amex']),
      last4: String(random.between(1, 9_999)).padStart(4, '0'),
      expMonth: random.between(1, 12),
      expYear: order.createdAt.getUTCFullYear() + random.between(1, 4),
      country: address.countryCode,
    },
    paypalPayer: paypalId(random, 13),
  };
  store.wallets.set(id, made);
  return made;
}

const statusOf: Record<ShopOrder['financial'], Payment['status']> = {
  PENDING: 'pending',
  AUTHORIZED: 'authorized',
  PAID: 'captured',
  PARTIALLY_REFUNDED: 'captured',
  REFUNDED: 'captured',
  VOIDED: 'voided',
};

/** The payment that fits what the order says of its money. */
export function payFor(store: Store, order: ShopOrder, random: Random, gateway?: Gateway): Payment {
  const wallet = walletOf(store, order, random);
  const by = gateway ?? wallet.gateway;
  const stripe = by === 'stripe';
  const status = statusOf[order.financial];
  const captured = status === 'captured';
  const charged = captured || (stripe && status !== 'pending');
  const payment: Payment = {
    id: store.id(),
    order,
    gateway: by,
    status,
    amount: total(order),
    reference: stripe ? stripeId(random, 'pi') : paypalId(random),
    authorizationId: stripe || captured || status === 'pending' ? null : paypalId(random),
    captureId: charged ? (stripe ? stripeId(random, 'ch') : paypalId(random)) : null,
    payerId: stripe ? wallet.stripeCustomer : wallet.paypalPayer,
    payerEmail: order.customer.email,
    methodId: stripe ? wallet.stripeMethod : null,
    card: stripe ? wallet.card : null,
    createdAt: order.createdAt,
    capturedAt: captured ? order.createdAt : null,
    updatedAt: order.createdAt,
  };
  order.payment = payment;
  return store.payments.add(payment);
}

export interface RefundFields {
  at: Date;
  amount: number;
  lines?: { line: Line; quantity: number; restock: boolean }[];
  shipping?: number;
  reason?: string | null;
  note?: string | null;
  status?: RefundStatus;
  settlesAt?: Date;
  key?: string | null;
}

/** How long a refund is on its way to the customer's bank. */
const bankDays = (gateway: Gateway, random: Random): number => (gateway === 'paypal' ? 1 : random.between(3, 7));

/** Adds a refund and lowers what is left of the lines; what the order says of its money is up to the caller. */
export function addRefund(store: Store, order: ShopOrder, fields: RefundFields, random: Random, now: Date): Refund {
  const { payment } = order;
  const settlesAt = fields.settlesAt ?? new Date(fields.at.getTime() + bankDays(payment.gateway, random) * DAY);
  const status = fields.status ?? (settlesAt <= now ? 'succeeded' : 'pending');
  const endedAt = status === 'failed' ? new Date(fields.at.getTime() + HOUR) : settlesAt;
  const refund: Refund = {
    id: store.id(),
    order,
    payment,
    amount: fields.amount,
    lines: fields.lines ?? [],
    shipping: fields.shipping ?? 0,
    reason: fields.reason ?? null,
    note: fields.note ?? null,
    status,
    failureReason: status === 'failed' ? 'expired_or_canceled_card' : null,
    gatewayId: payment.gateway === 'stripe' ? stripeId(random, 're') : paypalId(random),
    settlesAt,
    settledAt: status === 'pending' ? null : endedAt,
    arrivalReference: status === 'succeeded' ? arrivalReference(random) : null,
    key: fields.key ?? null,
    createdAt: fields.at,
    updatedAt: status === 'pending' ? fields.at : endedAt,
  };
  if (status !== 'failed') {
    order.refunded += refund.amount;
    for (const { line, quantity } of refund.lines) line.currentQuantity = Math.max(0, line.currentQuantity - quantity);
  }
  order.refunds.push(refund);
  return store.refunds.add(refund);
}

/** All of an order's lines and its shipping, for a refund in full. */
export function allOf(order: ShopOrder, restock: boolean) {
  return {
    amount: total(order) - order.refunded,
    lines: order.lines
      .filter((line) => line.currentQuantity > 0)
      .map((line) => ({ line, quantity: line.currentQuantity, restock })),
    shipping: subtotal(order) > 0 ? order.shipping : 0,
  };
}
