import { MONTH_SHORT, MONTHS, WEEKDAY_SHORT, WEEKDAYS, weekdayOf } from '../text/calendar';
import type { Language } from '../text/language';
import { LANGUAGES } from '../text/language';
import { fold } from '../text/normalise';
import { findAmounts } from './amounts';
import type { Facts } from './facts';
import { normaliseCode } from './facts';
import type { GateProblem } from './problem';
import { findLinks } from './links';
import type { Mask } from './mask';
import { AMBIGUOUS_NUMBER_WORDS, NUMBER_WORDS, ORDINAL_WORDS, RELATIVE_DAYS, VAGUE_TIME } from './words';

export interface StatementContext {
  facts: Facts;
  language: Language | null;
  echoes: readonly string[];
  today: Date;
}

/** Everything in a reply that states a fact and that no tool returned. Each rule blanks what it understood. */
export function findStatements(mask: Mask, context: StatementContext): GateProblem[] {
  const { facts } = context;
  const problems = findLinks(mask, facts);
  hideEchoes(mask, context.echoes);
  for (const text of facts.texts) {
    if (/^\p{N}+$/u.test(text)) facts.numbers.add(Number(text));
    else if ((text.match(/\p{L}/gu) ?? []).length >= 3) mask.hideText(text);
  }
  for (const code of facts.codes) if (code.length >= 6) mask.take(codePattern(code));
  problems.push(...findAmounts(mask, facts));
  // From here on letters are compared without case and accents.
  mask.text = fold(mask.text);
  problems.push(...findDays(mask, context), ...findTimes(mask, facts), ...findNumbers(mask, facts));
  return problems;
}

const ORDER_WORD = String.raw`(?:#|(?:order|bestellung|bestellnummer|bestelling|bestelnummer|ordernummer|commande|pedido|number|nummer|num[eé]ro|n[úu]mero|parcel|sendung|colis|pakket|paquete)(?:\s+(?:no|nr|n°|nº|number|nummer|num[eé]ro|n[úu]mero))?[.:]?\s+#?)`;

function hideEchoes(mask: Mask, echoes: readonly string[]): void {
  for (const echo of echoes) {
    const code = echo.replace(/^#/, '').replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
    if (code) mask.take(new RegExp(`${ORDER_WORD}${code}(?![\\p{L}\\p{N}])`, 'giu'));
  }
}

/** A tracking number is often printed in groups. */
function codePattern(code: string): RegExp {
  const spaced = [...code].map((char) => char.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('[\\s-]?');
  return new RegExp(`#?(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, 'giu');
}

const MONTH_INDEX = new Map<string, number>([
  ...LANGUAGES.flatMap((language) => MONTHS[language].map((name, index): [string, number] => [fold(name), index])),
  ...MONTH_SHORT,
]);
const WEEKDAY_INDEX = new Map<string, number>(
  LANGUAGES.flatMap((language) => WEEKDAYS[language].map((name, index): [string, number] => [fold(name), index])),
);
const anyOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const MONTH = `(${anyOf(MONTH_INDEX.keys())})\\b\\.?`;
const WEEKDAY = `(?:(${anyOf([...WEEKDAY_INDEX.keys(), ...WEEKDAY_SHORT.map(([name]) => name)])})\\.?,?\\s+(?:(?:the|den|dem|der|de|le|el|dia)\\s+)?)?`;
const YEAR = String.raw`(?:,?\s+(?:de\s+|del\s+)?(\d{4})\b)?`;
const DAY_MONTH = new RegExp(
  `\\b${WEEKDAY}(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|e|\\.|º|°)?\\s+(?:of\\s+|de\\s+|d')?${MONTH}${YEAR}`,
  'g',
);
const MONTH_DAY = new RegExp(`\\b${WEEKDAY}${MONTH}\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)${YEAR}`, 'g');
const MONTH_ALONE = new RegExp(
  `\\b(?:in|im|en|until|by|since|seit|bis|tot|sinds|depuis|fin|ende|eind|end of|early|late|desde|hasta)\\s+${MONTH}`,
  'g',
);
const WEEKDAY_ALONE = new RegExp(`\\b(${anyOf(WEEKDAY_INDEX.keys())})s?\\b|\\b(tues|thurs|thu|fri|weds)\\b`, 'g');
const pad = (number: string | number): string => String(number).padStart(2, '0');

function findDays(mask: Mask, { facts, language, today }: StatementContext): GateProblem[] {
  const problems: GateProblem[] = [];
  const wrong = (text: string): void => void problems.push({ kind: 'date', text: text.trim() });
  const known = (year: string | undefined, month: number | string, day: string, weekday?: string): boolean =>
    [...facts.days].some(
      (fact) =>
        fact.slice(5) === `${pad(month)}-${pad(day)}` &&
        (!year || fact.slice(0, 4) === (year.length === 2 ? `20${year}` : year)) &&
        (!weekday || weekdayOf(fact) === weekdayIndex(weekday)),
    );

  for (const [text, weekday, day = '', month = '', year] of mask.take(DAY_MONTH)) {
    if (!known(year, (MONTH_INDEX.get(month) ?? 99) + 1, day, weekday)) wrong(text);
  }
  for (const [text, weekday, month = '', day = '', year] of mask.take(MONTH_DAY)) {
    if (!known(year, (MONTH_INDEX.get(month) ?? 99) + 1, day, weekday)) wrong(text);
  }
  for (const [text, year, month = '', day = ''] of mask.take(/\b(\d{4})-(\d{1,2})-(\d{1,2})(?:t[\d:.]+z?)?\b/g)) {
    if (!known(year, month, day)) wrong(text);
  }
  for (const [text, a = '', , b = '', year] of mask.take(/\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\b/g)) {
    // Day first or month first: the writer meant one of them, and either must be a fact.
    if (!known(year, b, a) && !known(year, a, b)) wrong(text);
  }
  for (const [text, a = '', b = ''] of mask.take(/\b(\d{1,2})(?:\.(?=\d{1,2}\.)|\/)(\d{1,2})\b\.?/g)) {
    if (!known(undefined, b, a) && !known(undefined, a, b)) wrong(text);
  }
  for (const [text, month = ''] of mask.take(MONTH_ALONE)) {
    if (![...facts.days].some((day) => Number(day.slice(5, 7)) === (MONTH_INDEX.get(month) ?? 99) + 1)) wrong(text);
  }
  for (const [text, full, short] of mask.take(WEEKDAY_ALONE)) {
    const index = weekdayIndex(full ?? short ?? '');
    if (![...facts.days].some((day) => weekdayOf(day) === index)) wrong(text);
  }
  const relative = language ? RELATIVE_DAYS[language] : LANGUAGES.flatMap((each) => RELATIVE_DAYS[each]);
  for (const [pattern, offset] of relative) {
    const day = new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
    for (const [text] of mask.take(pattern)) if (!facts.days.has(day)) wrong(text);
  }
  for (const [text] of mask.take(VAGUE_TIME)) wrong(text);
  return problems;
}

function weekdayIndex(name: string): number {
  return WEEKDAY_INDEX.get(name) ?? WEEKDAY_SHORT.find(([short]) => short === name)?.[1] ?? 99;
}

function findTimes(mask: Mask, facts: Facts): GateProblem[] {
  const problems: GateProblem[] = [];
  const check = (text: string, hours: number, minutes: string, half: string | undefined): void => {
    const hour = half?.startsWith('p') && hours < 12 ? hours + 12 : half?.startsWith('a') && hours === 12 ? 0 : hours;
    if (!facts.times.has(`${pad(hour)}:${minutes}`)) problems.push({ kind: 'time', text });
  };
  for (const [text, hours, minutes = '00', half] of mask.take(
    /\b(\d{1,2})[:h](\d{2})(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?(?![\p{L}\d])/gu,
  )) {
    check(text, Number(hours), minutes, half);
  }
  for (const [text, hours, minutes = '00', half] of mask.take(
    /\b(\d{1,2})(?:\.(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|uhr|uur|h|heures?|horas)(?![\p{L}\d])/gu,
  )) {
    check(text, Number(hours), minutes, half);
  }
  for (const [text] of mask.take(
    /\b(?:noon|midday|midnight|mittags?|mitternacht|middernacht|midi|minuit|mediodia|medianoche)\b/g,
  )) {
    problems.push({ kind: 'time', text });
  }
  return problems;
}

function findNumbers(mask: Mask, facts: Facts): GateProblem[] {
  const problems: GateProblem[] = [];
  for (const [text] of mask.take(
    /\b\d+(?:[.,]\d+)?\s*(?:%|percent\b|prozent\b|procent\b|pour\s?cent\b|por\s?ciento\b)/g,
  ))
    problems.push({ kind: 'number', text });
  for (const [text, word = ''] of mask.take(
    /\b(?:promo)?(?:code|coupon|voucher|gutschein|rabattcode|kortingscode|cupon|codigo)\b[:\s"']+([a-z]*\d[a-z\d]*|(?=[a-z]{4,}\d*)[a-z]+\d+)\b/g,
  )) {
    if (!facts.codes.has(normaliseCode(word))) problems.push({ kind: 'code', text });
  }
  for (const [text, number = ''] of mask.take(/\b(\d{1,3})(?:st|nd|rd|th|er|eme|e|º|ª)\b/g)) {
    if (!facts.numbers.has(Number(number))) problems.push({ kind: 'number', text });
  }
  for (const [text] of mask.take(
    /#?(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\p{N})(?=[\p{L}\p{N}-]*\p{L})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu,
  )) {
    if (!facts.codes.has(normaliseCode(text))) problems.push({ kind: 'code', text });
  }
  const years = new Set([...facts.days].map((day) => day.slice(0, 4)));
  for (const [text] of mask.take(/#?\p{N}+(?:[.,'’]\p{N}+)*/gu)) {
    const bare = normaliseCode(text);
    if (facts.codes.has(bare) || years.has(text)) continue;
    if (text.startsWith('#') || !readings(text).some((number) => facts.numbers.has(number)))
      problems.push({ kind: 'number', text });
  }
  for (const [text] of mask.take(/\b[a-z]+(?:-[a-z]+)?\b/g)) {
    const number = AMBIGUOUS_NUMBER_WORDS.has(text) ? undefined : NUMBER_WORDS.get(text);
    if (number !== undefined && !facts.numbers.has(number)) problems.push({ kind: 'number', text });
    else if (ORDINAL_WORDS.has(text)) problems.push({ kind: 'number', text });
  }
  return problems;
}

/** "1.234" is a thousand to some and one and a bit to others. */
function readings(text: string): number[] {
  const decimal = Number(text.replace(',', '.'));
  return /[.,]\d{1,2}$/.test(text) ? [decimal] : [Number(text.replace(/[.,'’]/g, '')), decimal];
}
