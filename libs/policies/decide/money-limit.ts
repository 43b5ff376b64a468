import type { Money, MoneyLimit } from '@satchel/contracts';

/** Minor units in one of a currency: 100 for EUR, 1 for JPY, 1000 for KWD. */
function minorUnits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return 10 ** (maximumFractionDigits ?? 2);
  } catch {
    return 100;
  }
}

export function exceeds(amount: Money, limit: MoneyLimit): boolean {
  const units = limit.byCurrency[amount.currency.toUpperCase()] ?? limit.units;
  return amount.amount > Math.round(units * minorUnits(amount.currency));
}

/** "24.90 EUR". */
export function moneyWords({ amount, currency }: Money): string {
  const units = minorUnits(currency);
  return `${(amount / units).toFixed(Math.round(Math.log10(units)))} ${currency}`;
}

/** "2,000": sentences are English. */
export const figure = (units: number): string => new Intl.NumberFormat('en').format(units);

/** "50 (7,500 JPY)"; units of the order's own currency. */
export function limitWords(limit: MoneyLimit): string {
  const own = Object.entries(limit.byCurrency).map(([currency, units]) => `${figure(units)} ${currency}`);
  return own.length > 0 ? `${figure(limit.units)} (${own.join(', ')})` : figure(limit.units);
}
