import { isPaid, paidFor, refundable, total } from '../seed/world';
import type { Payment, Refund, ShopOrder } from '../seed/world.types';
import { connection, type PageArgs } from './connection';
import type { LineInput } from './mutations/inputs';
import { idOf } from './mutations/inputs';
import { lineView } from './line.view';
import { gid, moneyBag, SHOP_LOCATION, time } from './views';

const gateways = {
  stripe: { gateway: 'stripe', formattedGateway: 'Stripe' },
  paypal: { gateway: 'paypal', formattedGateway: 'PayPal' },
};

const receipt = ({ gateway, captureId, reference }: Payment) =>
  gateway === 'stripe'
    ? { id: captureId, object: 'charge', payment_intent: reference }
    : { transaction_id: captureId, order_id: reference };

const accountNumber = ({ card }: Payment) => (card ? `•••• •••• •••• ${card.last4}` : null);

const transaction = (payment: Payment, id: number, kind: string, status: string, cents: number, at: Date) => ({
  __typename: 'OrderTransaction',
  id: gid('OrderTransaction', id),
  kind,
  status,
  ...gateways[payment.gateway],
  accountNumber: accountNumber(payment),
  amountSet: moneyBag(cents),
  paymentId: `c${payment.id}.1`,
  receiptJson: JSON.stringify(receipt(payment)),
  parentTransaction: null,
  createdAt: time(at),
  processedAt: time(at),
  test: false,
});

function saleView(order: ShopOrder) {
  const { payment, financial } = order;
  const kind = financial === 'AUTHORIZED' || payment.status === 'authorized' ? 'AUTHORIZATION' : 'SALE';
  const status = financial === 'PENDING' ? 'PENDING' : payment.status === 'failed' ? 'FAILURE' : 'SUCCESS';
  return transaction(payment, order.id + 1, kind, status, total(order), order.createdAt);
}

const refundStatus: Record<Refund['status'], string> = { pending: 'PENDING', succeeded: 'SUCCESS', failed: 'FAILURE' };

const backView = (order: ShopOrder, refund: Refund) => ({
  ...transaction(refund.payment, refund.id + 3, 'REFUND', refundStatus[refund.status], refund.amount, refund.createdAt),
  parentTransaction: saleView(order),
});

export const transactionsView = (order: ShopOrder) => [
  saleView(order),
  ...order.refunds.map((refund) => backView(order, refund)),
];

export function refundView(order: ShopOrder, refund: Refund, orderView: () => unknown) {
  return {
    __typename: 'Refund',
    id: gid('Refund', refund.id),
    legacyResourceId: String(refund.id),
    createdAt: time(refund.createdAt),
    processedAt: time(refund.createdAt),
    updatedAt: time(refund.updatedAt),
    note: refund.note,
    totalRefundedSet: moneyBag(refund.amount),
    order: orderView,
    transactions: (args: PageArgs) => connection([refund], args, (one) => backView(order, one)),
    refundLineItems: (args: PageArgs) =>
      connection(
        refund.lines.map((entry, place) => ({ ...entry, id: refund.id + place })),
        args,
        (entry) => refundLine(order, entry.line.id, entry.quantity, entry.restock ? 'RETURN' : 'NO_RESTOCK'),
      ),
  };
}

function refundLine(order: ShopOrder, id: number, quantity: number, restockType: string) {
  const line = order.lines.find((one) => one.id === id);
  if (!line) return null;
  return {
    lineItem: lineView(order, line),
    location: restockType === 'NO_RESTOCK' ? null : SHOP_LOCATION,
    quantity,
    restockType,
    subtotalSet: moneyBag(paidFor(order, line, quantity)),
  };
}

/** Shipping that nobody paid back yet. */
export function shippingLeft(order: ShopOrder): number {
  const back = order.refunds.filter(({ status }) => status !== 'failed');
  return Math.max(0, order.shipping - back.reduce((sum, refund) => sum + refund.shipping, 0));
}

interface SuggestArgs {
  refundLineItems?: LineInput[] | null;
  refundShipping?: boolean | null;
  suggestFullRefund?: boolean | null;
}

export function suggestedRefund(order: ShopOrder, args: SuggestArgs) {
  const rest = refundable(order);
  const whole = args.suggestFullRefund ?? false;
  const asked = whole
    ? order.lines.map((line) => ({ id: line.id, quantity: line.currentQuantity, restock: 'RETURN' }))
    : (args.refundLineItems ?? []).map((line) => ({
        id: idOf(line.lineItemId, 'LineItem') ?? 0,
        quantity: line.quantity,
        restock: line.restockType ?? 'NO_RESTOCK',
      }));
  const lines = asked
    .filter(({ quantity }) => quantity > 0)
    .flatMap(({ id, quantity, restock }) => refundLine(order, id, quantity, restock) ?? []);
  const goods = asked.reduce((sum, { id, quantity }) => {
    const line = order.lines.find((one) => one.id === id);
    return line ? sum + paidFor(order, line, quantity) : sum;
  }, 0);
  const shipping = whole || args.refundShipping ? shippingLeft(order) : 0;
  const amount = whole ? rest : Math.min(rest, goods + shipping);
  return {
    amountSet: moneyBag(amount),
    subtotalSet: moneyBag(goods),
    maximumRefundableSet: moneyBag(rest),
    shipping: { amountSet: moneyBag(shipping), maximumRefundableSet: moneyBag(shippingLeft(order)) },
    refundLineItems: lines,
    suggestedTransactions:
      isPaid(order) && rest > 0
        ? [
            {
              ...gateways[order.payment.gateway],
              accountNumber: accountNumber(order.payment),
              amountSet: moneyBag(amount),
              kind: 'SUGGESTED_REFUND',
              maximumRefundableSet: moneyBag(rest),
              parentTransaction: saleView(order),
            },
          ]
        : [],
  };
}
