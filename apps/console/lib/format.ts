import type { Money } from '@satchel/contracts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Style = 'age' | 'clock' | 'day' | 'date' | 'month' | 'full';

/** The one place where an instant or a date becomes text. `age`: list rows; `day`: dividers; `date`: arrivals. */
export function formatDate(iso: string, style: Style, now = new Date(), locale?: string): string {
  const at = parse(iso);
  if (Number.isNaN(at.getTime())) return iso;
  switch (style) {
    case 'age':
      return age(at, now, locale);
    case 'clock':
      return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
    case 'day':
      return dayName(at, now, locale) ?? long(at, now, locale);
    case 'date':
      return dayName(at, now, locale) ?? short(at, now, locale, true);
    case 'month':
      return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' }).format(at);
    case 'full':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
  }
}

/** A bare date is that day here, not midnight in Greenwich. */
function parse(iso: string): Date {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return date ? new Date(Number(date[1]), Number(date[2]) - 1, Number(date[3])) : new Date(iso);
}

const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

function daysBetween(at: Date, now: Date): number {
  return Math.round((startOfDay(at) - startOfDay(now)) / DAY);
}

function dayName(at: Date, now: Date, locale?: string): string | null {
  const days = daysBetween(at, now);
  if (Math.abs(days) > 1) return null;
  const name = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function age(at: Date, now: Date, locale?: string): string {
  const passed = now.getTime() - at.getTime();
  if (passed < MINUTE) return 'now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)}m`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)}h`;
  if (passed < 7 * DAY) return `${Math.floor(passed / DAY)}d`;
  return short(at, now, locale, false);
}

function short(at: Date, now: Date, locale: string | undefined, weekday: boolean): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(weekday ? { weekday: 'short' } : {}),
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

function long(at: Date, now: Date, locale?: string): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** Whether two instants fall on one calendar day here: where a thread needs no divider. */
export function sameDay(a: string, b: string): boolean {
  return startOfDay(parse(a)) === startOfDay(parse(b));
}

export function formatMoney({ amount, currency }: Money, locale?: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function initialsOf(name: string): string {
  const words = name
    .replace(/@.*/, '')
    .split(/[\s._-]+/)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? '').join('') || '?';
}

/** `out_for_delivery` -> "Out for delivery". */
export function words(code: string): string {
  const text = code.replace(/_/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
