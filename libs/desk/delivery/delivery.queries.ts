import type { DeliveryStatus, TicketStatus } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface OutboundRow {
  id: string;
  ticketId: string;
  ticketNumber: number;
  subject: string;
  address: string | null;
  cc: string[] | null;
  template: { id: string; language: string; params: string[] } | null;
  choices: string[] | null;
  notice: boolean;
  customerName: string | null;
  connectionId: string;
  text: string;
  html: string | null;
  automated: boolean;
  createdAt: Date;
  deliveryStatus: 'queued' | 'sending';
  committedAt: Date | null;
  attempts: number;
}

export interface SentRow {
  id: string;
  ticketId: string;
  address: string | null;
  cc: string[];
  status: DeliveryStatus;
}

/** Delivery only moves forward; `failed` and `verify` are left by a person alone. */
const RANK = `array_position(array['queued', 'sending', 'sent', 'delivered', 'read'], `;

@Injectable()
export class DeliveryQueries {
  /** The oldest message of the ticket that has not left yet: order within a ticket is kept. */
  async next(ctx: Ctx, ticketId: string): Promise<OutboundRow | null> {
    const rows = await ctx.query<OutboundRow>(
      `select m.id, m.ticket_id as "ticketId", t.number as "ticketNumber", coalesce(m.meta ->> 'subject', t.subject) as subject, m.address,
         c.name as "customerName", m.connection_id as "connectionId", m.text, m.html, m.automated, m.created_at as "createdAt",
         m.meta -> 'cc' as cc, m.meta -> 'template' as template, m.meta -> 'choices' as choices,
         coalesce((m.meta ->> 'notice')::boolean, false) as notice,
         m.delivery_status as "deliveryStatus", m.committed_at as "committedAt", m.attempts
       from message m join ticket t on t.id = m.ticket_id left join customer c on c.id = t.customer_id
       where m.workspace_id = $1 and m.ticket_id = $2 and m.delivery_status in ('queued', 'sending')
       order by m.created_at, m.id limit 1`,
      [ctx.workspaceId, ticketId],
    );
    return rows[0] ?? null;
  }

  async claim(ctx: Ctx, id: string): Promise<void> {
    await ctx.query(
      `update message set delivery_status = 'sending', committed_at = null, attempts = attempts + 1 where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id],
    );
  }

  /** From here on the vendor may act on the bytes: a crash leaves the outcome open. */
  async commit(ctx: Ctx, id: string): Promise<void> {
    await ctx.query('update message set committed_at = now() where workspace_id = $1 and id = $2', [
      ctx.workspaceId,
      id,
    ]);
  }

  async requeue(ctx: Ctx, id: string, error: string): Promise<void> {
    await ctx.query(
      `update message set delivery_status = 'queued', committed_at = null, delivery_error = $3 where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id, error],
    );
  }

  async settle(
    ctx: Ctx,
    id: string,
    status: DeliveryStatus,
    fields: { externalId?: string; error?: string | null },
  ): Promise<void> {
    await ctx.query(
      `update message set delivery_status = $3, external_id = coalesce($4, external_id), delivery_error = $5 where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id, status, fields.externalId ?? null, fields.error ?? null],
    );
  }

  /** Whether a vendor's id belongs to another message than this one. */
  async isAnother(
    ctx: Ctx,
    { id, connectionId }: Pick<OutboundRow, 'id' | 'connectionId'>,
    externalId: string,
  ): Promise<boolean> {
    const rows = await ctx.query(
      'select 1 from message where workspace_id = $1 and connection_id = $2 and external_id = $3 and id <> $4',
      [ctx.workspaceId, connectionId, externalId, id],
    );
    return rows.length > 0;
  }

  /** One of our messages by its vendor's id, locked until the caller's transaction ends. */
  async byExternalId(
    ctx: Ctx,
    connectionId: string,
    { externalId, messageId }: { externalId: string; messageId?: string },
  ): Promise<SentRow | null> {
    const rows = await ctx.query<SentRow>(
      `select id, ticket_id as "ticketId", address, coalesce(meta -> 'cc', '[]') as cc, delivery_status as status from message
       where workspace_id = $1 and connection_id = $2 and (external_id = $3 or id = $4) and direction = 'outbound'
       order by id = $4 desc nulls last limit 1 for update`,
      [ctx.workspaceId, connectionId, externalId, messageId ?? null],
    );
    return rows[0] ?? null;
  }

  /** A report that would move backwards changes nothing and answers false. */
  async advance(ctx: Ctx, id: string, status: DeliveryStatus, error: string | null): Promise<boolean> {
    const rows = await ctx.query(
      `update message set delivery_status = $3, delivery_error = $4
       where workspace_id = $1 and id = $2 and delivery_status <> 'failed'
         and ($3 = 'failed' or ${RANK} $3) > coalesce(${RANK} delivery_status), 0))
       returning id`,
      [ctx.workspaceId, id, status, error],
    );
    return rows.length > 0;
  }

  /** A remark that leaves the status alone ("delayed"). */
  async remark(ctx: Ctx, id: string, remark: string): Promise<void> {
    await ctx.query('update message set delivery_error = $3 where workspace_id = $1 and id = $2', [
      ctx.workspaceId,
      id,
      remark,
    ]);
  }

  /** Everything sent to an address up to a moment, for vendors that tell a time and no ids. */
  upTo(ctx: Ctx, at: { connectionId: string; address: string; at: Date }): Promise<{ id: string; ticketId: string }[]> {
    return ctx.query(
      `select id, ticket_id as "ticketId" from message
       where workspace_id = $1 and connection_id = $2 and address = $3 and direction = 'outbound' and created_at <= $4
         and delivery_status in ('sent', 'delivered') and created_at > $4::timestamptz - interval '7 days' order by created_at`,
      [ctx.workspaceId, at.connectionId, at.address, at.at],
    );
  }

  /** Whether an answer of the vendor's may still be on its way to us: its id is not stored yet. */
  async isSending(ctx: Ctx, connectionId: string): Promise<boolean> {
    const rows = await ctx.query(
      `select 1 from message where workspace_id = $1 and connection_id = $2 and delivery_status = 'sending' limit 1`,
      [ctx.workspaceId, connectionId],
    );
    return rows.length > 0;
  }

  /** Puts a ticket back on us after something we sent did not arrive. */
  async reopen(ctx: Ctx, ticketId: string): Promise<{ from: TicketStatus } | null> {
    const rows = await ctx.query<{ from: TicketStatus }>(
      `update ticket t set status = 'open', version = version + 1, updated_at = now(), waiting_since = coalesce(t.waiting_since, now())
       from (select id, status from ticket where workspace_id = $1 and id = $2 for update) was
       where t.id = was.id and was.status in ('pending', 'on_hold', 'resolved') returning was.status as "from"`,
      [ctx.workspaceId, ticketId],
    );
    return rows[0] ?? null;
  }

  /**
   * External ids of the thread, oldest first, and the newest one from the customer; of connections of the same kind alone,
   * as no mail program knows the id of a chat.
   */
  async threadIds(
    ctx: Ctx,
    { ticketId, connectionId }: Pick<OutboundRow, 'ticketId' | 'connectionId'>,
  ): Promise<{ inReplyTo: string | null; references: string[] }> {
    const rows = await ctx.query<{ externalId: string; direction: string }>(
      `select external_id as "externalId", direction from message
       where workspace_id = $1 and ticket_id = $2 and external_id is not null and direction <> 'internal'
         and connection_id in (select alike.id from connection mine join connection alike
           on alike.workspace_id = $1 and alike.connector_id = mine.connector_id where mine.workspace_id = $1 and mine.id = $3)
       order by created_at, id`,
      [ctx.workspaceId, ticketId, connectionId],
    );
    const inbound = rows.filter((row) => row.direction === 'inbound').at(-1);
    return {
      inReplyTo: inbound?.externalId ?? rows.at(-1)?.externalId ?? null,
      references: rows.map((row) => row.externalId),
    };
  }

  /** The vendor's id of the newest message that came in on this ticket by this way. */
  async lastHeard(
    ctx: Ctx,
    { ticketId, connectionId, address }: { ticketId: string; connectionId: string; address: string },
  ): Promise<string | null> {
    const rows = await ctx.query<{ externalId: string }>(
      `select external_id as "externalId" from message
       where workspace_id = $1 and ticket_id = $2 and connection_id = $3 and address = $4 and direction = 'inbound'
         and external_id is not null order by created_at desc, id desc limit 1`,
      [ctx.workspaceId, ticketId, connectionId, address],
    );
    return rows[0]?.externalId ?? null;
  }
}
