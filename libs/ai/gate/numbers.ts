import type { Check } from './check';
import { normaliseCode } from './facts';
import { conceptOf, TIME_UNITS } from './lexicon/concepts';
import { numeralsIn, readings, unitAfter } from './numerals';
import { AMBIGUOUS_NUMBER_WORDS, NUMBER_WORDS, ORDINAL_WORDS } from './words';

const PERCENT = /\b(\d+(?:[.,]\d+)?)\s*(?:%|percent\b|prozent\b|procent\b|pour\s?cent\b|por\s?ciento\b)/g;
const VOUCHER =
  /\b(?:promo)?(?:code|coupon|voucher|gutschein(?:code)?|rabattcode|kortingscode|cupon|codigo)\b[:\s"'„“]+([a-z]*\d[a-z\d]*|(?=[a-z]{4,}\d*)[a-z]+\d+)\b/g;
const ORDINAL = /\b(\d{1,3})(?:st|nd|rd|th|er|eme|e|º|ª)\b/g;
const MIXED = /#?(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\p{N})(?=[\p{L}\p{N}-]*\p{L})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
/** "45L", "30cm": a number with what it measures. */
const MEASURED = /^(\d+(?:[.,]\d+)?)([a-z]{1,2})$/;

/** Percents, codes, counts and numbers as words, for a folded mask. */
export function checkNumbers(check: Check): void {
  const { mask, facts } = check.on;
  for (const hit of mask.take(PERCENT))
    check.judge('percent', [String(Number((hit[1] ?? '').replace(',', '.')))], mask.span(hit), 'number');
  for (const hit of mask.take(VOUCHER)) check.judge('code', [normaliseCode(hit[1] ?? '')], mask.span(hit), 'code');
  for (const hit of mask.take(ORDINAL)) check.judge('number', [hit[1] ?? ''], mask.span(hit), 'number');
  for (const hit of mask.take(MIXED)) {
    const [, figure, measure = ''] = MEASURED.exec(hit[0]) ?? [];
    const span = mask.span(hit);
    if (
      figure !== undefined &&
      check.known('number', readings(figure).map(String), span, { unit: conceptOf(measure) }).fact
    ) {
      check.judge('number', readings(figure).map(String), span, 'number', { unit: conceptOf(measure) });
    } else check.judge('code', [normaliseCode(hit[0])], span, 'code');
  }
  checkNumerals(check, new Set([...facts.keys('day')].map((day) => day.slice(0, 4))));
  for (const hit of mask.take(/\b[a-z]+(?:-[a-z]+)?\b/g)) {
    const [text] = hit;
    const number = AMBIGUOUS_NUMBER_WORDS.has(text) ? undefined : NUMBER_WORDS.get(text);
    if (number !== undefined)
      judgeCount(check, [number], unitAfter(hit.input, hit.index + text.length), mask.span(hit));
    else if (ORDINAL_WORDS.has(text)) check.wrong('number', mask.span(hit));
  }
}

function checkNumerals(check: Check, years: ReadonlySet<string>): void {
  const { mask } = check.on;
  for (const { text, index, values, unit } of numeralsIn(mask.text)) {
    const span = mask.span({ index, 0: text });
    mask.blank(index, text.length);
    const code = [normaliseCode(text)];
    if (check.known('code', code, span).fact) check.judge('code', code, span, 'code');
    else if (text.startsWith('#')) check.judge('code', code, span, 'number');
    else if (!years.has(text) || unit !== undefined) judgeCount(check, values, unit, span);
  }
}

/** Thirty days are not thirty items, and two of one thing are not two of another. */
function judgeCount(
  check: Check,
  values: readonly number[],
  unit: string | undefined,
  span: { from: number; to: number },
): void {
  const keys = values.map(String);
  const item = check.on.binding.following(span.to);
  if (item !== undefined) {
    const counts = [...check.on.facts.all('number')].filter(
      ({ role, scope }) => /^(?:quantity|returnable)$/.test(role) && scope.item?.includes(item),
    );
    if (counts.length > 0) {
      check.judge('number', keys, span, 'number', { only: (fact) => counts.includes(fact) });
      return;
    }
  }
  if (unit !== undefined && (TIME_UNITS.has(unit) || unit === 'points'))
    check.judge('number', keys, span, 'number', { unit });
  else
    check.judge('number', keys, span, 'number', {
      only: (fact) =>
        fact.unit === undefined || fact.unit === unit || !(TIME_UNITS.has(fact.unit) || fact.unit === 'points'),
    });
}
