import type { DeliveryStatus } from '@satchel/contracts';
import {
  type ChannelAdapter,
  ConnectionService,
  ConnectorError,
  type Outbound,
  type SendResult,
} from '@satchel/connectors';
import { Clock, type Ctx, Database, Jobs, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AttachmentService } from '../attachment/attachment.service';
import { AddressBlockService } from '../block/address-block.service';
import { DeskEvents } from '../desk-events';
import { deliverJob } from '../desk.jobs';
import { DeliveryQueries, type OutboundRow } from './delivery.queries';

const NOT_SENT_FOR_SURE = 'The connection broke at the moment of sending: we cannot tell whether it arrived.';

/** Once the quick tries are used up, an hour between two, for a week. */
const RETRY_LATER_MS = 60 * 60_000;
const GIVE_UP_MS = 7 * 24 * 60 * 60_000;

/** Ends the drain: what stands behind the message that waits keeps its order. */
class WaitsForVendor extends Error {}

@Injectable()
export class DeliveryService {
  constructor(
    private readonly queries: DeliveryQueries,
    private readonly connections: ConnectionService,
    private readonly attachments: AttachmentService,
    private readonly blocks: AddressBlockService,
    private readonly events: DeskEvents,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly db: Database,
    private readonly log: Log,
  ) {}

  /** Sends what waits on a ticket, oldest first. One drain per ticket at a time, over all processes. */
  async drain(ctx: Ctx, ticketId: string, attempt: { attempt: number; maxAttempts: number }): Promise<void> {
    await this.db
      .withLock(`deliver:${ticketId}`, async () => {
        for (let row = await this.queries.next(ctx, ticketId); row; row = await this.queries.next(ctx, ticketId)) {
          await this.deliver(ctx, row, attempt.attempt >= attempt.maxAttempts);
        }
      })
      .catch((error: unknown) => {
        if (!(error instanceof WaitsForVendor)) throw error;
      });
  }

  /** A person decides on a message whose outcome is open, or sends a failed one again. */
  async resolve(ctx: Ctx, messageId: string, outcome: 'resend' | 'sent'): Promise<boolean> {
    return ctx.transaction(async (tx) => {
      const rows = await tx.query<{ ticketId: string }>(
        `update message set delivery_status = $3, committed_at = null, delivery_error = null
         where workspace_id = $1 and id = $2 and delivery_status in ('verify', 'failed') and ($3 = 'queued' or delivery_status = 'verify')
         returning ticket_id as "ticketId"`,
        [tx.workspaceId, messageId, outcome === 'resend' ? 'queued' : 'sent'],
      );
      const ticketId = rows[0]?.ticketId;
      if (!ticketId) return false;
      if (outcome === 'resend')
        await this.jobs.enqueue(tx, deliverJob, { ticketId }, { key: `desk.deliver:${ticketId}` });
      await this.changed(tx, ticketId, messageId, outcome === 'resend' ? 'queued' : 'sent', null);
      return true;
    });
  }

  private async deliver(ctx: Ctx, row: OutboundRow, lastAttempt: boolean): Promise<void> {
    if (!row.address) return this.settle(ctx, row, 'failed', { error: 'The customer has no address on this channel.' });
    const barred = await this.blocks.why(ctx, row.connectionId, row.address);
    if (barred && !row.committedAt) return this.settle(ctx, row, 'failed', { error: barred });
    try {
      const adapter = await this.connections.adapter(ctx, row.connectionId, 'channel');
      const outbound = await this.compose(ctx, row, row.address);
      // Only a crash leaves `sending` behind, as the lock is ours. Before the commit nothing had left: send as if new.
      if (
        row.deliveryStatus === 'sending' &&
        row.committedAt &&
        !(await this.surelyNotSent(ctx, row, adapter, outbound))
      )
        return;
      await this.queries.claim(ctx, row.id);
      const result = await this.send(ctx, row, adapter, outbound);
      if (!result) return;
      await this.settleSent(ctx, row, result);
      this.tellRead(adapter, outbound);
    } catch (error) {
      await this.failed(ctx, row, error, lastAttempt);
    }
  }

  /** Who answers has read: the customer's program may show it. Nothing waits for this, and nothing fails with it. */
  private tellRead(adapter: ChannelAdapter, { to, thread }: Outbound): void {
    if (!thread.inReplyTo) return;
    const told = adapter.signal?.(to, { type: 'read', externalId: thread.inReplyTo });
    told?.catch((error: unknown) => this.log.debug({ err: error }, 'a read receipt was not taken'));
  }

  private async send(
    ctx: Ctx,
    row: OutboundRow,
    adapter: ChannelAdapter,
    outbound: Outbound,
  ): Promise<SendResult | null> {
    try {
      return await adapter.send(outbound, () => this.queries.commit(ctx, row.id));
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.code !== 'uncertain') throw error;
      this.log.warn({ messageId: row.id, vendorCode: error.vendorCode }, 'delivery outcome is open');
      if (await this.surelyNotSent(ctx, row, adapter, outbound))
        throw new ConnectorError('unavailable', error.message, { cause: error });
      return null;
    }
  }

  /** Looks up an open outcome. Settles the message and answers false unless it surely did not go out. */
  private async surelyNotSent(
    ctx: Ctx,
    row: OutboundRow,
    adapter: ChannelAdapter,
    outbound: Outbound,
  ): Promise<boolean> {
    const found = adapter.find ? await adapter.find(outbound) : 'unknown';
    if (found === 'not_sent') return true;
    // What was found may be a message of the same words that we know already: then nothing is known of this one.
    if (found === 'unknown' || (await this.queries.isAnother(ctx, row, found.externalId)))
      await this.settle(ctx, row, 'verify', { error: NOT_SENT_FOR_SURE });
    else await this.settleSent(ctx, row, found);
    return false;
  }

  private async failed(ctx: Ctx, row: OutboundRow, error: unknown, lastAttempt: boolean): Promise<void> {
    const reason = error instanceof Error ? error.message : 'unknown failure';
    const retryable = !(error instanceof ConnectorError) || error.retryable;
    if (error instanceof ConnectorError && error.code === 'opted_out' && row.address)
      await this.blocks.block(ctx, { connectionId: row.connectionId, address: row.address }, 'opted_out', reason);
    if (!retryable) return this.settle(ctx, row, 'failed', { error: reason });
    await this.queries.requeue(ctx, row.id, reason);
    if (!lastAttempt) throw error;
    // A server may be away for a weekend: people see why it waits, and it goes out when the server is back.
    const now = this.clock.now().getTime();
    if (now - row.createdAt.getTime() > GIVE_UP_MS) return this.settle(ctx, row, 'failed', { error: reason });
    const later = { key: `desk.deliver:${row.ticketId}`, runAt: new Date(now + RETRY_LATER_MS) };
    await this.jobs.enqueue(ctx, deliverJob, { ticketId: row.ticketId }, later);
    throw new WaitsForVendor();
  }

  /** `queued` at the vendor is out of our hands: `sent` to us. */
  private settleSent(ctx: Ctx, row: OutboundRow, { externalId, status }: SendResult): Promise<void> {
    return this.settle(ctx, row, status === 'delivered' ? 'delivered' : 'sent', { externalId });
  }

  private async settle(
    ctx: Ctx,
    row: OutboundRow,
    status: DeliveryStatus,
    fields: { externalId?: string; error?: string | null },
  ): Promise<void> {
    await ctx.transaction(async (tx) => {
      await this.queries.settle(tx, row.id, status, fields);
      await this.changed(tx, row.ticketId, row.id, status, fields.error ?? null);
    });
  }

  private changed(
    ctx: Ctx,
    ticketId: string,
    messageId: string,
    to: DeliveryStatus,
    error: string | null,
  ): Promise<void> {
    return this.events.append(ctx, 'message.delivery_changed', { ticketId, messageId, to, error });
  }

  private async compose(ctx: Ctx, row: OutboundRow, address: string): Promise<Outbound> {
    return {
      messageId: row.id,
      ticketId: row.ticketId,
      ticketNumber: row.ticketNumber,
      // What a stranger called themselves is not repeated to whoever really has the address.
      to: { address, name: row.notice ? null : row.customerName || null },
      subject: row.subject,
      text: row.text,
      html: row.html,
      files: await this.attachments.contentsOf(ctx, row.id),
      cc: (row.cc ?? []).map((address) => ({ address, name: null })),
      template: row.template,
      choices: row.choices ?? [],
      notice: row.notice,
      thread: await this.queries.threadIds(ctx, row),
      automated: row.automated,
    };
  }
}
