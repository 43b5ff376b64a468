import { Refusal, type Fields } from './wire';

const MOST = 250;
const USUAL = 50;

export type Query = Record<string, string | undefined>;

const time = (value: unknown): number => Date.parse(typeof value === 'string' ? value : '');
/** "2026-11-20 12:00:00", in UTC. */
const filterTime = (value: string): number => Date.parse(`${value.trim().replace(' ', 'T')}Z`);

/** A list as asked for: dates, `since_id`, page and limit, and the fields that are wanted. */
export function listed(rows: readonly Fields[], query: Query): Fields[] {
  const limit = query.limit === undefined ? USUAL : Number(query.limit);
  const page = query.page === undefined ? 1 : Number(query.page);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw new Refusal(400, 'Invalid limit, maximum is 250.');
  if (!Number.isInteger(page) || page < 1) throw new Refusal(400, 'Invalid page.');
  const found = matching(rows, query).slice((page - 1) * limit, page * limit);
  const wanted = query.fields?.split(',').map((name) => name.trim());
  return wanted ? found.map((row) => Object.fromEntries(wanted.map((name) => [name, row[name]]))) : found;
}

export function matching(rows: readonly Fields[], query: Query): Fields[] {
  const bounds: [name: string, field: string, keep: (value: number, bound: number) => boolean][] = [
    ['created_at_min', 'createdAt', (value, bound) => value >= bound],
    ['created_at_max', 'createdAt', (value, bound) => value <= bound],
    ['updated_at_min', 'updatedAt', (value, bound) => value >= bound],
    ['updated_at_max', 'updatedAt', (value, bound) => value <= bound],
  ];
  let found = [...rows];
  for (const [name, field, keep] of bounds) {
    const asked = query[name];
    if (asked === undefined) continue;
    const bound = filterTime(asked);
    if (Number.isNaN(bound)) throw new Refusal(400, `Invalid value for ${name}.`);
    // Times on the wire have no fractions of a second.
    found = found.filter((row) => keep(time(row[field]), Math.floor(bound / 1000) * 1000));
  }
  if (query.since_id !== undefined) found = found.filter((row) => Number(row.id) > Number(query.since_id));
  return found.sort((one, other) => Number(one.id) - Number(other.id));
}
