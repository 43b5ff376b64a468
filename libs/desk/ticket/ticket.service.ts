import type { AiState, TicketBody, TicketStatus } from '@satchel/contracts';
import { ConnectionService } from '@satchel/connectors';
import { CustomerService } from '@satchel/customers';
import { AppError, Clock, type Ctx, Ids, redactSecrets } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DeskEvents } from '../desk-events';
import { MessageAppendQueries } from '../message/message-append.queries';
import { TagQueries } from '../tag/tag.queries';
import { TicketQueries } from './ticket.queries';

export interface TicketChanges {
  status?: TicketStatus;
  assigneeId?: string | null;
  subject?: string;
  tags?: string[];
  /** Refuses with `stale` when the ticket changed since this version was read. */
  expectedVersion?: number;
}

export interface NewTicketRequest {
  subject: string;
  channel?: string;
  customer: { email?: string; phone?: string; name?: string };
  text: string;
}

export type TicketResult =
  { ok: true; ticket: TicketBody } | { ok: false; code: 'not_found' | 'stale' | 'unknown_assignee' };

/** Tickets that came by API and answer by API: no connection carries them. */
const API_CHANNEL = 'api';

@Injectable()
export class TicketService {
  constructor(
    private readonly queries: TicketQueries,
    private readonly appends: MessageAppendQueries,
    private readonly tags: TagQueries,
    private readonly customers: CustomerService,
    private readonly connections: ConnectionService,
    private readonly events: DeskEvents,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Opens a ticket in the customer's name, as a message that came in. */
  async create(ctx: Ctx, request: NewTicketRequest): Promise<TicketBody> {
    const address = addressOf(request.customer);
    const connectionId =
      request.channel && request.channel !== API_CHANNEL ? await this.connectionFor(ctx, request.channel) : null;
    const ticketId = this.ids.next();
    await ctx.transaction(async (tx) => {
      const customer = await this.customers.findOrCreateByAddress(tx, {
        ...address,
        ...(request.customer.name ? { name: request.customer.name } : {}),
      });
      await this.appends.open(
        tx,
        {
          id: ticketId,
          subject: redactSecrets(request.subject).text,
          status: 'new',
          channel: request.channel ?? API_CHANNEL,
          connectionId,
          customerId: customer.id,
          customerAddress: address.value,
        },
        {
          id: this.ids.next(),
          direction: 'inbound',
          kind: 'reply',
          author: { kind: 'customer', id: customer.id, name: customer.name || address.value },
          text: request.text,
          meta: { from: address.value },
          createdAt: this.clock.now(),
        },
      );
    });
    const ticket = await this.queries.byId(ctx, ticketId);
    if (!ticket) throw new Error('the ticket just opened is not there');
    return ticket;
  }

  update(ctx: Ctx, ticketId: string, changes: TicketChanges): Promise<TicketResult> {
    return ctx.transaction(async (tx) => {
      const rows = await tx.query<{
        status: TicketStatus;
        assigneeId: string | null;
        subject: string;
        version: number;
      }>(
        'select status, assignee_id as "assigneeId", subject, version from ticket where workspace_id = $1 and id = $2 for update',
        [tx.workspaceId, ticketId],
      );
      const before = rows[0];
      if (!before) return { ok: false, code: 'not_found' };
      if (changes.expectedVersion !== undefined && changes.expectedVersion !== before.version)
        return { ok: false, code: 'stale' };
      const after = {
        status: changes.status ?? before.status,
        assigneeId: changes.assigneeId === undefined ? before.assigneeId : changes.assigneeId,
        subject: changes.subject ?? before.subject,
      };
      if (after.assigneeId !== before.assigneeId && after.assigneeId && !(await this.worksHere(tx, after.assigneeId))) {
        return { ok: false, code: 'unknown_assignee' };
      }
      await tx.query(
        `update ticket set status = $3, assignee_id = $4, subject = $5, version = version + 1, updated_at = $6,
           waiting_since = case when $3 in ('resolved', 'closed', 'spam') then null else waiting_since end
         where workspace_id = $1 and id = $2`,
        [tx.workspaceId, ticketId, after.status, after.assigneeId, after.subject, this.clock.now()],
      );
      await this.report(tx, ticketId, before, after);
      if (changes.tags) await this.retag(tx, ticketId, changes.tags);
      const ticket = await this.queries.byId(tx, ticketId);
      return ticket ? { ok: true, ticket } : { ok: false, code: 'not_found' };
    });
  }

  async setAiState(ctx: Ctx, ticketId: string, to: AiState): Promise<void> {
    await ctx.transaction(async (tx) => {
      if (await this.queries.setAiState(tx, ticketId, to))
        await this.events.append(tx, 'ticket.ai_state_changed', { ticketId, to });
    });
  }

  private async report(ctx: Ctx, ticketId: string, before: Snapshot, after: Snapshot): Promise<void> {
    if (after.status !== before.status) {
      await this.events.append(ctx, 'ticket.status_changed', { ticketId, from: before.status, to: after.status });
    }
    if (after.assigneeId !== before.assigneeId) {
      await this.events.append(ctx, 'ticket.assigned', { ticketId, from: before.assigneeId, to: after.assigneeId });
    }
    if (after.subject !== before.subject) await this.events.append(ctx, 'ticket.subject_changed', { ticketId });
  }

  private async retag(ctx: Ctx, ticketId: string, names: string[]): Promise<void> {
    const { added, removed } = await this.tags.set(ctx, ticketId, names);
    if (added.length + removed.length > 0) await this.events.append(ctx, 'ticket.tagged', { ticketId, added, removed });
  }

  private async worksHere(ctx: Ctx, personId: string): Promise<boolean> {
    const rows = await ctx.query('select 1 from membership where workspace_id = $1 and person_id = $2', [
      ctx.workspaceId,
      personId,
    ]);
    return rows.length > 0;
  }

  private async connectionFor(ctx: Ctx, channel: string): Promise<string> {
    const found = (await this.connections.list(ctx, 'channel')).find(
      (connection) => connection.connectorId === channel && connection.enabled,
    );
    if (found) return found.id;
    throw new AppError(
      'no_channel',
      422,
      `No enabled connection carries the channel "${channel}": connect one first, or leave channel out.`,
      {
        errors: [{ field: 'channel', message: 'no enabled connection' }],
      },
    );
  }
}

type Snapshot = { status: TicketStatus; assigneeId: string | null; subject: string };

function addressOf(customer: NewTicketRequest['customer']): { kind: 'email' | 'phone'; value: string } {
  if (customer.email) return { kind: 'email', value: customer.email.trim().toLowerCase() };
  if (customer.phone) return { kind: 'phone', value: customer.phone };
  throw new AppError('no_address', 422, 'A customer needs an email or a phone number.', {
    errors: [{ field: 'customer', message: 'give email or phone' }],
  });
}
