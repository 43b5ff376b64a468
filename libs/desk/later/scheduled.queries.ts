import type { AuthorKind } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { NewReply } from '../reply/reply.service';

/** What the reply will be, but for its ticket and its writer. */
export type HeldReply = Pick<NewReply, 'text' | 'attachmentIds' | 'to' | 'cc' | 'template' | 'choices'>;

export interface ScheduledRow {
  id: string;
  ticketId: string;
  author: { kind: Exclude<AuthorKind, 'customer'>; id: string | null; name: string };
  reply: HeldReply;
  clientId: string | null;
  sendAfter: Date;
  held: boolean;
  cancelIfAnswered: boolean;
  createdAt: Date;
}

const COLUMNS = `id, ticket_id as "ticketId", author, reply, client_id as "clientId", send_after as "sendAfter", held,
  cancel_if_answered as "cancelIfAnswered", created_at as "createdAt"`;

@Injectable()
export class ScheduledQueries {
  /** The way of a reply that names none is the ticket's of this moment. Null: no such ticket, or it is closed. */
  async insert(ctx: Ctx, row: ScheduledRow): Promise<ScheduledRow | null> {
    const rows = await ctx.query<ScheduledRow>(
      `insert into scheduled_message (id, workspace_id, ticket_id, author, reply, client_id, send_after, held, cancel_if_answered, created_at)
       select $2, $1, t.id, $4, case when t.connection_id is null or t.customer_address is null then $5::jsonb
           else jsonb_build_object('to', jsonb_build_object('connectionId', t.connection_id, 'address', t.customer_address)) || $5::jsonb end,
         $6, $7, $8, $9, $10
       from ticket t where t.workspace_id = $1 and t.id = $3 and t.status <> 'closed'
       returning ${COLUMNS}`,
      [
        ctx.workspaceId,
        row.id,
        row.ticketId,
        JSON.stringify(row.author),
        JSON.stringify(row.reply),
        row.clientId,
        row.sendAfter,
        row.held,
        row.cancelIfAnswered,
        row.createdAt,
      ],
    );
    return rows[0] ?? null;
  }

  ofTicket(ctx: Ctx, ticketId: string): Promise<ScheduledRow[]> {
    return ctx.query(
      `select ${COLUMNS} from scheduled_message where workspace_id = $1 and ticket_id = $2 order by send_after, id`,
      [ctx.workspaceId, ticketId],
    );
  }

  async byId(ctx: Ctx, id: string): Promise<ScheduledRow | null> {
    const rows = await ctx.query<ScheduledRow>(
      `select ${COLUMNS} from scheduled_message where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id],
    );
    return rows[0] ?? null;
  }

  async byClientId(ctx: Ctx, clientId: string): Promise<ScheduledRow | null> {
    const rows = await ctx.query<ScheduledRow>(
      `select ${COLUMNS} from scheduled_message where workspace_id = $1 and client_id = $2`,
      [ctx.workspaceId, clientId],
    );
    return rows[0] ?? null;
  }

  /** Takes it: of all who try, one gets the row, and says or withdraws it in the same transaction. */
  async take(ctx: Ctx, id: string): Promise<ScheduledRow | null> {
    const rows = await ctx.query<ScheduledRow>(
      `delete from scheduled_message where workspace_id = $1 and id = $2 returning ${COLUMNS}`,
      [ctx.workspaceId, id],
    );
    return rows[0] ?? null;
  }

  /** Null when it waits no more. */
  async change(
    ctx: Ctx,
    id: string,
    changes: { sendAfter?: Date; cancelIfAnswered?: boolean },
  ): Promise<ScheduledRow | null> {
    const rows = await ctx.query<ScheduledRow>(
      `update scheduled_message set send_after = coalesce($3, send_after), held = held and $3::timestamptz is null,
         cancel_if_answered = coalesce($4, cancel_if_answered)
       where workspace_id = $1 and id = $2 returning ${COLUMNS}`,
      [ctx.workspaceId, id, changes.sendAfter ?? null, changes.cancelIfAnswered ?? null],
    );
    return rows[0] ?? null;
  }

  /** Locks the ticket as every append does: what the customer writes comes wholly before or wholly after. */
  async lockTicket(
    ctx: Ctx,
    ticketId: string,
  ): Promise<{ connectionId: string | null; address: string | null } | null> {
    const rows = await ctx.query<{ connectionId: string | null; address: string | null }>(
      `select connection_id as "connectionId", customer_address as address from ticket
       where workspace_id = $1 and id = $2 for update`,
      [ctx.workspaceId, ticketId],
    );
    return rows[0] ?? null;
  }

  async wroteSince(ctx: Ctx, ticketId: string, since: Date): Promise<boolean> {
    const rows = await ctx.query(
      `select 1 from message where workspace_id = $1 and ticket_id = $2 and direction = 'inbound' and not automated
         and created_at > $3 limit 1`,
      [ctx.workspaceId, ticketId, since],
    );
    return rows.length > 0;
  }
}
