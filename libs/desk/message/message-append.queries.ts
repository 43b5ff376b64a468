import type { AuthorKind, DeliveryStatus, MessageDirection, MessageKind, TicketStatus } from '@satchel/contracts';
import { type Ctx, EventLog, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { APPEND_SQL, OPEN_SQL } from './message-append.sql';
import { previewOf } from './preview';

export interface NewMessage {
  id: string;
  direction: MessageDirection;
  kind: MessageKind;
  author: { kind: AuthorKind; id: string | null; name: string };
  text: string;
  fullText?: string | null;
  html?: string | null;
  externalId?: string | null;
  clientId?: string | null;
  envelopeId?: string | null;
  automated?: boolean;
  meta?: Record<string, unknown>;
  createdAt: Date;
}

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
    private readonly ids: Ids,
  ) {}

  /** Appends to a ticket. With `lastSeenId`, only if nothing newer was said since. */
  async append(ctx: Ctx, ticketId: string, message: NewMessage, lastSeenId: string | null = null): Promise<Appended> {
    const values = [...this.values(ctx, ticketId, message), lastSeenId, previewOf(message.text)];
    const rows = await ctx.query<{
      status: TicketStatus;
      lastMessageId: string | null;
      messageId: string | null;
      deliveryStatus: DeliveryStatus | null;
    }>(APPEND_SQL, values, { name: 'desk.append' });
    const row = rows[0];
    if (!row) return { ok: false, code: message.clientId ? await this.missing(ctx, ticketId) : 'not_found' };
    if (row.messageId === null)
      return {
        ok: false,
        code: row.status === 'closed' && message.direction === 'outbound' ? 'closed' : 'stale_ticket',
      };
    this.events.touch(ctx);
    return { ok: true, deliveryStatus: row.deliveryStatus };
  }

  /** Opens a ticket with its first message. */
  async open(
    ctx: Ctx,
    ticket: NewTicket,
    message: NewMessage,
  ): Promise<{ number: number; deliveryStatus: DeliveryStatus | null }> {
    const values = [
      ...this.values(ctx, ticket.id, message),
      ticket.status,
      previewOf(message.text),
      ticket.subject,
      ticket.channel,
      ticket.connectionId,
      ticket.customerId,
      ticket.customerAddress,
    ];
    const rows = await ctx.query<{ number: number; deliveryStatus: DeliveryStatus | null }>(OPEN_SQL, values, {
      name: 'desk.open',
    });
    const row = rows[0];
    if (!row) throw new Error('opening a ticket answered no row');
    this.events.touch(ctx);
    return row;
  }

  private values(ctx: Ctx, ticketId: string, message: NewMessage): unknown[] {
    return [
      ctx.workspaceId,
      ticketId,
      message.id,
      message.direction,
      message.kind,
      message.author.kind,
      message.author.id,
      message.author.name,
      message.text,
      message.fullText ?? null,
      message.html ?? null,
      message.externalId ?? null,
      message.clientId ?? null,
      message.envelopeId ?? null,
      message.automated ?? false,
      JSON.stringify(message.meta ?? {}),
      message.createdAt,
      // At most: opened, appended, received (or the status changed).
      [this.ids.next(), this.ids.next(), this.ids.next(), this.ids.next()],
      ctx.actor.kind,
      ctx.actor.id,
      ctx.requestId,
    ];
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
