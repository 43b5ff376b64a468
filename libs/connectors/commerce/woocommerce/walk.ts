import type { WalkPage } from '../../port';
import { dateIn, idIn } from './facts';
import { PAGE, type Fields, type Query, type WoocommerceClient } from './woocommerce.client';

/** So many ids fit into an address; more orders than that changed in one second only by an import. */
const MOST_EXCLUDED = 300;
const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\|([\d,]*)$/;

const second = (at: Date): string => at.toISOString().slice(0, 19);
/** `modified_after` leaves out the very second that it names. */
const justBefore = (at: Date): string => second(new Date(at.getTime() - 1_000));

/** What changed since a moment; the filter exists since WooCommerce 5.8. */
export const changedSince = (since: Date | null): Query =>
  since ? { modified_after: justBefore(since), dates_are_gmt: 'true' } : {};

/**
 * A page of everything that changed since a moment, oldest change first. The cursor is the second of the last change and the
 * ids that were read of it: it lasts, and what changes during the walk moves to its end instead of moving its pages.
 */
export async function walkPage(
  client: WoocommerceClient,
  path: string,
  since: Date | null,
  cursor: string | null,
): Promise<WalkPage<Fields>> {
  const [, at, seen = ''] = CURSOR.exec(cursor ?? '') ?? [];
  const from = at ? new Date(`${at}Z`) : since;
  const ids = seen.split(',').filter(Boolean);
  const query = { orderby: 'modified', order: 'asc', per_page: PAGE, ...changedSince(from) };
  const left = ids.length > MOST_EXCLUDED ? { offset: ids.length } : { exclude: ids.join(',') || undefined };
  const { rows } = await client.page(path, { ...query, ...left });
  return { items: rows, next: rows.length < PAGE ? null : cursorAfter(rows, at ?? null, ids) };
}

function cursorAfter(rows: readonly Fields[], before: string | null, seen: readonly string[]): string | null {
  const changed = (row: Fields): string | null => {
    const date = dateIn(row.date_modified_gmt);
    return date && second(date);
  };
  const last = rows.at(-1);
  const at = last && changed(last);
  // Without a date there is no place to go on from.
  if (!at) return null;
  const here = rows.filter((row) => changed(row) === at).flatMap((row) => idIn(row.id) ?? []);
  return `${at}|${[...(at === before ? seen : []), ...here].join(',')}`;
}

/** X-WP-Total of a list; 0 when the shop does not tell. */
export async function countOf(client: WoocommerceClient, path: string, since: Date | null): Promise<number> {
  return (await client.page(path, { per_page: 1, _fields: 'id', ...changedSince(since) })).total ?? 0;
}
