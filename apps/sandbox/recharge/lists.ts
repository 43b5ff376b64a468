import { Unprocessable } from './refusals';

const DEFAULT_LIMIT = 50;
const LARGEST = 250;

export interface ListQuery {
  limit?: string;
  cursor?: string;
}

const at = (place: number): string => Buffer.from(`row:${place}`).toString('base64url');

/** A page by cursor; the cursor carries the filters, so that naming them beside it is a mistake. */
export function page<T>(
  rows: readonly T[],
  { limit, cursor, ...filters }: ListQuery & Record<string, string | undefined>,
) {
  const size = limit === undefined ? DEFAULT_LIMIT : Number(limit);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST) return new Unprocessable({ limit: ['must be 1 to 250'] });
  if (cursor && Object.keys(filters).length > 0)
    return new Unprocessable({ cursor: ['cannot be used with other filters'] });
  const start = cursor ? Number(/^row:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1] ?? NaN) : 0;
  if (Number.isNaN(start)) return new Unprocessable({ cursor: ['is not valid'] });
  return {
    rows: rows.slice(start, start + size),
    next_cursor: start + size < rows.length ? at(start + size) : null,
    previous_cursor: start > 0 ? at(Math.max(0, start - size)) : null,
  };
}
