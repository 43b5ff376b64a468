export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `days` before `now`, at the given UTC time of that day. */
export function daysAgo(now: Date, days: number, hour = 9, minute = 0): Date {
  const at = new Date(now.getTime() - days * DAY);
  at.setUTCHours(hour, minute, 0, 0);
  return at;
}

/** ISO 8601 without milliseconds, as Shopify writes a DateTime. */
export function isoSeconds(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
