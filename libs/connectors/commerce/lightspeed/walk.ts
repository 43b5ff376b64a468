import type { WalkPage } from '../../port';
import { countIn, idIn, listOf } from './facts';
import { filterDate, PAGE, type Fields, type LightspeedClient } from './lightspeed.client';

/**
 * A page of everything that changed since a moment, by rising id. The cursor is the last id that was read: it lasts, and
 * what changes during the walk moves no page, as it would with page numbers.
 */
export async function walkPage(
  client: LightspeedClient,
  path: string,
  since: Date | null,
  cursor: string | null,
  options: { reserve: number; fields?: string },
): Promise<WalkPage<Fields>> {
  const from = idIn(cursor) ?? '0';
  const query = { since_id: from, updated_at_min: since ? filterDate(since) : undefined, fields: options.fields };
  const rows = listOf(await client.get(path, { ...query, limit: PAGE }, { reserve: options.reserve }));
  // A shop that overlooked the cursor would have us walk in circles.
  const later = rows.filter((row) => BigInt(idIn(row.id) ?? '0') > BigInt(from));
  const items = later.sort((one, other) => (BigInt(idIn(one.id) ?? '0') < BigInt(idIn(other.id) ?? '0') ? -1 : 1));
  const last = idIn(items.at(-1)?.id);
  return { items, next: rows.length < PAGE ? null : last };
}

export async function countOf(client: LightspeedClient, path: string, since: Date | null): Promise<number> {
  const { count } = await client.get(`${path}/count`, { updated_at_min: since ? filterDate(since) : undefined });
  return countIn(count);
}
