import { createHash } from 'node:crypto';

/** Tells two requests of one client id apart; the order of an object's keys does not count. */
export function requestHash(name: string, args: Record<string, unknown>, ticketId: string | null): string {
  return hashOf([name, args, ticketId]);
}

export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
