import type { Money } from '@satchel/contracts';
import { ConnectorError, type RefundPreview, type RefundWish } from '../../../port';
import { countIn, idIn, isTrue, moneyIn } from '../facts';
import type { Fields } from '../lightspeed.client';
import type { WholeOrder } from '../orders/whole-order';
import { isCount, piecesOf } from './pieces';

/** A credit note to be written: pieces by order line, and whether shipping and the fee for the payment go along. */
export interface Credit {
  pieces: { id: string; quantity: number }[];
  shipping: boolean;
  payment: boolean;
}

/** What a wish comes to; refused in words where Lightspeed has no such credit note. */
export function creditOf(wish: RefundWish, whole: WholeOrder, currency: string): Credit {
  const credit = wish.lines ? linesOf(wish, wish.lines, whole) : restOf(wish, whole);
  if (credit.pieces.length === 0) {
    throw new ConnectorError('rejected', 'Lightspeed credits lines of an order, and none of them is left or chosen');
  }
  if (wish.amount) {
    const { amount } = previewOf(credit, whole, currency);
    if (amount.amount !== wish.amount.amount || currency !== wish.amount.currency) {
      throw new ConnectorError('rejected', 'Lightspeed credits lines of an order, not an amount: choose the lines');
    }
  }
  return credit;
}

function linesOf({ shipping }: RefundWish, lines: NonNullable<RefundWish['lines']>, whole: WholeOrder): Credit {
  const left = new Map(whole.lines.map((line) => [idIn(line.id) ?? '', leftOf(line)]));
  const pieces = piecesOf(lines);
  const tooMany = pieces.some(({ id, quantity }) => quantity > (left.get(id) ?? 0));
  if (tooMany || !lines.every(({ quantity }) => isCount(quantity))) {
    throw new ConnectorError('rejected', 'So many pieces of this line are not left to credit');
  }
  return { pieces, shipping: shipping ?? false, payment: false };
}

/** All that is left; shipping and the fee with the first credit note alone. */
function restOf({ shipping }: RefundWish, whole: WholeOrder): Credit {
  const left = whole.lines.map((line) => ({ id: idIn(line.id) ?? '', quantity: leftOf(line) }));
  const first = creditNotes(whole).length === 0;
  return { pieces: left.filter(({ quantity }) => quantity > 0), shipping: shipping ?? first, payment: first };
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
