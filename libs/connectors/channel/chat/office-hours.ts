import { ConnectorError } from '../../port';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const RANGE = /^([A-Za-z]{2})(?:-([A-Za-z]{2}))? (\d{2}):(\d{2})-(\d{2}):(\d{2})$/;
const EXAMPLE = 'write office hours as "Mo-Fr 09:00-17:00, Sa 10:00-14:00 Europe/Berlin"';

interface Range {
  days: Set<number>;
  /** Minutes of the day; `to` is the first that no longer counts. */
  from: number;
  to: number;
}

/** "Mo-Fr 09:00-17:00, Sa 10:00-14:00 Europe/Berlin": whether a moment lies within. Throws ConnectorError. */
export function officeHours(typed: string | undefined): (now: Date) => boolean {
  const [, hours, zone] = /^(.+)\s+(\S+)$/.exec((typed ?? '').trim()) ?? [];
  if (!hours || !zone) throw new ConnectorError('rejected', `The office hours are missing: ${EXAMPLE}.`);
  const ranges = hours.split(/\s*[,;]\s*/).map(rangeOf);
  const clock = clockIn(zone);
  return (now) => {
    const { day, minute } = clock(now);
    return ranges.some((range) => range.days.has(day) && minute >= range.from && minute < range.to);
  };
}

function rangeOf(text: string): Range {
  const [, first, last, ...times] = RANGE.exec(text.trim()) ?? [];
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = times.map(Number);
  const begin = dayOf(first);
  const end = last === undefined ? begin : dayOf(last);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  if (begin < 0 || end < 0 || from >= to || to > 24 * 60 || fromMinute > 59 || toMinute > 59)
    throw new ConnectorError('rejected', `"${text}" cannot be read: ${EXAMPLE}.`);
  const days = new Set<number>();
  for (let day = begin; ; day = (day + 1) % DAYS.length) {
    days.add(day);
    if (day === end) return { days, from, to };
  }
}

const dayOf = (name: string | undefined): number =>
  DAYS.findIndex((day) => day.toLowerCase() === (name ?? '').toLowerCase());

/** The day of the week (Monday 0) and the minute of it, as the clocks there show them. */
function clockIn(zone: string): (now: Date) => { day: number; minute: number } {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    throw new ConnectorError('rejected', `"${zone}" is no time zone: ${EXAMPLE}.`);
  }
  return (now) => {
    const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
    const day = dayOf(parts.get('weekday')?.slice(0, 2));
    return { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
  };
}
