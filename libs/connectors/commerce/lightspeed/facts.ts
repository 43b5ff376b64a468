import type { Money } from '@satchel/contracts';
import { moneyOf } from '../../vendor/money';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import type { Fields } from './lightspeed.client';

/** Reads of Lightspeed's records, where whatever is empty may be `false`, and a number may be a text. */

export { countIn, wordIn } from '../../vendor/loose';

/** An id as the digits it is written with; null for `false`, 0 and anything else. */
export function idIn(value: unknown): string | null {
  const text = textIn(value);
  return /^[1-9]\d{0,18}$/.test(text) ? text : null;
}

export const isTrue = (value: unknown): boolean => value === true || value === 1 || value === '1' || value === 'true';

export function dateIn(value: unknown): Date | null {
  const at = Date.parse(textIn(value));
  return Number.isNaN(at) ? null : new Date(at);
}

/** Numbers come as 44.1 and as "44.10"; what is no amount is none. */
export function moneyIn(value: unknown, currency: string): Money {
  const number = Number(textIn(value) || NaN);
  if (!Number.isFinite(number)) return { amount: 0, currency };
  const decimal = typeof value === 'string' && /^-?\d+(\.\d*)?$/.test(value.trim()) ? value : number.toFixed(6);
  return moneyOf(decimal, currency);
}

/** The id that `{"resource": {"id", "url", "link"}}` points to. */
export const linkedId = (value: unknown): string | null => idIn(fieldsIn(fieldsIn(value).resource).id);

/** The records that came along within a link; null: they have to be fetched. */
export function embeddedList(value: unknown): Fields[] | null {
  const { embedded } = fieldsIn(fieldsIn(value).resource);
  return Array.isArray(embedded) ? listIn(embedded).map(fieldsIn) : null;
}

/** The one list of an envelope; what the catalogue's is called nobody has written down. */
export const listOf = (answer: Fields): Fields[] => listIn(Object.values(answer).find(Array.isArray)).map(fieldsIn);
