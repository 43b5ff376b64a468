import type { Random } from './random';

const MIXED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const UPPER = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';

function draw(random: Random, signs: string, length: number): string {
  let text = '';
  while (text.length < length) text += signs[random.between(0, signs.length - 1)] ?? '';
  return text;
}

/** Stripe's ids: `pi_3…`, `ch_3…`, `re_3…` with 24 signs, `pm_1…` with 24, `cus_…` with 14. */
export const stripeId = (random: Random, kind: 'pi' | 'ch' | 're' | 'pm' | 'cus'): string =>
  kind === 'cus' ? `cus_${draw(random, MIXED, 14)}` : `${kind}_${kind === 'pm' ? 1 : 3}${draw(random, MIXED, 23)}`;

/** PayPal's ids of orders, captures, authorizations and refunds have 17 signs, a payer's 13. */
export const paypalId = (random: Random, length = 17): string => draw(random, UPPER, length);

/** An acquirer's reference number: 23 digits, by which a bank finds a refund. */
export const arrivalReference = (random: Random): string => `7${draw(random, '0123456789', 22)}`;

/** Letters and digits that are hard to misread, for codes that people type. */
export const codeText = (random: Random, length: number): string =>
  draw(random, 'ABCDEFGHJKMNPQRSTUVWXYZ23456789', length);
