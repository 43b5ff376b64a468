/** "Today", "Yesterday", else the weekday and date, with the year when it is another one. */
export function dayName(at: Date, now: Date, locale: string): string {
  const days = Math.round((midnight(at).getTime() - midnight(now).getTime()) / 86_400_000);
  if (days === 0 || days === -1)
    return capital(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'), locale);
  const year = at.getFullYear() === now.getFullYear() ? undefined : ('numeric' as const);
  const text = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year }).format(at);
  return capital(text, locale);
}

export function timeOfDay(at: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
}

export const sameDay = (one: Date, other: Date): boolean => midnight(one).getTime() === midnight(other).getTime();

export function number(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** "512 B", "82 KB", "3.3 MB", with the decimal sign of the language. */
export function bytes(size: number, locale: string): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = size;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 1 && value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${units[unit]}`;
}

function midnight(at: Date): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate());
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
