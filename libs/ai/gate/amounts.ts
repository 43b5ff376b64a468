import type { Facts } from './facts';
import type { GateProblem } from './problem';
import type { Mask } from './mask';
import { CURRENCIES } from './words';

const ISO_CODES = new Set(Intl.supportedValuesOf('currency'));
const NUMBER = String.raw`\d{1,3}(?:[.,'’\u00a0 ]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?`;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const SIGNS = [...CURRENCIES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((sign) => (/^\p{L}/u.test(sign) ? `\\b${escape(sign)}` : escape(sign)));
const UNIT = `(${SIGNS.join('|')}|\\b[A-Z]{3}|\\b[a-z]{3})`;
const BEFORE = new RegExp(`${UNIT}\\s?(${NUMBER})(?![\\p{L}\\p{N}])`, 'giu');
const AFTER = new RegExp(`(?<![\\p{L}\\p{N}.,])(${NUMBER})(?:[.,][-–—])?\\s?${UNIT}(?![\\p{L}\\p{N}])`, 'giu');
const CENTS = new RegExp(String.raw`(?<![\p{L}\p{N}])(\d+)\s?(?:cents?|ct|céntimos|centimes)(?![\p{L}\p{N}])`, 'giu');

/** Amounts of money, as minor units with their currency, against those that a tool returned. */
export function findAmounts(mask: Mask, facts: Facts): GateProblem[] {
  const problems: GateProblem[] = [];
  const judge = (text: string, unit: string, number: string): boolean => {
    const currencies = codesOf(unit);
    if (currencies.length === 0) return false;
    const known = currencies.some((currency) =>
      minorUnits(number, currency).some((minor) => facts.amounts.has(`${currency} ${minor}`)),
    );
    if (!known) problems.push({ kind: 'amount', text });
    return true;
  };
  // A sign between two numbers belongs to one of them; both readings are judged on their own text.
  for (const pattern of [BEFORE, AFTER]) {
    mask.text = mask.text.replace(pattern, (text: string, ...groups: string[]) => {
      const [unit = '', number = ''] = pattern === BEFORE ? [groups[0], groups[1]] : [groups[1], groups[0]];
      return judge(text, unit, number) ? '·'.repeat(text.length) : text;
    });
  }
  for (const [text] of mask.take(CENTS)) problems.push({ kind: 'amount', text });
  return problems;
}

function codesOf(unit: string): string[] {
  const known = CURRENCIES.get(unit.toLowerCase().trim());
  if (known) return known;
  const code = unit.toUpperCase();
  // "for 3", "the 2": three letters are a currency only when they are one, and lower-case words such as "all" or "top" are not.
  return ISO_CODES.has(code) && (unit === code || COMMON_CODES.has(code)) ? [code] : [];
}
const COMMON_CODES = new Set(['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY']);

/** Every reading of a written number in a currency's minor units. */
function minorUnits(text: string, currency: string): number[] {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const plain = text.replace(/['’\s\u00a0]/g, '');
  const cut = /^(.*)[.,](\d{1,3})$/.exec(plain);
  const whole = (value: string): number => Number(value.replace(/[.,]/g, ''));
  const readings: number[] = [];
  if (!cut || cut[2]?.length === 3) readings.push(whole(plain) * 10 ** digits);
  if (cut && (cut[2]?.length ?? 0) <= digits)
    readings.push(Math.round((whole(cut[1] ?? '') + Number(`0.${cut[2]}`)) * 10 ** digits));
  return readings;
}
