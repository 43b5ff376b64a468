import { moment, Refusal, type Fields, type Query } from './wire';

const DEFAULT_SIZE = 10;
const LARGEST = 100;

export interface Listed {
  rows: Fields[];
  headers: Record<string, string>;
}

const invalid = (param: string, why: string): Refusal =>
  new Refusal(400, 'rest_invalid_param', `Invalid parameter(s): ${param}`, { [param]: why });

function whole(query: Query, name: string, fallback: number, most = Infinity): number {
  const given = query[name];
  if (given === undefined) return fallback;
  const number = Number(given);
  if (!Number.isInteger(number) || number < (name === 'offset' ? 0 : 1) || number > most)
    throw invalid(name, `${name} must be between 1 (inclusive) and ${most} (inclusive)`);
  return number;
}

export const idsIn = (list: string | undefined): Set<number> =>
  new Set((list ?? '').split(',').filter(Boolean).map(Number));

interface Dated {
  id: number;
  createdAt: Date;
  updatedAt: Date;
}

const second = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Filters that all of WooCommerce's lists share, their order and a page of them; views are drawn up for that page alone. */
export function page<T>(
  records: readonly T[],
  query: Query,
  facts: (one: T) => Dated,
  view: (one: T) => Fields,
): Listed {
  const size = whole(query, 'per_page', DEFAULT_SIZE, LARGEST);
  const number = whole(query, 'page', 1);
  const start = query.offset === undefined ? (number - 1) * size : whole(query, 'offset', 0);
  const [include, exclude] = [idsIn(query.include), idsIn(query.exclude)];
  const bounds = (['after', 'modified_after'] as const).map((name) => {
    const given = query[name];
    const at = given === undefined ? null : moment(given);
    if (given !== undefined && !at) throw invalid(name, 'Invalid date.');
    return at && second(at);
  });
  const by = query.orderby ?? 'date';
  if (!['date', 'modified', 'id', 'include', 'title', 'slug'].includes(by))
    throw invalid('orderby', `not one of date, id`);
  const sign = query.order === 'asc' ? 1 : -1;
  const key = (one: Dated): number =>
    by === 'modified' ? second(one.updatedAt) : by === 'id' ? one.id : second(one.createdAt);
  const found = records
    .map((record) => ({ record, facts: facts(record) }))
    .filter(({ facts: { id } }) => (include.size === 0 || include.has(id)) && !exclude.has(id))
    .filter(({ facts: one }) => bounds[0] === null || bounds[0] === undefined || second(one.createdAt) > bounds[0])
    .filter(({ facts: one }) => bounds[1] === null || bounds[1] === undefined || second(one.updatedAt) > bounds[1])
    .sort((one, other) => sign * (key(one.facts) - key(other.facts) || one.facts.id - other.facts.id));
  const rows = found.slice(start, start + size).map(({ record }) => view(record));
  return {
    rows: query._fields === undefined ? rows : rows.map((row) => only(row, query._fields ?? '')),
    headers: { 'x-wp-total': String(found.length), 'x-wp-totalpages': String(Math.ceil(found.length / size)) },
  };
}

function only(row: Fields, names: string): Fields {
  const wanted = names.split(',');
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.includes(name)));
}
