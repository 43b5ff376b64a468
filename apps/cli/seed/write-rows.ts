import type { Ctx } from '@satchel/kernel';
import type { SeedRows } from './seed-rows';

/** What is the same in every row of a table of the demo. */
interface Shared {
  connectionId: string;
  brain: string;
}

/** The oldest ordinary transaction id: what is logged under it lies before everything that really happened. */
const LONG_AGO = '3';

/**
 * The dispatcher has seen them: nobody takes a turn on an old message, and no webhook tells of it. Moves its place over
 * the demo's events only, since whatever really happened has a later transaction.
 */
const PASS_THEM_BY = `
  insert into event_reader (name, xid, seq) select 'dispatcher', $1::text::xid8, coalesce(max(seq), 0) from event where xid = $1::text::xid8
  on conflict (name) do update set xid = excluded.xid, seq = excluded.seq
    where (event_reader.xid, event_reader.seq) < (excluded.xid, excluded.seq)`;

/** Writes the demo in one statement per table, inside the caller's transaction. */
export async function writeRows(ctx: Ctx, rows: SeedRows, { connectionId, brain }: Shared): Promise<void> {
  const insert = async (
    table: string,
    list: readonly object[],
    shared: Record<string, string | null> = {},
  ): Promise<void> => {
    const [first] = list;
    if (!first) return;
    const given = Object.keys(first);
    const fixed = { workspace_id: ctx.workspaceId, ...shared };
    // One typed record per table: the database's own column types read the JSON, so nothing is listed twice.
    await ctx.query(
      `insert into ${table} (${[...given, ...Object.keys(fixed)].join(', ')})
       select ${[...given.map((column) => `r.${column}`), ...Object.keys(fixed).map((_, index) => `f.f${index}`)].join(', ')}
       from jsonb_populate_recordset(null::${table}, $1::jsonb) with ordinality r,
         (select ${Object.keys(fixed)
           .map((column, index) => `x.${column} as f${index}`)
           .join(', ')} from jsonb_populate_record(null::${table}, $2::jsonb) x) f
       order by r.ordinality`,
      [JSON.stringify(list), JSON.stringify(fixed)],
    );
  };
  await insert(
    'customer',
    rows.customers.map((row) => ({ ...row, updated_at: row.created_at })),
  );
  await insert('customer_address', rows.addresses);
  await insert('ticket', rows.tickets, { channel: 'email', connection_id: connectionId });
  await insert('message', rows.messages, { connection_id: connectionId });
  await insert('ai_turn', rows.turns, { brain, prompt_version: 'demo', mode: 'auto' });
  await insert('draft', rows.drafts, { author_kind: 'ai' });
  await insert(
    'tag',
    rows.tags.map((row) => ({ ...row, created_at: rows.customers[0]?.created_at })),
  );
  await insert('ticket_tag', rows.ticketTags);
  await insert('event', rows.events, { xid: LONG_AGO });
  await ctx.query(PASS_THEM_BY, [LONG_AGO]);
  await ctx.query('insert into ticket_counter (workspace_id, last_number) values ($1, $2)', [
    ctx.workspaceId,
    rows.tickets.length,
  ]);
}
