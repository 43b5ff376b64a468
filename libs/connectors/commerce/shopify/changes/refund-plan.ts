import type { Money } from '@satchel/contracts';
import { ConnectorError, type RefundPreview, type RefundWish } from '../../../port';
import { decimalOf } from '../../../vendor/money';
import { operation } from '../graphql/operation';
import { money } from '../orders/money-bag';
import type { MoneyBag } from '../orders/order-facts';
import type { ShopifyClient } from '../shopify.client';

const SUGGEST_REFUND = operation('SuggestRefund');

interface SuggestedTransaction {
  gateway: string | null;
  formattedGateway: string | null;
  accountNumber: string | null;
  amountSet: MoneyBag;
  maximumRefundableSet: MoneyBag | null;
  parentTransaction: { id: string } | null;
}

interface SuggestedOrder {
  id: string;
  name: string;
  presentmentCurrencyCode: string;
  lineItems: { nodes: { id: string; unfulfilledQuantity: number }[] };
  suggestedRefund: {
    amountSet: MoneyBag;
    maximumRefundableSet: MoneyBag;
    shipping: { amountSet: MoneyBag };
    refundLineItems: { quantity: number; lineItem: { id: string }; location: { id: string } | null }[];
    suggestedTransactions: SuggestedTransaction[];
  } | null;
}

export interface RefundPlan extends RefundPreview {
  /** RefundInput, but for the note. */
  input: Record<string, unknown>;
}

const restockType = (restock: boolean): string => (restock ? 'RETURN' : 'NO_RESTOCK');

/** What Shopify itself proposes for the wish: it knows taxes, codes, shipping and how the order was paid. */
export async function refundPlan(client: ShopifyClient, wish: RefundWish): Promise<RefundPlan> {
  const whole = !wish.lines && !wish.shipping;
  const { order } = await client.run<{ order: SuggestedOrder | null }>(SUGGEST_REFUND, {
    id: wish.orderId,
    lines: (wish.lines ?? []).map(({ orderLineId, quantity }) => ({
      lineItemId: orderLineId,
      quantity,
      restockType: restockType(wish.restock),
    })),
    shipping: wish.shipping ?? false,
    whole,
  });
  if (!order?.suggestedRefund) throw new ConnectorError('not_found', 'Shopify knows no such order.');
  const { suggestedRefund: told } = order;
  const most = money(told.maximumRefundableSet);
  const amount = wish.amount ?? money(told.amountSet);
  refuse(amount, most, order.name);
  // A bare amount is money alone: no line is written down as given back.
  const lines = wish.amount && !wish.lines ? [] : told.refundLineItems;
  const shipping = wish.amount && !wish.shipping ? false : whole || (wish.shipping ?? false);
  const input = {
    orderId: wish.orderId,
    currency: order.presentmentCurrencyCode,
    notify: wish.notify,
    refundLineItems: lines.flatMap((line) => restocked(order, line, wish.restock)),
    ...(shipping && money(told.shipping.amountSet).amount > 0 && { shipping: { fullRefund: true } }),
    transactions: transactions(wish.orderId, told.suggestedTransactions, amount),
  };
  return { amount, most, to: paidWith(told.suggestedTransactions), input };
}

function refuse(amount: Money, most: Money, name: string): void {
  if (amount.currency !== most.currency) {
    throw new ConnectorError('rejected', `Order ${name} was paid in ${most.currency}, not in ${amount.currency}.`);
  }
  if (amount.amount > most.amount || amount.amount <= 0) {
    const left = `${decimalOf(most)} ${most.currency}`;
    throw new ConnectorError('rejected', `Of order ${name}, ${left} can still be refunded.`);
  }
}

type SuggestedLine = NonNullable<SuggestedOrder['suggestedRefund']>['refundLineItems'][number];

/** What was never sent is taken off the order (CANCEL); what was sent comes back (RETURN). */
function restocked(order: SuggestedOrder, line: SuggestedLine, restock: boolean): object[] {
  const lineItemId = line.lineItem.id;
  if (!restock) return [{ lineItemId, quantity: line.quantity, restockType: 'NO_RESTOCK' }];
  const unsent = order.lineItems.nodes.find(({ id }) => id === lineItemId)?.unfulfilledQuantity ?? 0;
  const cancelled = Math.min(unsent, line.quantity);
  const location = line.location ? { locationId: line.location.id } : {};
  return [
    { lineItemId, quantity: cancelled, restockType: 'CANCEL', ...location },
    { lineItemId, quantity: line.quantity - cancelled, restockType: 'RETURN', ...location },
  ].filter(({ quantity }) => quantity > 0);
}

/** Each payment gives back as much as it can, in the order in which Shopify names them, until the amount is there. */
function transactions(orderId: string, suggested: readonly SuggestedTransaction[], wanted: Money): object[] {
  let left = wanted.amount;
  const parts = suggested.flatMap((one) => {
    const most = money(one.maximumRefundableSet ?? one.amountSet);
    const amount = Math.min(left, most.amount);
    if (amount <= 0) return [];
    left -= amount;
    const { gateway, parentTransaction } = one;
    const value = decimalOf({ amount, currency: most.currency });
    return [{ orderId, parentId: parentTransaction?.id, kind: 'REFUND', gateway: gateway ?? '', amount: value }];
  });
  // A refund without a payment moves no money, and Shopify would say that it had refunded.
  if (left > 0) throw new ConnectorError('rejected', 'Shopify names no payment of this order that can be refunded.');
  return parts;
}

/** "Visa 4242", "PayPal". */
function paidWith(suggested: readonly SuggestedTransaction[]): string | null {
  const names = suggested.map(({ formattedGateway, gateway, accountNumber }) => {
    const digits = /\d{2,4}$/.exec(accountNumber ?? '')?.[0];
    const name = formattedGateway ?? gateway;
    return name && digits ? `${name}, card ending ${digits}` : name;
  });
  return names.filter(Boolean).join('; ') || null;
}
