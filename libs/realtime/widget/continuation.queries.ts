import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { Whose } from './widget-message.queries';

/** A visitor as far as mail is concerned. */
export interface Away {
  email: string | null;
  lastSeenAt: Date;
}

export interface Unseen {
  id: string;
  ticketId: string;
  text: string;
  files: number;
  createdAt: Date;
}

@Injectable()
export class ContinuationQueries {
  /** The visitor to whom a message was said, when they left a mail address; null for everything else. */
  async listenerOf(ctx: Ctx, messageId: string): Promise<Whose | null> {
    const rows = await ctx.query<Whose>(
      `select m.connection_id as "connectionId", m.address as "visitorId" from message m
       where m.workspace_id = $1 and m.id = $2 and m.direction = 'outbound' and m.kind = 'reply' and exists (
         select 1 from widget_session s where s.workspace_id = $1 and s.connection_id = m.connection_id
           and s.visitor_id::text = m.address and s.email is not null)`,
      [ctx.workspaceId, messageId],
      { name: 'widget.listener-of' },
    );
    return rows[0] ?? null;
  }

  /** Locked until the transaction ends: two runs of the job send one mail. A proven address comes before a claimed one. */
  async lock(tx: Ctx, { connectionId, visitorId }: Whose): Promise<Away | null> {
    const rows = await tx.query<{ email: string | null; lastSeenAt: Date }>(
      `select email, last_seen_at as "lastSeenAt" from widget_session
       where workspace_id = $1 and connection_id = $2 and visitor_id = $3
       order by (email is not null and verified) desc, (email is not null) desc, created_at desc for update`,
      [tx.workspaceId, connectionId, visitorId],
    );
    const [best] = rows;
    if (!best) return null;
    const lastSeenAt = rows.reduce(
      (latest, row) => (row.lastSeenAt > latest ? row.lastSeenAt : latest),
      best.lastSeenAt,
    );
    return { email: best.email, lastSeenAt };
  }

  /** What our side said since the visitor last looked, or was last written to by mail; oldest first. */
  unseen(ctx: Ctx, { connectionId, visitorId }: Whose, limit: number): Promise<Unseen[]> {
    return ctx.query<Unseen>(
      `select m.id, m.ticket_id as "ticketId", m.text, m.created_at as "createdAt",
         (select count(*)::int from attachment a where a.message_id = m.id and a.blocked is null) as files
       from message m
       where m.workspace_id = $1 and m.connection_id = $2 and m.address = $3 and m.direction = 'outbound' and m.kind = 'reply'
         and m.created_at > coalesce((
           select greatest(max(s.last_seen_message_at), max(s.mailed_message_at)) from widget_session s
           where s.workspace_id = $1 and s.connection_id = $2 and s.visitor_id::text = $3), '-infinity')
       order by m.created_at, m.id limit $4`,
      [ctx.workspaceId, connectionId, visitorId, limit],
    );
  }

  async markMailed(ctx: Ctx, { connectionId, visitorId }: Whose, until: Date): Promise<void> {
    await ctx.query(
      `update widget_session set mailed_message_at = greatest(mailed_message_at, $4)
       where workspace_id = $1 and connection_id = $2 and visitor_id = $3`,
      [ctx.workspaceId, connectionId, visitorId, until],
    );
  }
}
