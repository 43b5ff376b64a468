import type { Money } from '@satchel/contracts';
import { ConnectorError, type RefundWish } from '../../../port';
import { fieldsIn, listIn } from '../../../vendor/loose';
import { decimalOf } from '../../../vendor/money';
import { countIn, currencyIn, dateIn, idIn, moneyIn } from '../facts';
import { leftOf, linesIn, paidFor } from '../orders/line-sums';
import { refundedIn } from '../orders/order.mapper';
import type { WholeOrder } from '../orders/whole-order';
import type { Fields } from '../woocommerce.client';

/** What to ask for: the sum, and which lines it is for, so that the shop's stock and taxes stay right. */
export interface RefundPlan {
  amount: Money;
  most: Money;
  items: Fields[];
}

interface Piece {
  item: Fields;
  gross: number;
}

const refused = (message: string): ConnectorError => new ConnectorError('rejected', message);

export function planOf(wish: RefundWish, whole: WholeOrder): RefundPlan {
  const { order } = whole;
  const currency = currencyIn(order);
  if (!dateIn(order.date_paid_gmt)) throw refused('This order is not paid, so there is nothing to pay back');
  const left = moneyIn(order.total, currency).amount - refundedIn(order, currency).amount;
  const most = { amount: Math.max(0, left), currency };
  const pieces = piecesOf(wish, whole, currency);
  const sum = pieces.reduce((before, { gross }) => before + gross, 0);
  const everything = !wish.amount && !wish.lines && !wish.shipping;
  const amount = wish.amount ?? (everything ? most : { amount: Math.min(sum, most.amount), currency });
  if (amount.currency !== currency) throw refused(`This order was paid in ${currency}`);
  if (!Number.isSafeInteger(amount.amount) || amount.amount <= 0 || amount.amount > most.amount) {
    throw refused(`Of this order, ${decimalOf(most)} ${currency} can still be refunded`);
  }
  // A sum of its own beside the lines: they are counted as refunded, without sums that would contradict it.
  const own = amount.amount !== sum;
  const items = pieces.map(({ item }) => (own ? { id: item.id, quantity: item.quantity } : item));
  return { amount, most, items };
}

function piecesOf({ lines, amount, shipping }: RefundWish, whole: WholeOrder, currency: string): Piece[] {
  const rows = linesIn(whole.order);
  const wanted = new Map<string, number>();
  if (lines) {
    for (const { orderLineId, quantity } of lines) wanted.set(orderLineId, (wanted.get(orderLineId) ?? 0) + quantity);
  } else if (!amount && !shipping) {
    for (const row of rows) wanted.set(idIn(row.id) ?? '', leftOf(row, whole));
  }
  const goods = [...wanted].flatMap(([id, quantity]): Piece[] => {
    const row = rows.find((one) => idIn(one.id) === id);
    if (!lines && quantity === 0) return [];
    if (!row || !Number.isInteger(quantity) || quantity < 1 || quantity > leftOf(row, whole))
      throw refused('So many pieces of this line are not left to refund');
    return [piece(row, quantity, countIn(row.quantity), currency)];
  });
  const withShipping = shipping ?? (!lines && !amount);
  const fresh = withShipping && !whole.refunds.some((one) => listIn(one.shipping_lines).length > 0);
  const ways = fresh ? listIn(whole.order.shipping_lines).map(fieldsIn) : [];
  return [...goods, ...ways.map((row) => piece(row, 0, 0, currency))].filter(({ item }) => idIn(item.id));
}

/** A share of a line, or all of a shipping line; WooCommerce wants net and each tax apart. */
function piece(row: Fields, quantity: number, of: number, currency: string): Piece {
  const share = (cents: number): number => (of > 0 ? Math.round((cents * quantity) / of) : cents);
  const gross = share(paidFor(row, currency).amount);
  const taxes = listIn(row.taxes)
    .map(fieldsIn)
    .filter((tax) => idIn(tax.id))
    .map((tax) => ({ id: Number(tax.id), cents: share(moneyIn(tax.total, currency).amount) }));
  const net = gross - taxes.reduce((sum, tax) => sum + tax.cents, 0);
  const text = (amount: number): string => decimalOf({ amount, currency });
  const item = {
    id: Number(row.id),
    ...(of > 0 && { quantity }),
    refund_total: Number(text(net)),
    refund_tax: taxes.map((tax) => ({ id: tax.id, refund_total: Number(text(tax.cents)) })),
  };
  return { item, gross };
}
