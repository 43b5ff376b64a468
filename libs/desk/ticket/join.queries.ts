import type { TicketStatus } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface JoinSide {
  id: string;
  number: number;
  status: TicketStatus;
}

@Injectable()
export class JoinQueries {
  /** Both tickets, locked in one order everywhere. */
  async lock(ctx: Ctx, ids: readonly string[]): Promise<JoinSide[]> {
    return ctx.query<JoinSide>(
      'select id, number, status from ticket where workspace_id = $1 and id = any($2::uuid[]) order by id for update',
      [ctx.workspaceId, ids],
    );
  }

  /** Moves what was said and what waits to be sent; ids of the messages. Nobody's destination changes. */
  async moveMessages(ctx: Ctx, from: string, into: string): Promise<string[]> {
    const rows = await ctx.query<{ id: string }>(
      `update message set ticket_id = $3, meta = meta - 'maybeTicketId' - 'maybeTicketNumber'
       where workspace_id = $1 and ticket_id = $2 returning id`,
      [ctx.workspaceId, from, into],
    );
    await ctx.query('update scheduled_message set ticket_id = $3 where workspace_id = $1 and ticket_id = $2', [
      ctx.workspaceId,
      from,
      into,
    ]);
    await ctx.query('update person_mail set ticket_id = $3 where workspace_id = $1 and ticket_id = $2', [
      ctx.workspaceId,
      from,
      into,
    ]);
    await ctx.query('delete from draft where workspace_id = $1 and ticket_id = $2', [ctx.workspaceId, from]);
    return rows.map((row) => row.id);
  }

  /** Counts and newest message told anew from the messages that are there. */
  async recount(ctx: Ctx, ticketId: string, at: Date): Promise<void> {
    await ctx.query(
      `update ticket t set message_count = said.count, version = t.version + 1, updated_at = $3,
         last_message_at = coalesce(newest.created_at, t.last_message_at), last_message_id = newest.id,
         last_message_direction = coalesce(newest.direction, t.last_message_direction)
       from (select count(*)::int as count from message where ticket_id = $2) said
       left join lateral (select id, created_at, direction from message where ticket_id = $2 and kind <> 'event'
         order by created_at desc, id desc limit 1) newest on true
       where t.workspace_id = $1 and t.id = $2`,
      [ctx.workspaceId, ticketId, at],
    );
  }

  /** The customer wrote: it is our turn again on the ticket that took the message in. */
  async wake(ctx: Ctx, ticketId: string, at: Date): Promise<void> {
    await ctx.query(
      `update ticket set status = case when status in ('pending', 'on_hold', 'resolved') then 'open' else status end,
         waiting_since = coalesce(waiting_since, $3) where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, ticketId, at],
    );
  }

  async close(ctx: Ctx, ticketId: string): Promise<void> {
    await ctx.query(
      `update ticket set status = 'closed', waiting_since = null, ai_state = 'none' where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, ticketId],
    );
  }
}
