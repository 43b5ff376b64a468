import type { Ctx } from '../ctx/ctx';
import type { Cursor } from './cursor';
import type { LoggedEvent } from './logged-event';

const READER = 'dispatcher';

export interface QueuedJob {
  task: string;
  maxAttempts: number;
  payload: { workspaceId: string; requestId: string | null; data: LoggedEvent };
}

/** Where the dispatcher stands in the log; a new installation starts before its first event. */
export async function placeOf(ctx: Ctx): Promise<Cursor> {
  await ctx.query(`insert into event_reader (name, xid, seq) values ($1, '0', 0) on conflict do nothing`, [READER]);
  const [row] = await ctx.query<Cursor>('select xid::text, seq::text from event_reader where name = $1', [READER]);
  if (!row) throw new Error('the place of the dispatcher in the event log is missing');
  return row;
}

/** Enqueues and moves on, or does neither. False: the place was not where we believed. */
export async function advance(ctx: Ctx, from: Cursor, to: Cursor, jobs: QueuedJob[]): Promise<boolean> {
  const [row] = await ctx.query<{ moved: number }>(
    `with moved as (
       update event_reader set xid = $4::xid8, seq = $5::bigint, updated_at = now()
        where name = $1 and xid = $2::xid8 and seq = $3::bigint returning 1
     ), enqueued as (
       select satchel_enqueue_all($6::json) from moved where json_array_length($6::json) > 0
     )
     select (select count(*)::int from moved) as moved, (select count(*) from enqueued) as enqueued`,
    [READER, from.xid, from.seq, to.xid, to.seq, JSON.stringify(jobs)],
    { name: 'event-dispatch' },
  );
  return row?.moved === 1;
}
