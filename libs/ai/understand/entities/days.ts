import { MONTHS, MONTH_SHORT } from '../../text/calendar';
import type { Language } from '../../text/language';
import { fold } from '../../text/normalise';
import type { Rest } from './rest';

const ISO = /(?<!\d)(20\d{2})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const NUMERIC = /(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/-]|[.,]\d)\.?/g;
const TIME = /\b\d{1,2}(?::\d{2}|h\d{2})(?::\d{2})?\b|\b\d{1,2}\s?(?:am|pm|uhr|heures)\b/gi;

const NAMES = new Map<string, number>([
  ...Object.values(MONTHS).flatMap((names) => names.map((name, at): [string, number] => [fold(name), at])),
  ...MONTH_SHORT,
]);
const NAME = [...NAMES.keys()].sort((a, b) => b.length - a.length).join('|');
const DAY_NAME = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(${NAME})\b\.?(?:,?\s(?:de\s|del\s)?(20\d{2}))?`,
  'gi',
);
const NAME_DAY = new RegExp(String.raw`\b(${NAME})\b\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s(20\d{2}))?`, 'gi');
const DAY_MS = 86_400_000;

/** Calendar days as "2026-11-21". What may be two days ("03/04" in English) is none. */
export function findDays(rest: Rest, { language, now }: { language: Language | null; now?: Date }): string[] {
  const found: { at: number; day: string | null }[] = [];
  const keep = (at: number | undefined, year: string | undefined, month: number, day: number): void =>
    void found.push({ at: at ?? 0, day: toDay(year, month, day, now) });
  for (const match of rest.matches(ISO)) keep(match.index, match[1], Number(match[2]), Number(match[3]));
  for (const match of rest.matches(DAY_NAME))
    keep(match.index, match[3], (NAMES.get((match[2] ?? '').toLowerCase()) ?? 0) + 1, Number(match[1]));
  for (const match of rest.matches(NAME_DAY))
    keep(match.index, match[3], (NAMES.get((match[1] ?? '').toLowerCase()) ?? 0) + 1, Number(match[2]));
  for (const match of rest.matches(NUMERIC)) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12) keep(match.index, match[4], second, first);
    else if (second > 12) keep(match.index, match[4], first, second);
    else if (first === second || language !== 'en' || match[2] === '.') keep(match.index, match[4], second, first);
  }
  rest.matches(TIME);
  return found.sort((a, b) => a.at - b.at).flatMap(({ day }) => day ?? []);
}

function toDay(year: string | undefined, month: number, day: number, now: Date | undefined): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (year) return valid(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  if (!now) return null;
  // Without a year the nearest one is meant.
  const around = [-1, 0, 1].flatMap((shift) => valid(now.getUTCFullYear() + shift, month, day) ?? []);
  const distance = (iso: string): number => Math.abs(Date.parse(`${iso}T00:00:00Z`) - now.getTime()) / DAY_MS;
  return around.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function valid(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
