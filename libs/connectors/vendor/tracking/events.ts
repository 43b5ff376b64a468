import type { ShipmentEventBody } from '@satchel/contracts';

const ZONED = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?$/;

/**
 * A carrier's ISO time: an instant where it tells a zone, else the local time as it stands, else the day. Null: it is not
 * one. `offset` is a zone that it tells beside it.
 */
export function timeIn(text: unknown, offset?: unknown): string | null {
  if (typeof text !== 'string') return null;
  const zoned = ZONED.exec(text.trim());
  if (zoned) return instant(zoned[1] ?? '', zoned[2] ?? '');
  const [, day = '', minutes = '', seconds = ':00'] = LOCAL.exec(text.trim()) ?? [];
  const local = day ? `${day}T${minutes}${seconds}` : null;
  if (local && Number.isNaN(Date.parse(`${local}Z`))) return null;
  if (local && typeof offset === 'string' && /^[+-]\d{2}:?\d{2}$/.test(offset)) return instant(local, offset) ?? local;
  return local ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null);
}

function instant(local: string, zone: string): string | null {
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const at = new Date(`${local.replace(' ', 'T')}${offset}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** A promised moment; midnight is how carriers write "that day". */
export function promisedIn(text: unknown): string | null {
  const day = typeof text === 'string' && /^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?/.exec(text)?.[1];
  return day || timeIn(text);
}

/**
 * Newest first, whatever the carrier's order is; those without a time are left out. Local times and instants cannot be held
 * against each other: such a list stays as it was told.
 */
export function newestFirst(events: readonly DatedEvent[]): ShipmentEventBody[] {
  const dated = events.filter((event): event is ShipmentEventBody => event.at !== null);
  if (new Set(dated.map(({ at }) => at.endsWith('Z'))).size > 1) return dated;
  return dated.sort((one, other) => (other.at < one.at ? -1 : other.at > one.at ? 1 : 0));
}
type DatedEvent = Omit<ShipmentEventBody, 'at'> & { at: string | null };

export const placeIn = (...parts: readonly string[]): string | null => parts.filter(Boolean).join(', ') || null;
