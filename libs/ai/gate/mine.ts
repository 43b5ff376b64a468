import { MONTHS, MONTH_SHORT } from '../text/calendar';
import { fold } from '../text/normalise';
import type { FactKind } from './facts';
import { normaliseCode, normaliseUrl } from './facts';
import { SIZE_PATTERN, TERM_PATTERN, termOf } from './lexicon/terms';
import { Mask } from './mask';
import { amountKeys, NUMBER_UNIT, UNIT_NUMBER } from './money';
import { isNegated } from './negation';
import { numeralsIn, unitAfter } from './numerals';
import { AMBIGUOUS_NUMBER_WORDS, NUMBER_WORDS } from './words';

export interface Mined {
  kind: FactKind;
  key: string;
  unit?: string;
}

const MONTH_INDEX = new Map<string, number>([
  ...Object.values(MONTHS).flatMap((names) => names.map((name, index): [string, number] => [fold(name), index])),
  ...MONTH_SHORT,
]);
const pad = (number: number | string): string => String(number).padStart(2, '0');

const URL_PATTERN = /https?:\/\/[^\s<>"')]+/giu;
const MAIL_PATTERN = /[^\s@<>()[\]"']+@[^\s@<>()[\]"']+\.[a-z]{2,}/giu;
const PERCENT = /(\d+(?:[.,]\d+)?)\s*(?:%|percent\b|prozent\b|procent\b|pour\s?cent\b|por\s?ciento\b)/giu;
const CODE =
  /#\s?[\p{L}\p{N}][\p{L}\p{N}-]*|\b(?=[A-Z-]*\d)[A-Z][A-Z\d]*(?:-[A-Z\d]+)*\b|\b[A-Z]{4,}(?:-[A-Z\d]+)+\b|\b[A-Z]{6,}\b/gu;

/** What a text of the house or the shop states: its amounts, days, percents, numbers with what they count, links, codes. */
export function mine(text: string): Mined[] {
  const found: Mined[] = [];
  const mask = new Mask(text);
  for (const [url] of mask.take(URL_PATTERN))
    found.push({ kind: 'url', key: normaliseUrl(url.replace(/[.,;:!?]+$/, '')) });
  for (const [mail] of mask.take(MAIL_PATTERN)) found.push({ kind: 'email', key: mail.toLowerCase() });
  for (const [day] of mask.take(/\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b/g))
    found.push({ kind: 'day', key: day.slice(0, 10) });
  for (const [, day = '', month = '', year = ''] of mask.take(/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g))
    found.push({ kind: 'day', key: `${year}-${pad(month)}-${pad(day)}` });
  for (const pattern of [UNIT_NUMBER, NUMBER_UNIT]) {
    for (const { 0: hit, 1: a = '', 2: b = '', index } of [...mask.text.matchAll(pattern)]) {
      const keys = pattern === UNIT_NUMBER ? amountKeys(a, b) : amountKeys(b, a);
      if (keys.length > 0) mask.blank(index, hit.length);
      for (const key of keys) found.push({ kind: 'amount', key });
    }
  }
  for (const [, number = ''] of mask.take(PERCENT))
    found.push({ kind: 'percent', key: String(Number(number.replace(',', '.'))) });
  for (const [size] of mask.text.matchAll(SIZE_PATTERN)) found.push({ kind: 'term', key: `size ${size}` });
  for (const [code] of mask.text.matchAll(CODE)) found.push({ kind: 'code', key: normaliseCode(code) });
  for (const [phone] of mask.text.matchAll(/\+?\d[\d\s()/-]{6,}\d/g)) {
    const digits = phone.replace(/\D/g, '');
    if (digits.length >= 7) found.push({ kind: 'phone', key: digits });
  }
  mask.fold();
  mineFolded(mask.text, found);
  return found;
}

function mineFolded(plain: string, found: Mined[]): void {
  found.push(...termsIn(plain));
  for (const { values, unit } of numeralsIn(plain))
    for (const value of values) found.push({ kind: 'number', key: String(value), unit });
  for (const { 0: word, index } of plain.matchAll(/\b[a-z]{3,}\b/g)) {
    const number = AMBIGUOUS_NUMBER_WORDS.has(word) ? undefined : NUMBER_WORDS.get(word);
    if (number !== undefined)
      found.push({ kind: 'number', key: String(number), unit: unitAfter(plain, index + word.length) });
  }
  for (const [, day = '', month = ''] of plain.matchAll(/\b(\d{1,2})\.?\s+(?:of |de |d')?([a-z]{3,})/g)) {
    const index = MONTH_INDEX.get(month);
    if (index !== undefined) found.push({ kind: 'day', key: `*-${pad(index + 1)}-${pad(day)}` });
  }
  for (const [, hours = '', minutes = ''] of plain.matchAll(/\b(\d{1,2})[:h](\d{2})\b/g))
    found.push({ kind: 'time', key: `${pad(hours)}:${minutes}` });
}

/** Colours, materials, carriers and the like in folded text, denied ones as denied. */
export function termsIn(plain: string): Mined[] {
  const found: Mined[] = [];
  for (const { 0: word, index } of plain.matchAll(TERM_PATTERN)) {
    const term = termOf(word);
    if (term) found.push({ kind: 'term', key: `${isNegated(plain, index) ? 'not:' : ''}${term.name}` });
  }
  return found;
}
