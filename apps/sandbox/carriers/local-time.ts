const OFFSETS: Record<string, number> = { IE: 0, GB: 0, PT: 0, FI: 2, GR: 2, US: -5, CA: -5 };

/** Hours east of Greenwich, in winter. */
export const hoursIn = (countryCode: string): number => OFFSETS[countryCode] ?? 1;

/** "-05:00" */
export function offsetIn(countryCode: string): string {
  const hours = hoursIn(countryCode);
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}

/** As the clock on the wall there shows it, without a zone: "2026-11-20T07:13:56". */
export const wallClock = (at: Date, countryCode: string): string =>
  new Date(at.getTime() + hoursIn(countryCode) * 3_600_000).toISOString().slice(0, 19);
