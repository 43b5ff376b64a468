import type { Money } from '@satchel/contracts';
import { listIn, fieldsIn, textIn } from '../../vendor/loose';
import { moneyOf } from '../../vendor/money';
import type { Fields } from './woocommerce.client';

/** Reads of WooCommerce's records, in whose place any plug-in may put something else. */

export { countIn, wordIn } from '../../vendor/loose';

/** An id as the digits it is written with; null for 0 and anything else. */
export function idIn(value: unknown): string | null {
  const text = textIn(value);
  return /^[1-9]\d{0,15}$/.test(text) ? text : null;
}

/** The `…_gmt` fields: an instant in UTC that is written without a zone. */
export function dateIn(value: unknown): Date | null {
  const text = textIn(value);
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(at) ? null : new Date(at);
}

/** Amounts are texts, with as many places as the shop shows; what is no amount is none. */
export function moneyIn(value: unknown, currency: string): Money {
  const text = textIn(value).trim();
  const number = Number(text || NaN);
  if (!Number.isFinite(number) || Math.abs(number) > 1e12) return { amount: 0, currency };
  return moneyOf(/^-?\d+(\.\d*)?$/.test(text) ? text : number.toFixed(6), currency);
}

export const sumOf = (amounts: readonly Money[], currency: string): Money => ({
  amount: amounts.reduce((sum, one) => sum + one.amount, 0),
  currency,
});

/** The value of a record's metadata of that name. */
export const metaIn = (record: Fields, key: string): unknown =>
  listIn(record.meta_data)
    .map(fieldsIn)
    .find((one) => one.key === key)?.value;

export const currencyIn = (record: Fields): string => {
  const code = textIn(record.currency).toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : 'XXX';
};
