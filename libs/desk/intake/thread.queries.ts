import type { SenderProof } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface ThreadCandidate {
  ticketId: string;
  number: number;
  customerId: string;
  /** False: it names the ticket and has no part in it, or the ticket is closed. A person decides. */
  joins: boolean;
}

/** A message as far as it tells where it belongs. */
export interface Placed {
  connectionId: string;
  from: string;
  sender: SenderProof;
  signedTicketId: string | null;
  externalIds: readonly string[];
}

const MOST_IDS = 50;
/** A talk over a phone number that was settled this long ago is over: the next message is about something else. */
const TALK_ENDS = '7 days';
/** As long as a second mail on the same subject is likely to be about the same thing. */
const SAME_SUBJECT = '72 hours';

@Injectable()
export class ThreadQueries {
  /**
   * The ticket that a message names: our own signed id first, then external ids in the order given, each within the workspace.
   * Only a participant joins (its customer's address or a proven alias, somebody who wrote in it, somebody written to by us), and never
   * a forged sender: whoever quotes somebody else's id gets a ticket of their own.
   */
  async byIds(ctx: Ctx, placed: Placed): Promise<ThreadCandidate | null> {
    const ids = placed.externalIds.filter((id) => id.trim() !== '').slice(0, MOST_IDS);
    if (ids.length === 0 && !placed.signedTicketId) return null;
    // Not prepared: the plan depends on how many ids there are, and one made for all counts reads whole tables.
    const rows = await ctx.query<ThreadCandidate>(
      `with named as (
         select $2::uuid as ticket_id, 0::bigint as place where $2::uuid is not null
         union all
         select m.ticket_id, n.place from unnest($3::text[]) with ordinality n (id, place)
         join message m on m.workspace_id = $1 and m.external_id = n.id
       ), candidate as (
         select t.id as "ticketId", t.number, t.customer_id as "customerId", named.place,
           $5 <> 'forged' and t.status <> 'closed' and (
             lower(t.customer_address) = $4
             or exists (select 1 from customer_address a where a.workspace_id = $1 and a.customer_id = t.customer_id
               and a.value = $4 and a.verified_at is not null)
             or exists (select 1 from message said where said.ticket_id = t.id
               and (said.direction = 'inbound' and said.meta ->> 'from' = $4 or said.direction = 'outbound' and (said.meta -> 'cc' ? $4 or said.address = $4)))
           ) as joins
         from named join ticket t on t.id = named.ticket_id and t.workspace_id = $1
       )
       select * from candidate order by joins desc, place limit 1`,
      [ctx.workspaceId, placed.signedTicketId, ids, placed.from, placed.sender],
    );
    return rows[0] ?? null;
  }

  /** The running talk with an address over a connection, for channels whose messages name nothing. */
  async byAddress(ctx: Ctx, connectionId: string, address: string): Promise<ThreadCandidate | null> {
    const rows = await ctx.query<ThreadCandidate>(
      `select t.id as "ticketId", t.number, t.customer_id as "customerId", true as joins
       from message m join ticket t on t.id = m.ticket_id
       where m.workspace_id = $1 and m.connection_id = $2 and m.address = $3 and t.status not in ('closed', 'spam')
         and not (t.status = 'resolved' and t.last_message_at < now() - interval '${TALK_ENDS}')
       order by m.created_at desc limit 1`,
      [ctx.workspaceId, connectionId, address],
    );
    return rows[0] ?? null;
  }

  /** Open tickets of the same customer of the last days: one of them may be what a new mail is about. */
  recentOf(ctx: Ctx, customerId: string): Promise<{ ticketId: string; number: number; subject: string }[]> {
    return ctx.query(
      `select id as "ticketId", number, subject from ticket where workspace_id = $1 and customer_id = $2
         and status in ('new', 'open', 'pending', 'on_hold') and last_message_at > now() - interval '${SAME_SUBJECT}'
       order by last_message_at desc limit 20`,
      [ctx.workspaceId, customerId],
      { name: 'desk.thread-recent' },
    );
  }

  /** One writer at a time per sender, so that two mails of one new thread do not open two tickets. */
  async lockSender(ctx: Ctx, from: string): Promise<void> {
    await ctx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`intake:${ctx.workspaceId}:${from}`], {
      name: 'desk.lock-sender',
    });
  }

  async isKnown(ctx: Ctx, connectionId: string, externalId: string): Promise<string | null> {
    const rows = await ctx.query<{ id: string }>(
      'select id from message where workspace_id = $1 and connection_id = $2 and external_id = $3',
      [ctx.workspaceId, connectionId, externalId],
      { name: 'desk.message-known' },
    );
    return rows[0]?.id ?? null;
  }

  /** The number of the ticket where the same message came in over another connection. */
  async copyOf(
    ctx: Ctx,
    connectionId: string,
    externalId: string,
  ): Promise<{ ticketId: string; number: number } | null> {
    const rows = await ctx.query<{ ticketId: string; number: number }>(
      `select t.id as "ticketId", t.number from message m join ticket t on t.id = m.ticket_id
       where m.workspace_id = $1 and m.external_id = $3 and m.connection_id <> $2 and m.direction = 'inbound' limit 1`,
      [ctx.workspaceId, connectionId, externalId],
      { name: 'desk.message-copy' },
    );
    return rows[0] ?? null;
  }
}
