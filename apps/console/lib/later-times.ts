export interface LaterTime {
  label: string;
  at: Date;
}

const MORNING = 9;

/** Usual times to send something later, in the writer's own zone. */
export function laterTimes(now: Date): LaterTime[] {
  const inAnHour = new Date(now.getTime() + 3_600_000);
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  const tomorrow = morning(now, 1);
  const monday = morning(now, daysToMonday);
  return [
    { label: 'In an hour', at: inAnHour },
    { label: 'Tomorrow', at: tomorrow },
    ...(daysToMonday > 1 ? [{ label: 'Monday', at: monday }] : []),
  ];
}

const morning = (now: Date, days: number): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);

/** As a field for date and time wants it: "2026-11-23T09:00", in the writer's own zone. */
export function inputValue(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** "8 s", "3 min", "2 h": how long something still waits; null when it is further away than a day. */
export function countdown(ms: number): string | null {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return seconds < 24 * 3600 ? `${Math.ceil(seconds / 3600)} h` : null;
}
