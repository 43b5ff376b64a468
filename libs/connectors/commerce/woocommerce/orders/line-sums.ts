import type { Money } from '@satchel/contracts';
import { fieldsIn, listIn } from '../../../vendor/loose';
import { countIn, idIn, metaIn, moneyIn } from '../facts';
import type { Fields } from '../woocommerce.client';
import type { WholeOrder } from './whole-order';

export const linesIn = (record: Fields): Fields[] => listIn(record.line_items).map(fieldsIn);

/** What was paid for all pieces of a line: after discounts, with tax. */
export function paidFor(line: Fields, currency: string): Money {
  const amount = moneyIn(line.total, currency).amount + moneyIn(line.total_tax, currency).amount;
  return { amount, currency };
}

/** How many pieces of a line were refunded; refunds count them below zero and name the line in metadata. */
export function refundedOf(line: Fields, { refunds }: WholeOrder): number {
  const id = idIn(line.id);
  const pieces = refunds.flatMap(linesIn).filter((one) => idIn(metaIn(one, '_refunded_item_id')) === id);
  return pieces.reduce((sum, one) => sum + Math.abs(countIn(one.quantity)), 0);
}

export const leftOf = (line: Fields, whole: WholeOrder): number =>
  Math.max(0, countIn(line.quantity) - refundedOf(line, whole));
