import type { Money } from '@satchel/contracts';

function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * What somebody typed as an amount, in minor units: "24.90", "24,9", "1.234,50" and "1,234.50" are all understood.
 * Null: it is none, or more exact than the currency.
 */
export function parseMoney(text: string, currency: string): number | null {
  const bare = text.replace(/[\s\u00a0'’]/g, '');
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const digits = digitsOf(currency);
  const at = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const behind = at < 0 ? '' : bare.slice(at + 1);
  const separators = bare.replace(/\d/g, '');
  // The last sign parts off the cents; three digits behind the only kind of sign are thousands.
  const decimal =
    at >= 0 && behind.length <= digits && digits > 0 && separators.slice(0, -1).indexOf(bare.charAt(at)) < 0;
  const whole = decimal ? bare.slice(0, at) : bare;
  if (!/^\d+$|^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  const cents = decimal ? behind.padEnd(digits, '0') : '0'.repeat(digits);
  const amount = Number(`${whole.replace(/[.,]/g, '')}${cents}`);
  return Number.isSafeInteger(amount) ? amount : null;
}

/** As it is typed: "24.90". */
export function moneyText({ amount, currency }: Money): string {
  const digits = digitsOf(currency);
  return (amount / 10 ** digits).toFixed(digits);
}
