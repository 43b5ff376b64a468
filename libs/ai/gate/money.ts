import { CURRENCIES } from './words';

const ISO_CODES = new Set(Intl.supportedValuesOf('currency'));
const COMMON_CODES = new Set(['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY']);
const NUMBER = String.raw`\d{1,3}(?:[.,'’\u00a0 ]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?`;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const SIGNS = [...CURRENCIES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((sign) => (/^\p{L}/u.test(sign) ? `\\b${escape(sign)}` : escape(sign)));
const UNIT = `(${SIGNS.join('|')}|\\b[A-Z]{3}|\\b[a-z]{3})`;
/** Unit, number. */
export const UNIT_NUMBER = new RegExp(`${UNIT}\\s?(${NUMBER})(?![\\p{L}\\p{N}])`, 'giu');
/** Number, unit. */
export const NUMBER_UNIT = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(${NUMBER})(?:[.,][-–—])?\\s?${UNIT}(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Currencies that a sign, a word or a code may stand for; none when it is no currency at all. */
export function codesOf(unit: string): string[] {
  const known = CURRENCIES.get(unit.toLowerCase().trim());
  if (known) return known;
  const code = unit.toUpperCase();
  // "for 3", "the 2": three letters are a currency only when they are one, and lower-case words such as "all" or "top" are not.
  return ISO_CODES.has(code) && (unit === code || COMMON_CODES.has(code)) ? [code] : [];
}

const DIGITS = new Map<string, number>();
function digitsOf(currency: string): number {
  const known = DIGITS.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  DIGITS.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

/** Every reading of a written number in a currency's minor units. */
export function minorUnits(text: string, currency: string): number[] {
  const digits = digitsOf(currency);
  const plain = text.replace(/['’\s\u00a0]/g, '');
  const cut = /^(.*)[.,](\d{1,3})$/.exec(plain);
  const whole = (value: string): number => Number(value.replace(/[.,]/g, ''));
  const readings: number[] = [];
  if (!cut || cut[2]?.length === 3) readings.push(whole(plain) * 10 ** digits);
  if (cut && (cut[2]?.length ?? 0) <= digits)
    readings.push(Math.round((whole(cut[1] ?? '') + Number(`0.${cut[2]}`)) * 10 ** digits));
  return readings;
}

/** "USD 4995" for every reading of an amount as written. */
export function amountKeys(unit: string, number: string): string[] {
  return codesOf(unit).flatMap((currency) => minorUnits(number, currency).map((minor) => `${currency} ${minor}`));
}
