import type { Client } from 'pg';

/** The lowest ordinary transaction id: below whatever a cluster hands out. */
const OLDEST = '3';

/**
 * A log restored into another cluster carries the transaction ids of the old one. If they lie ahead of this cluster's,
 * new events would sort before old ones: then all old rows move to the oldest transaction, in their order of writing,
 * and the readers' places move with them.
 */
export async function healRestoredLog(db: Client): Promise<void> {
  const { rows } = await db.query(
    'select 1 from event where xid >= pg_snapshot_xmax(pg_current_snapshot()) union all ' +
      'select 1 from event_reader where xid > pg_snapshot_xmax(pg_current_snapshot()) limit 1',
  );
  if (rows.length === 0) return;
  await db.query('begin');
  await db.query('lock table event, event_reader in exclusive mode');
  // A reader resumes before the first row that it has not seen; it may see a few again, which its handlers stand.
  await db.query(`
    update event_reader reader set xid = '${OLDEST}', updated_at = now(), seq = coalesce(
      (select min(seq) - 1 from event where (event.xid, event.seq) > (reader.xid, reader.seq)),
      (select max(seq) from event),
      0)`);
  await db.query(`update event set xid = '${OLDEST}' where xid <> '${OLDEST}'`);
  await db.query('commit');
}
