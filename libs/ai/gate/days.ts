import { MONTH_SHORT, MONTHS, WEEKDAY_SHORT, WEEKDAYS, weekdayOf } from '../text/calendar';
import { LANGUAGES } from '../text/language';
import { fold } from '../text/normalise';
import type { Check } from './check';
import type { Span } from './mask';
import { meant } from './roles';
import { RELATIVE_DAYS, VAGUE_TIME } from './words';

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
/** The weekday before a day in figures: "Sonntag, 22.11." */
const WEEKDAY_BEFORE = new RegExp(
  `\\b(${anyOf(WEEKDAY_INDEX.keys())})\\.?,?\\s+(?:(?:the|den|dem|der|de|le|el|am)\\s+)?$`,
);
const pad = (number: string | number): string => String(number).padStart(2, '0');

/** Days in every writing, for a folded mask. */
export function checkDays(check: Check): void {
  const { mask, facts, language, today } = check.on;
  const days = [...facts.keys('day')];
  const before = mask.text;

  const judge = (
    hit: RegExpExecArray,
    year: string | undefined,
    dates: [month: number | string, day: string][],
    weekday = WEEKDAY_BEFORE.exec(before.slice(Math.max(0, hit.index - 24), hit.index))?.[1],
  ): void => {
    const fits = (fact: string): boolean =>
      dates.some(([month, day]) => fact.slice(fact.indexOf('-') + 1) === `${pad(month)}-${pad(day)}`) &&
      (fact.startsWith('*')
        ? !weekday
        : (!year || fact.slice(0, 4) === (year.length === 2 ? `20${year}` : year)) &&
          (!weekday || weekdayOf(fact) === weekdayIndex(weekday)));
    find(hit, days.filter(fits));
  };
  const find = (hit: RegExpExecArray, keys: string[]): void => {
    const span: Span = trimmed(hit, mask.span(hit));
    check.judge('day', keys, span, 'date', { only: meant(check, 'day', before, hit.index, span) });
  };

  for (const hit of mask.take(DAY_MONTH))
    judge(hit, hit[4], [[(MONTH_INDEX.get(hit[3] ?? '') ?? 98) + 1, hit[2] ?? '']], hit[1]);
  for (const hit of mask.take(MONTH_DAY))
    judge(hit, hit[4], [[(MONTH_INDEX.get(hit[2] ?? '') ?? 98) + 1, hit[3] ?? '']], hit[1]);
  for (const hit of mask.take(/\b(\d{4})-(\d{1,2})-(\d{1,2})(?:t[\d:.]+z?)?\b/g))
    judge(hit, hit[1], [[hit[2] ?? '', hit[3] ?? '']]);
  // Day first or month first: the writer meant one of them, and either must be a fact.
  for (const hit of mask.take(/\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\b/g)) {
    const [, a = '', , b = ''] = hit;
    judge(hit, hit[4], [
      [b, a],
      [a, b],
    ]);
  }
  for (const hit of mask.take(/\b(\d{1,2})(?:\.(?=\d{1,2}\.)|\/)(\d{1,2})\b\.?/g)) {
    const [, a = '', b = ''] = hit;
    judge(hit, undefined, [
      [b, a],
      [a, b],
    ]);
  }
  for (const hit of mask.take(MONTH_ALONE))
    find(
      hit,
      days.filter((day) => Number(day.slice(-5, -3)) === (MONTH_INDEX.get(hit[1] ?? '') ?? 98) + 1),
    );
  for (const hit of mask.take(WEEKDAY_ALONE)) {
    // The day it belongs to was judged with it.
    if (/^[\s,.]{1,3}(?:(?:the|den|dem|der|de|le|el|am)\s+)?\u00b7{4}/.test(mask.text.slice(hit.index + hit[0].length)))
      continue;
    const index = weekdayIndex(hit[1] ?? hit[2] ?? '');
    find(
      hit,
      days.filter((day) => !day.startsWith('*') && weekdayOf(day) === index),
    );
  }
  const relative = language ? RELATIVE_DAYS[language] : LANGUAGES.flatMap((each) => RELATIVE_DAYS[each]);
  for (const [pattern, offset] of relative) {
    const day = new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
    for (const hit of mask.take(pattern)) find(hit, [day]);
  }
  for (const hit of mask.take(VAGUE_TIME)) vague(check, hit);
}

/** "Within a few days" is told by nobody, but by a passage that is cited and says the same. */
function vague(check: Check, hit: RegExpExecArray): void {
  const { mask, facts } = check.on;
  const span = mask.span(hit);
  const { cite } = check.spoken(span);
  const said = facts.passages.find(
    (passage) => (passage.cite === null || cite?.has(passage.cite)) && fold(passage.text).includes(hit[0]),
  );
  if (said) check.prove(span, 'passage', said.source);
  else check.wrong('date', span);
}

function trimmed({ 0: hit }: RegExpExecArray, span: Span): Span {
  return { from: span.from, to: span.to - (hit.length - hit.replace(/[.\s]+$/, '').length) };
}

function weekdayIndex(name: string): number {
  return WEEKDAY_INDEX.get(name) ?? WEEKDAY_SHORT.find(([short]) => short === name)?.[1] ?? 99;
}

/** Times of day, for a folded mask. */
export function checkTimes(check: Check): void {
  const { mask } = check.on;
  const judge = (hit: RegExpExecArray): void => {
    const [, figure, minutes = '00', half] = hit;
    const hours = Number(figure);
    const hour = half?.startsWith('p') && hours < 12 ? hours + 12 : half?.startsWith('a') && hours === 12 ? 0 : hours;
    check.judge('time', [`${pad(hour)}:${minutes}`], mask.span(hit), 'time');
  };
  for (const hit of mask.take(/\b(\d{1,2})[:h](\d{2})(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?(?![\p{L}\d])/gu)) judge(hit);
  for (const hit of mask.take(
    /\b(\d{1,2})(?:\.(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|uhr|uur(?! na)|h|heures?(?! (?:ouvr|apres))|horas(?! (?:habil|laboral)))(?![\p{L}\d])/gu,
  )) {
    // "Within 24 hours" is a span of time; the numbers' rule knows those.
    if (/^(?:uur|h|heures?|horas)$/.test(hit[3] ?? '') && spanOfTime(hit)) {
      mask.text = mask.text.slice(0, hit.index) + hit[0] + mask.text.slice(hit.index + hit[0].length);
      continue;
    }
    judge(hit);
  }
  for (const hit of mask.take(
    /\b(?:noon|midday|midnight|mittags?|mitternacht|middernacht|midi|minuit|mediodia|medianoche)\b/g,
  ))
    check.wrong('time', mask.span(hit));
}

function spanOfTime({ input = '', index }: RegExpExecArray): boolean {
  return /\b(?:binnen|na|sous|en|dans|pendant|apres|dentro de|durante|tras|de|durant)\s*$/.test(
    input.slice(Math.max(0, index - 14), index),
  );
}
