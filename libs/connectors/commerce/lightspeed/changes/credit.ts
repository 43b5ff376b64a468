import type { Money } from '@satchel/contracts';
import { ConnectorError, type RefundPreview, type RefundWish } from '../../../port';
import { countIn, idIn, isTrue, moneyIn } from '../facts';
import type { Fields } from '../lightspeed.client';
import type { WholeOrder } from '../orders/order-reader';

/** A credit note to be written: pieces by order line, and whether shipping and the fee for the payment go along. */
export interface Credit {
  pieces: { id: string; quantity: number }[];
  shipping: boolean;
  payment: boolean;
}

/** What a wish comes to; refused in words where Lightspeed has no such credit note. */
export function creditOf(wish: RefundWish, whole: WholeOrder): Credit {
  if (wish.amount) {
    throw new ConnectorError('rejected', 'Lightspeed credits lines of an order, not an amount: choose the lines');
  }
  const left = new Map(whole.lines.map((line) => [idIn(line.id) ?? '', leftOf(line)]));
  if (!wish.lines) {
    const pieces = [...left].filter(([, quantity]) => quantity > 0).map(([id, quantity]) => ({ id, quantity }));
    if (pieces.length === 0) throw new ConnectorError('rejected', 'Nothing of this order is left to credit');
    const all = !creditNotes(whole).length;
    return { pieces, shipping: wish.shipping ?? all, payment: all };
  }
  for (const { orderLineId, quantity } of wish.lines) {
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > (left.get(orderLineId) ?? 0)) {
      throw new ConnectorError('rejected', 'So many pieces of this line are not left to credit');
    }
  }
  const pieces = wish.lines.map(({ orderLineId, quantity }) => ({ id: orderLineId, quantity }));
  if (pieces.length === 0)
    throw new ConnectorError('rejected', 'Lightspeed credits no shipping by itself: choose lines');
  return { pieces, shipping: wish.shipping ?? false, payment: false };
}

export function previewOf(credit: Credit, whole: WholeOrder, currency: string): RefundPreview {
  const { order, lines } = whole;
  const rows = credit.pieces.map(({ id, quantity }) => {
    const line = lines.find((one) => idIn(one.id) === id) ?? {};
    const ordered = countIn(line.quantityOrdered) || 1;
    return Math.round((moneyIn(line.priceIncl, currency).amount * quantity) / ordered);
  });
  const shipping = credit.shipping ? moneyIn(order.shipmentPriceIncl, currency).amount : 0;
  const payment = credit.payment ? moneyIn(order.paymentPriceIncl, currency).amount : 0;
  const sum = rows.reduce((before, row) => before + row, shipping + payment);
  const most = mostOf(whole, currency);
  // The shop never credits more than was paid, whatever rounding says.
  return { amount: { amount: Math.min(sum, most.amount), currency }, most, to: null };
}

export const creditNotes = ({ invoices }: Pick<WholeOrder, 'invoices'>): Fields[] =>
  invoices.filter((one) => isTrue(one.isCreditNote));

const leftOf = (line: Fields): number => Math.max(0, countIn(line.quantityOrdered) - countIn(line.quantityRefunded));

function mostOf(whole: WholeOrder, currency: string): Money {
  const standing = creditNotes(whole).filter((one) => one.status !== 'cancelled');
  const credited = standing.reduce((sum, one) => sum + Math.abs(moneyIn(one.priceIncl, currency).amount), 0);
  return { amount: Math.max(0, moneyIn(whole.order.priceIncl, currency).amount - credited), currency };
}
