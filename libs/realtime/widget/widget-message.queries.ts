import type { AuthorKind, DeliveryStatus } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** Whose messages: one visitor of one chat. */
export interface Whose {
  connectionId: string;
  visitorId: string;
}

export interface WidgetMessageRow extends Whose {
  id: string;
  ticketId: string;
  direction: 'inbound' | 'outbound';
  authorKind: AuthorKind;
  authorName: string;
  text: string;
  externalId: string | null;
  choices: string[] | null;
  deliveryStatus: DeliveryStatus | null;
  createdAt: Date;
  files: { id: string; filename: string; contentType: string; size: number }[];
}

/**
 * What was said to and by a visitor on their chat, and nothing else: no notes, no events, no drafts, nothing that
 * went over another channel or to another address, whatever ticket it stands on.
 */
const SAID = `m.workspace_id = $1 and m.kind = 'reply' and m.direction in ('inbound', 'outbound')`;
const MINE = `${SAID} and m.connection_id = $2 and m.address = $3`;
const SELECT = `
  select m.id, m.ticket_id as "ticketId", m.connection_id as "connectionId", m.address as "visitorId", m.direction,
    m.author_kind as "authorKind", m.author_name as "authorName", m.text, m.external_id as "externalId", m.meta -> 'choices' as choices,
    m.delivery_status as "deliveryStatus", m.created_at as "createdAt",
    coalesce((select json_agg(json_build_object('id', a.id, 'filename', a.filename, 'contentType', a.content_type, 'size', a.size)
      order by a.created_at, a.id) from attachment a where a.message_id = m.id and a.workspace_id = $1 and a.state = 'ready' and a.blocked is null), '[]'::json) as files
  from message m`;
/** What changes a visitor's screen. */
const TELLING = `e.type in ('message.appended', 'attachment.fetched')
  or e.type = 'message.delivery_changed' and e.payload ->> 'to' = 'read'`;

@Injectable()
export class WidgetMessageQueries {
  /** The newest ones, oldest first. */
  recent(ctx: Ctx, { connectionId, visitorId }: Whose, limit: number): Promise<WidgetMessageRow[]> {
    return ctx.query<WidgetMessageRow>(
      `select * from (${SELECT} where ${MINE} order by m.created_at desc, m.id desc limit $4) newest order by "createdAt", id`,
      [ctx.workspaceId, connectionId, visitorId, limit],
      { name: 'widget.recent' },
    );
  }

  byIds(ctx: Ctx, { connectionId, visitorId }: Whose, ids: readonly string[]): Promise<WidgetMessageRow[]> {
    return ctx.query<WidgetMessageRow>(
      `${SELECT} where ${MINE} and m.id = any($4::uuid[]) order by m.created_at, m.id`,
      [ctx.workspaceId, connectionId, visitorId, ids],
      { name: 'widget.mine' },
    );
  }

  /** For many visitors at once: whoever asks hands each row to its own visitor. */
  ofChats(ctx: Ctx, connectionIds: readonly string[], ids: readonly string[]): Promise<WidgetMessageRow[]> {
    return ctx.query<WidgetMessageRow>(
      `${SELECT} where ${SAID} and m.connection_id = any($2::uuid[]) and m.id = any($3::uuid[]) order by m.created_at, m.id`,
      [ctx.workspaceId, connectionIds, ids],
      { name: 'widget.of-chats' },
    );
  }

  /**
   * The ids of this visitor's messages of which something was told after the cursor. Reads the log of their tickets
   * alone, and of those that were joined into them, below the oldest transaction still running: what commits late comes next time.
   */
  async changedAfter(
    ctx: Ctx,
    { connectionId, visitorId }: Whose,
    after: { xid: string; seq: string },
    limit: number,
  ): Promise<{ ids: string[]; cursor: string; more: boolean }> {
    const rows = await ctx.query<{ head: string; events: { cursor: string; messageId: string }[] }>(
      `with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xmin),
       mine as (select distinct m.ticket_id from message m where ${MINE}),
       tickets as (
         select ticket_id from mine
         union
         select (e.payload ->> 'fromId')::uuid from event e join mine on e.ticket_id = mine.ticket_id
         where e.workspace_id = $1 and e.type = 'ticket.took_in'),
       told as (
         select e.xid, e.seq, e.payload ->> 'messageId' as "messageId" from event e join tickets on e.ticket_id = tickets.ticket_id, horizon
         where e.workspace_id = $1 and (e.xid, e.seq) > ($4::xid8, $5::bigint) and e.xid < horizon.xmin and (${TELLING})
         order by e.xid, e.seq limit $6)
       select horizon.xmin::text || '.0' as head,
         coalesce((select json_agg(json_build_object('cursor', told.xid::text || '.' || told.seq, 'messageId', told."messageId")
           order by told.xid, told.seq) from told), '[]'::json) as events
       from horizon`,
      [ctx.workspaceId, connectionId, visitorId, after.xid, after.seq, limit],
      { name: 'widget.changed' },
    );
    const { head = '0.0', events = [] } = rows[0] ?? {};
    const more = events.length === limit;
    return {
      ids: events.map(({ messageId }) => messageId),
      cursor: more ? (events.at(-1)?.cursor ?? head) : head,
      more,
    };
  }

  async unread(ctx: Ctx, { connectionId, visitorId }: Whose, since: Date | null): Promise<number> {
    const rows = await ctx.query<{ n: number }>(
      `select count(*)::int as n from message m where ${MINE} and m.direction = 'outbound' and ($4::timestamptz is null or m.created_at > $4)`,
      [ctx.workspaceId, connectionId, visitorId, since],
      { name: 'widget.unread' },
    );
    return rows[0]?.n ?? 0;
  }

  /** The ticket that the talk is on just now. */
  async currentTicket(ctx: Ctx, { connectionId, visitorId }: Whose): Promise<string | null> {
    const rows = await ctx.query<{ ticketId: string }>(
      `select m.ticket_id as "ticketId" from message m where ${MINE} order by m.created_at desc limit 1`,
      [ctx.workspaceId, connectionId, visitorId],
    );
    return rows[0]?.ticketId ?? null;
  }

  /** The visitors that these tickets are talked over with; a ticket whose way is no chat of this kind has none. */
  visitorsOn(ctx: Ctx, ticketIds: readonly string[]): Promise<(Whose & { ticketId: string })[]> {
    return ctx.query(
      `select t.id as "ticketId", t.connection_id as "connectionId", t.customer_address as "visitorId" from ticket t
       join customer_address a on a.workspace_id = $1 and a.kind = 'visitor' and a.value = t.customer_address
       where t.workspace_id = $1 and t.id = any($2::uuid[]) and t.connection_id is not null`,
      [ctx.workspaceId, ticketIds],
    );
  }

  /** Whether all of these are uploads of this customer's that no message has yet. */
  async areFree(ctx: Ctx, ids: readonly string[], customerId: string): Promise<boolean> {
    const rows = await ctx.query(
      `select id from attachment where workspace_id = $1 and id = any($2::uuid[]) and message_id is null and created_by = $3`,
      [ctx.workspaceId, ids, customerId],
    );
    return rows.length === new Set(ids).size;
  }

  /** Whether this message came in before. */
  async isTaken(ctx: Ctx, connectionId: string, externalId: string): Promise<boolean> {
    const rows = await ctx.query(
      'select 1 from inbound_envelope where workspace_id = $1 and connection_id = $2 and external_id = $3',
      [ctx.workspaceId, connectionId, externalId],
    );
    return rows.length > 0;
  }
}
