import type { Language } from './language';

/** January to December as written in a reply. */
export const MONTHS: Record<Language, string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};

/** Sunday to Saturday. */
export const WEEKDAYS: Record<Language, string[]> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  de: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  nl: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  es: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
};

/** Short and other forms a model may write, folded; the index is the month or weekday. */
export const MONTH_SHORT: [string, number][] = [
  ['jan', 0],
  ['janv', 0],
  ['ene', 0],
  ['janner', 0],
  ['feb', 1],
  ['fev', 1],
  ['fevr', 1],
  ['febr', 1],
  ['mar', 2],
  ['mrt', 2],
  ['mrz', 2],
  ['apr', 3],
  ['avr', 3],
  ['abr', 3],
  ['jun', 5],
  ['jul', 6],
  ['juil', 6],
  ['aug', 7],
  ['ago', 7],
  ['sep', 8],
  ['sept', 8],
  ['set', 8],
  ['setiembre', 8],
  ['oct', 9],
  ['okt', 9],
  ['nov', 10],
  ['dec', 11],
  ['dez', 11],
  ['dic', 11],
];
export const WEEKDAY_SHORT: [string, number][] = [
  ['sun', 0],
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['weds', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sonnabend', 6],
];

/** The calendar day that a date or instant names in its own offset: "2026-11-22". Null for anything else. */
export function dayOf(iso: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso)?.[0].slice(0, 10);
  return day && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : null;
}

export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** "Sunday 22 November" in the customer's language; without a year, as people write near dates. */
export function writeDay(day: string, language: Language): string {
  const weekday = WEEKDAYS[language][weekdayOf(day)] ?? '';
  const month = MONTHS[language][Number(day.slice(5, 7)) - 1] ?? '';
  const number = Number(day.slice(8, 10));
  switch (language) {
    case 'de':
      return `${weekday}, ${number}. ${month}`;
    case 'es':
      return `${weekday} ${number} de ${month}`;
    case 'fr':
      return `${weekday} ${number === 1 ? '1er' : number} ${month}`;
    case 'en':
    case 'nl':
      return `${weekday} ${number} ${month}`;
  }
}

/** "Friday 20 November, 10:00 UTC"; null for what is no instant. */
export function writeInstant(iso: string, language: Language): string | null {
  const time = new Date(iso);
  if (!dayOf(iso) || Number.isNaN(time.getTime())) return null;
  const utc = time.toISOString();
  return `${writeDay(utc.slice(0, 10), language)}, ${utc.slice(11, 16)} UTC`;
}
