import { conceptOf, TIME_UNITS } from './lexicon/concepts';

export interface Numeral {
  text: string;
  index: number;
  /** Every reading: "1.234" is a thousand to some and one and a bit to others. */
  values: number[];
  /** What it counts, as a concept; undefined: no word that we know follows. */
  unit: string | undefined;
}

const NUMERAL = /#?(?<![\p{L}\p{N}.,])\p{N}+(?:[.,'’]\p{N}+)*/gu;
const RANGE = /^\s*(?:-|–|to|bis|a|tot|y|et|und|and|or|of|o|ou|oder|en)\s*\d+/;

/** The numbers in digits of a folded text, with what they count. */
export function numeralsIn(text: string): Numeral[] {
  return [...text.matchAll(NUMERAL)].map(({ 0: hit, index }) => ({
    text: hit,
    index,
    values: readings(hit.replace('#', '')),
    unit: unitAfter(text, index + hit.length),
  }));
}

/** "3 to 5 business days": days, for both. */
export function unitAfter(text: string, at: number): string | undefined {
  let rest = text.slice(at, at + 60);
  const range = RANGE.exec(rest);
  if (range) rest = rest.slice(range[0].length);
  const [, first = '', second = ''] = /^\s*[-–]?\s*([a-z]+)(?:[\s-]+([a-z]+))?/.exec(rest) ?? [];
  const unit = first.length > 1 ? conceptOf(first) : undefined;
  if (unit && unit !== 'business') return unit;
  const next = second.length > 1 ? conceptOf(second) : undefined;
  return next !== undefined && (TIME_UNITS.has(next) || next === 'points' || unit === 'business') ? next : undefined;
}

export function readings(text: string): number[] {
  const decimal = Number(text.replace(',', '.'));
  const all = /[.,]\d{1,2}$/.test(text) ? [decimal] : [Number(text.replace(/[.,'’]/g, '')), decimal];
  return [...new Set(all.filter(Number.isFinite))];
}
