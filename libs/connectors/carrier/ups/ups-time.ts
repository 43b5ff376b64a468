import type { UpsActivity } from './track-response';

/** 20261120 -> 2026-11-20 */
export function isoDate(date: string | undefined): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(date ?? '');
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : null;
}

/** UPS drops leading zeros (74700 is 07:47:00) and sometimes writes the colons. */
export function isoTime(time: string | undefined): string | null {
  const digits = (time ?? '').replaceAll(':', '').padStart(6, '0');
  const parts = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(digits);
  return time && parts ? `${parts[1]}:${parts[2]}:${parts[3]}` : null;
}

/**
 * When a scan happened: an instant where UPS gives Greenwich time or the offset, else the local time
 * without a zone, else the day. Null when not even that is told.
 */
export function timeOf(activity: UpsActivity): string | null {
  const gmt = joined(isoDate(activity.gmtDate), isoTime(activity.gmtTime));
  if (gmt) return `${gmt}.000Z`;
  const local = joined(isoDate(activity.date), isoTime(activity.time));
  if (!local) return isoDate(activity.gmtDate) ?? isoDate(activity.date);
  const instant = /^[+-]\d{2}:\d{2}$/.test(activity.gmtOffset ?? '') ? new Date(`${local}${activity.gmtOffset}`) : null;
  return instant ? instant.toISOString() : local;
}

function joined(date: string | null, time: string | null): string | null {
  return date && time ? `${date}T${time}` : null;
}
