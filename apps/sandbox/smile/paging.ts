const DEFAULT_LIMIT = 50;
const LARGEST = 250;

export interface ListQuery {
  limit?: string;
  cursor?: string;
  page?: string;
  page_size?: string;
}

const sizeOf = (text: string | undefined): number | null => {
  const size = text === undefined ? DEFAULT_LIMIT : Number(text);
  return Number.isInteger(size) && size >= 1 && size <= LARGEST ? size : null;
};

/** A page by cursor: null when the query cannot be answered. A cursor is opaque: where the last page ended. */
export function byCursor<T>(rows: readonly T[], { limit, cursor }: ListQuery) {
  const size = sizeOf(limit);
  const start = cursor ? placeOf(cursor) : 0;
  if (size === null || start === null) return null;
  const next = start + size < rows.length ? cursorAt(start + size) : null;
  const previous = start > 0 ? cursorAt(Math.max(0, start - size)) : null;
  return { rows: rows.slice(start, start + size), metadata: { next_cursor: next, previous_cursor: previous } };
}

/** The other style: a page's number. */
export function byPage<T>(rows: readonly T[], { page = '1', page_size }: ListQuery): T[] | null {
  const size = sizeOf(page_size);
  const number = Number(page);
  if (size === null || !Number.isInteger(number) || number < 1) return null;
  return rows.slice((number - 1) * size, number * size);
}

const cursorAt = (place: number): string => Buffer.from(`at:${place},direction:next`).toString('base64');

function placeOf(cursor: string): number | null {
  const place = /^at:(\d+),direction:next$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  return place === undefined ? null : Number(place);
}
