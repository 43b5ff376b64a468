import type { Ctx } from '../ctx/ctx';
import { EVERY_WORKSPACE } from '../ctx/actor';
import { type Cursor, formatCursor } from './cursor';
import type { LoggedEvent } from './logged-event';

interface EventRow {
  id: string;
  xid: string;
  seq: string;
  type: string;
  workspace_id: string;
  ticket_id: string | null;
  actor_kind: string;
  actor_id: string | null;
  payload: unknown;
  request_id: string | null;
  at: Date;
}

export interface NewEvent {
  id: string;
  workspaceId: string;
  type: string;
  ticketId: string | null;
  actorKind: string;
  actorId: string | null;
  payload: string;
  requestId: string;
  at: Date;
}

const INSERT = `
  insert into event (id, workspace_id, type, ticket_id, actor_kind, actor_id, payload, request_id, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export async function insertEvent(ctx: Ctx, e: NewEvent): Promise<void> {
  await ctx.query(
    INSERT,
    [e.id, e.workspaceId, e.type, e.ticketId, e.actorKind, e.actorId, e.payload, e.requestId, e.at],
    { name: 'event-insert' },
  );
}

const COLUMNS = `id, xid::text, seq::text, type, workspace_id, ticket_id, actor_kind, actor_id, payload, request_id, at`;
// Only below the oldest transaction still running: whatever commits later sorts after everything returned here.
const SETTLED = `(xid, seq) > ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())`;
const IN_ORDER = `order by event.xid, event.seq limit $3`;

export async function selectEvents(ctx: Ctx, after: Cursor, limit: number, types?: string[]): Promise<LoggedEvent[]> {
  const everywhere = ctx.workspaceId === EVERY_WORKSPACE;
  const conditions = [SETTLED];
  const params: unknown[] = [after.xid, after.seq, limit];
  if (!everywhere) conditions.push(`workspace_id = $${params.push(ctx.workspaceId)}`);
  if (types) conditions.push(`type = any($${params.push(types)})`);
  const rows = await ctx.query<EventRow>(
    `select ${COLUMNS} from event where ${conditions.join(' and ')} ${IN_ORDER}`,
    params,
    { name: `event-select${everywhere ? '-all' : ''}${types ? '-types' : ''}` },
  );
  return rows.map(toEvent);
}

/** Committed rows that a transaction still running keeps back: worth another look in a moment. */
export async function someHeldBack(ctx: Ctx, after: Cursor): Promise<boolean> {
  const rows = await ctx.query(
    `select 1 from event where (xid, seq) > ($1::xid8, $2::bigint) and xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1`,
    [after.xid, after.seq],
    { name: 'event-held' },
  );
  return rows.length > 0;
}

/** Everything before this place is settled; an event of now may still come after it. */
export async function selectHead(ctx: Ctx): Promise<Cursor> {
  const [row] = await ctx.query<{ xid: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xid', [], {
    name: 'event-head',
  });
  return { xid: row?.xid ?? '0', seq: '0' };
}

function toEvent(row: EventRow): LoggedEvent {
  return {
    id: row.id,
    cursor: formatCursor(row),
    type: row.type,
    workspaceId: row.workspace_id,
    ticketId: row.ticket_id,
    actor: { kind: row.actor_kind, id: row.actor_id },
    payload: row.payload,
    requestId: row.request_id,
    at: row.at,
  };
}
