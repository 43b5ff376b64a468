import type { DeliveryStatus, TicketStatus } from '@satchel/contracts';
import { type Ctx, EventLog } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AppendBatches } from './append-batches';
import { OPEN_SQL } from './message-append.sql';
import { type NewMessage, rowOf, storable } from './message-row';

export interface NewTicket {
  id: string;
  subject: string;
  status: TicketStatus;
  channel: string;
  connectionId: string | null;
  customerId: string;
  customerAddress: string | null;
}

export type Appended =
  | { ok: true; deliveryStatus: DeliveryStatus | null }
  | { ok: false; code: 'not_found' | 'duplicate' | 'stale_ticket' | 'closed' };

@Injectable()
export class MessageAppendQueries {
  constructor(
    private readonly events: EventLog,
    private readonly batches: AppendBatches,
  ) {}

  /** Appends to a ticket. With `lastSeenId`, only if nothing newer was said since. */
  async append(ctx: Ctx, ticketId: string, message: NewMessage, lastSeenId: string | null = null): Promise<Appended> {
    const row = await this.batches.append(ctx, { ...rowOf(ctx, ticketId, message), last_seen: lastSeenId });
    if (row.status === null)
      return { ok: false, code: message.clientId ? await this.missing(ctx, ticketId) : 'not_found' };
    if (row.messageId === null) {
      const closed = row.status === 'closed' && message.direction === 'outbound';
      return { ok: false, code: closed ? 'closed' : 'stale_ticket' };
    }
    this.events.touch(ctx);
    return { ok: true, deliveryStatus: row.deliveryStatus };
  }

  /** Opens a ticket with its first message. */
  async open(
    ctx: Ctx,
    ticket: NewTicket,
    message: NewMessage,
  ): Promise<{ number: number; deliveryStatus: DeliveryStatus | null }> {
    const row = {
      ...rowOf(ctx, ticket.id, message),
      subject: storable(ticket.subject),
      status: ticket.status,
      channel: ticket.channel,
      connection_id: ticket.connectionId,
      customer_id: ticket.customerId,
      customer_address: ticket.customerAddress,
    };
    const [opened] = await ctx.query<{ number: number; deliveryStatus: DeliveryStatus | null }>(
      OPEN_SQL,
      [ctx.workspaceId, JSON.stringify([row])],
      { name: 'desk.open' },
    );
    if (!opened) throw new Error('opening a ticket answered no row');
    this.events.touch(ctx);
    return opened;
  }

  /** The statement found no row: either the ticket is not there, or this client id was used before. */
  private async missing(ctx: Ctx, ticketId: string): Promise<'not_found' | 'duplicate'> {
    const rows = await ctx.query('select 1 from ticket where workspace_id = $1 and id = $2', [
      ctx.workspaceId,
      ticketId,
    ]);
    return rows.length > 0 ? 'duplicate' : 'not_found';
  }
}
