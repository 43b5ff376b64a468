import type { Money } from '@satchel/contracts';
import { ConnectorError } from '../port';

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const EXPONENTS: Readonly<Record<string, number>> = {
  ...group(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...group(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...group(4, 'CLF UYW'),
};

function group(exponent: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, exponent]));
}

/** How many digits of an amount are behind the point. */
export const exponentOf = (currency: string): number => EXPONENTS[currency.toUpperCase()] ?? 2;

/**
 * A vendor's decimal ("59.9") as integer minor units (5990 EUR), digit by digit: a float would lose cents.
 * Digits beyond the currency's own are rounded half away from zero.
 */
export function moneyOf(decimal: string, currency: string): Money {
  const code = currency.toUpperCase();
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal.trim());
  if (!parts) throw new ConnectorError('unavailable', 'An amount came that we cannot read');
  const [, sign = '', whole = '0', fraction = ''] = parts;
  const exponent = exponentOf(code);
  const kept = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  const rounded = (fraction[exponent] ?? '0') >= '5' ? kept + 1n : kept;
  const amount = Number(sign ? -rounded : rounded);
  if (!Number.isSafeInteger(amount)) throw new ConnectorError('unavailable', 'An impossible amount came');
  return { amount, currency: code };
}

/** The way back: 5990 EUR as "59.90", with as many places as the currency has. */
export function decimalOf({ amount, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
