import type { DeliveryStatus } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface OutboundRow {
  id: string;
  ticketId: string;
  ticketNumber: number;
  subject: string;
  customerAddress: string | null;
  customerName: string | null;
  connectionId: string;
  text: string;
  html: string | null;
  automated: boolean;
  deliveryStatus: 'queued' | 'sending';
  committedAt: Date | null;
  attempts: number;
}

/** Delivery only moves forward; `failed` and `verify` are left by a person alone. */
const RANK = `array_position(array['queued', 'sending', 'sent', 'delivered', 'read'], `;

@Injectable()
export class DeliveryQueries {
  /** The oldest message of the ticket that has not left yet: order within a ticket is kept. */
  async next(ctx: Ctx, ticketId: string): Promise<OutboundRow | null> {
    const rows = await ctx.query<OutboundRow>(
      `select m.id, m.ticket_id as "ticketId", t.number as "ticketNumber", t.subject, t.customer_address as "customerAddress",
         c.name as "customerName", m.connection_id as "connectionId", m.text, m.html, m.automated,
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

  /** A vendor's status report; a report that would move backwards changes nothing. */
  async report(ctx: Ctx, connectionId: string, externalId: string, status: DeliveryStatus, error: string | null) {
    const rows = await ctx.query<{ id: string; ticketId: string }>(
      `update message set delivery_status = $4, delivery_error = $5
       where workspace_id = $1 and connection_id = $2 and external_id = $3 and direction = 'outbound'
         and delivery_status <> 'failed' and ($4 = 'failed' or ${RANK} $4) > coalesce(${RANK} delivery_status), 0))
       returning id, ticket_id as "ticketId"`,
      [ctx.workspaceId, connectionId, externalId, status, error],
    );
    return rows[0] ?? null;
  }

  /** External ids of the thread, oldest first, and the newest one from the customer. */
  async threadIds(ctx: Ctx, ticketId: string): Promise<{ inReplyTo: string | null; references: string[] }> {
    const rows = await ctx.query<{ externalId: string; direction: string }>(
      `select external_id as "externalId", direction from message
       where workspace_id = $1 and ticket_id = $2 and external_id is not null and direction <> 'internal' order by created_at, id`,
      [ctx.workspaceId, ticketId],
    );
    const inbound = rows.filter((row) => row.direction === 'inbound').at(-1);
    return {
      inReplyTo: inbound?.externalId ?? rows.at(-1)?.externalId ?? null,
      references: rows.map((row) => row.externalId),
    };
  }
}
