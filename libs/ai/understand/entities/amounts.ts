import type { Entities } from '../understanding';
import type { Rest } from './rest';

const SIGN = String.raw`[€$£¥]|(?:us|ca|au)?\$|\b(?:usd|eur|gbp|chf|cad|aud|sek|nok|dkk|pln)\b`;
const WORD = String.raw`(?:[€$£¥]|(?:usd|eur|euros?|gbp|pounds?|quid|dollars?|dolares|bucks|livres|chf|franken|francs|cad|aud|sek|nok|dkk|pln|kr)(?!\p{L}))`;
const NUMBER = String.raw`\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?`;
const BEFORE = new RegExp(String.raw`(${SIGN})\s?(${NUMBER})(?![\d\p{L}])(?:[.,]-)?`, 'giu');
const AFTER = new RegExp(String.raw`(?<![\d\p{L}.,#-])(${NUMBER})(?:[.,]-)?\s?(${WORD})`, 'giu');
/** A share is no amount, and no order number either. */
const PERCENT = /(?<![\p{L}\d])\d{1,3}(?:[.,]\d+)?\s?(?:%|percent\b|prozent\b|procent\b|pour ?cent\b|por ciento\b)/giu;
/** "I paid 49", "cost me 30": money without a sign. */
const PAID =
  /\b(?:paid|costs?|price(?: was| is)?|charged|worth|bezahlt|gezahlt|kostet|gekostet|abgebucht|betaald|afgeschreven|kostte|paye|coute|debite|pague|pagado|costo|cobrado|refund of)\s(?:me |mich |mir |for |about |only |of |uns )?(\d{1,6}(?:[.,]\d{1,2})?)(?![\d\p{L}.,:/-]\d|\d|\p{L}|\s(?:days|times|weeks|months|tage|mal|dagen|keer|jours|fois|dias|veces))/giu;
/** Two decimals are a price. */
const DECIMAL = /(?<![\p{L}\d.,/:#-])(\d{1,6}[.,]\d{2})(?![\d.,/:]|\p{L})/gu;

const CURRENCIES: readonly [RegExp, string][] = [
  [/^(?:€|eur)/, 'EUR'],
  [/^(?:£|gbp|pounds?|quid|livres)/, 'GBP'],
  [/^(?:ca\$|cad)/, 'CAD'],
  [/^(?:au\$|aud)/, 'AUD'],
  [/^(?:us\$|usd|\$|dollar|dolares|bucks)/, 'USD'],
  [/^(?:chf|franken|francs)/, 'CHF'],
  [/^¥/, 'JPY'],
  [/^(?:sek|nok|dkk|pln)/, ''],
];

export function findAmounts(rest: Rest): Entities['amounts'] {
  const found = [
    ...rest.matches(BEFORE).map((match) => ({ at: match.index ?? 0, sign: match[1] ?? '', digits: match[2] ?? '' })),
    ...rest.matches(AFTER).map((match) => ({ at: match.index ?? 0, sign: match[2] ?? '', digits: match[1] ?? '' })),
  ];
  rest.matches(PERCENT);
  for (const pattern of [PAID, DECIMAL])
    found.push(...rest.matches(pattern).map((match) => ({ at: match.index ?? 0, sign: '', digits: match[1] ?? '' })));
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ sign, digits }) => ({ amount: minor(digits, sign), currency: currencyOf(sign) }));
}

function currencyOf(sign: string): string | null {
  const low = sign.toLowerCase();
  const known = CURRENCIES.find(([pattern]) => pattern.test(low));
  return known ? known[1] || low.slice(0, 3).toUpperCase() : null;
}

/** Minor units: "1.499,00" and "1,499.00" are the same; three digits behind a separator are thousands. */
function minor(digits: string, sign: string): number {
  const cents = /[.,](\d{1,2})$/.exec(digits);
  const whole = (cents ? digits.slice(0, -cents[0].length) : digits).replace(/\D/g, '');
  const units = Number(whole);
  // Yen have no smaller unit.
  return sign === '¥' ? units : units * 100 + (cents ? Number((cents[1] ?? '').padEnd(2, '0')) : 0);
}
