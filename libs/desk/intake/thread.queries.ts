import type { TicketStatus } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface ThreadCandidate {
  ticketId: string;
  status: TicketStatus;
}

@Injectable()
export class ThreadQueries {
  /**
   * The ticket that a message continues: first our own signed id, then external ids in the order given.
   * Only a participant of the thread may join it: whoever quotes somebody else's id gets a ticket of their own.
   */
  async find(
    ctx: Ctx,
    from: string,
    signedTicketId: string | null,
    externalIds: readonly string[],
  ): Promise<ThreadCandidate | null> {
    const ids = externalIds.filter((id) => id.trim() !== '').slice(0, 50);
    const rows = await ctx.query<ThreadCandidate>(
      `with named as (
         select $2::uuid as ticket_id, 0::bigint as place where $2::uuid is not null
         union all
         select m.ticket_id, n.place from unnest($3::text[]) with ordinality n (id, place)
         join message m on m.workspace_id = $1 and m.external_id = n.id
       )
       select t.id as "ticketId", t.status from named join ticket t on t.id = named.ticket_id and t.workspace_id = $1
       where t.status <> 'closed' and (
         lower(t.customer_address) = $4
         or exists (select 1 from message said where said.ticket_id = t.id and said.direction = 'inbound' and said.meta ->> 'from' = $4))
       order by named.place limit 1`,
      [ctx.workspaceId, signedTicketId, ids, from],
    );
    return rows[0] ?? null;
  }

  /** One writer at a time per sender, so that two mails of one new thread do not open two tickets. */
  async lockSender(ctx: Ctx, from: string): Promise<void> {
    await ctx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`intake:${ctx.workspaceId}:${from}`]);
  }

  async isKnown(ctx: Ctx, connectionId: string, externalId: string): Promise<string | null> {
    const rows = await ctx.query<{ id: string }>(
      'select id from message where workspace_id = $1 and connection_id = $2 and external_id = $3',
      [ctx.workspaceId, connectionId, externalId],
    );
    return rows[0]?.id ?? null;
  }
}
