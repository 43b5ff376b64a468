import type { PointsEntryBody } from '@satchel/contracts';
import { fieldsIn, textIn } from '../../vendor/loose';
import { isSmileId } from './members';
import { PAGE, type SmileClient } from './smile.client';

type Fields = Record<string, unknown>;

export function entryOf(row: Fields): PointsEntryBody {
  return {
    externalId: textIn(row.id),
    points: Number(row.points_change) || 0,
    description: textIn(row.description),
    at: textIn(row.created_at),
  };
}

export const newestFirst = (one: Fields, other: Fields): number =>
  Date.parse(textIn(other.created_at)) - Date.parse(textIn(one.created_at)) || Number(other.id) - Number(one.id);

export async function historyOf(client: SmileClient, memberId: string, limit: number): Promise<PointsEntryBody[]> {
  if (!isSmileId(memberId)) return [];
  const { rows } = await client.page('points_transactions', { customer_id: memberId, limit: Math.min(limit, PAGE) });
  return rows.sort(newestFirst).slice(0, limit).map(entryOf);
}

/** The member that an entry belongs to. */
export async function memberOfEntry(client: SmileClient, entryId: string): Promise<string | null> {
  const answer = isSmileId(entryId) ? await client.find(`/points_transactions/${entryId}`) : null;
  return textIn(fieldsIn(answer?.points_transaction).customer_id) || null;
}
