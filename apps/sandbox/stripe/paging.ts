import { invalid, missing, type StripeProblem } from './stripe.errors';

const USUAL = 10;
const MOST = 100;

export interface ListQuery {
  limit?: string;
  starting_after?: string;
  ending_before?: string;
}

/** A page of a list, newest first, as Stripe cuts it: after or before a record that the caller has. */
export function pageOf<T extends { id: string }>(rows: readonly T[], query: ListQuery, url: string) {
  const limit = Number(query.limit ?? USUAL);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) return invalid('Invalid integer', 'limit');
  const place = (id: string) => rows.findIndex((row) => row.id === id);
  const { starting_after: after, ending_before: before } = query;
  let [start, end] = [0, limit];
  if (after !== undefined) {
    if (place(after) < 0) return missing('object', after, 'starting_after');
    [start, end] = [place(after) + 1, place(after) + 1 + limit];
  } else if (before !== undefined) {
    if (place(before) < 0) return missing('object', before, 'ending_before');
    [start, end] = [Math.max(0, place(before) - limit), place(before)];
  }
  const more = before === undefined ? end < rows.length : start > 0;
  return { object: 'list', data: rows.slice(start, end), has_more: more, url };
}

export const isProblem = (answer: object): answer is StripeProblem => 'status' in answer && 'message' in answer;
