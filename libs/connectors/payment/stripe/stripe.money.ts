import type { Money } from '@satchel/contracts';

/**
 * Stripe counts in minor units as everybody does, except here (https://docs.stripe.com/currencies#special-cases): what a unit of
 * theirs is in ours.
 */
const SPECIAL: Readonly<Record<string, { ours: number; theirs: number }>> = {
  // Without decimals, yet told with two for old times' sake.
  ISK: { ours: 1, theirs: 100 },
  UGX: { ours: 1, theirs: 100 },
  // Five iraimbilanja make an ariary; ISO 4217 writes two digits, Stripe none.
  MGA: { ours: 100, theirs: 1 },
};

export function moneyFrom(amount: unknown, currency: unknown): Money {
  const code = typeof currency === 'string' ? currency.toUpperCase() : '';
  const { ours, theirs } = SPECIAL[code] ?? { ours: 1, theirs: 1 };
  const count = typeof amount === 'number' && Number.isSafeInteger(amount) ? amount : 0;
  return { amount: Math.round((count * ours) / theirs), currency: code };
}

export function stripeAmount({ amount, currency }: Money): number {
  const { ours, theirs } = SPECIAL[currency.toUpperCase()] ?? { ours: 1, theirs: 1 };
  return Math.round((amount * theirs) / ours);
}
