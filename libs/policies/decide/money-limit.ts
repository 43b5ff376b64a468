import type { Money, MoneyLimit } from '@satchel/contracts';

const known = new Map<string, number>();

/** Minor units in one of a currency: 100 for EUR, 1 for JPY, 1000 for KWD. */
function minorUnits(currency: string): number {
  const units = known.get(currency) ?? toldUnits(currency);
  // What is no code at all is not kept: there are endless of those.
  if (/^[A-Z]{3}$/.test(currency)) known.set(currency, units);
  return units;
}

function toldUnits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return 10 ** Number(maximumFractionDigits);
  } catch {
    return 100;
  }
}

export function exceeds(amount: Money, limit: MoneyLimit): boolean {
  return amount.amount > most(limit, amount.currency);
}

/** A limit in minor units of one currency. */
export function most(limit: MoneyLimit, currency: string): number {
  return Math.round((limit.byCurrency[currency.toUpperCase()] ?? limit.units) * minorUnits(currency));
}

/** How much of a limit some money fills, all currencies together; 1 is all of it. */
export function shareOf(money: readonly Money[], limit: MoneyLimit): number {
  const sums = new Map<string, number>();
  for (const { amount, currency } of money) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  // Nothing given fills nothing, not even of a limit of nothing.
  return [...sums].reduce((sum, [currency, amount]) => sum + (amount === 0 ? 0 : amount / most(limit, currency)), 0);
}

/** The same limit, so many percent of it. */
export function percentOf(limit: MoneyLimit, percent: number): MoneyLimit {
  const part = (units: number): number => (units * percent) / 100;
  const byCurrency = Object.entries(limit.byCurrency).map(([currency, units]) => [currency, part(units)] as const);
  return { units: part(limit.units), byCurrency: Object.fromEntries(byCurrency) };
}

/** "24.90 EUR". */
export function moneyWords({ amount, currency }: Money): string {
  const units = minorUnits(currency);
  return `${(amount / units).toFixed(Math.round(Math.log10(units)))} ${currency}`;
}

/** "2,000": sentences are English. */
export const figure = (units: number): string => new Intl.NumberFormat('en').format(units);

/** In one order, whatever order they were stored in: the same rules are said in the same words. */
export const byName = <T>(all: Record<string, T>): [string, T][] =>
  Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1));

/** "50 (7,500 JPY)"; units of the order's own currency. */
export function limitWords(limit: MoneyLimit): string {
  const own = byName(limit.byCurrency).map(([currency, units]) => `${figure(units)} ${currency}`);
  return own.length > 0 ? `${figure(limit.units)} (${own.join(', ')})` : figure(limit.units);
}
