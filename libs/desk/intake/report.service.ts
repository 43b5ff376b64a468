import type { InboundStatus, InboundWatermark, TakenEnvelope } from '@satchel/connectors';
import { AppError, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AddressBlockService } from '../block/address-block.service';
import { DeliveryQueries, type SentRow } from '../delivery/delivery.queries';
import { DeskEvents } from '../desk-events';

/** What vendors tell about messages of ours. */
@Injectable()
export class ReportService {
  constructor(
    private readonly deliveries: DeliveryQueries,
    private readonly blocks: AddressBlockService,
    private readonly events: DeskEvents,
  ) {}

  /** True when it was about a message of ours. */
  async status(ctx: Ctx, envelope: TakenEnvelope, item: InboundStatus): Promise<boolean> {
    const sent = await this.deliveries.byExternalId(ctx, envelope.connectionId, item);
    if (!sent) return this.unknown(ctx, envelope, item);
    // Anybody can write a delivery report: one about an address we did not write to is none.
    if (item.recipient !== null && !wentTo(sent, item.recipient)) return false;
    if (item.block) await this.block(ctx, envelope, sent, item);
    if (item.status === 'delayed') {
      await this.deliveries.remark(ctx, sent.id, item.error ?? 'The delivery is delayed.');
      await this.changed(ctx, sent, sent.status, item.error);
    } else if (isCopy(sent, item.recipient)) {
      await this.deliveries.remark(ctx, sent.id, `Not delivered to ${item.recipient}: ${item.error ?? 'refused'}`);
      await this.changed(ctx, sent, sent.status, item.error);
    } else if (await this.deliveries.advance(ctx, sent.id, item.status, item.error)) {
      await this.changed(ctx, sent, item.status, item.error);
      if (item.status === 'failed') await this.reopen(ctx, sent.ticketId);
    }
    return true;
  }

  /** "Everything up to then": for vendors that tell a time and no ids. */
  async watermark(
    ctx: Ctx,
    { connectionId }: Pick<TakenEnvelope, 'connectionId'>,
    item: Pick<InboundWatermark, 'from' | 'status' | 'at'>,
  ): Promise<boolean> {
    const sent = await this.deliveries.upTo(ctx, { connectionId, address: item.from.address, at: item.at });
    for (const row of sent) {
      if (await this.deliveries.advance(ctx, row.id, item.status, null))
        await this.changed(ctx, row, item.status, null);
    }
    return sent.length > 0;
  }

  /** The vendor may be quicker than our note of its id: then the report comes again in a moment. */
  private async unknown(ctx: Ctx, envelope: TakenEnvelope, item: InboundStatus): Promise<false> {
    if (await this.deliveries.isSending(ctx, envelope.connectionId)) {
      throw new AppError('status_too_early', 503, `Nothing is known yet of ${item.externalId}.`, { retryable: true });
    }
    return false;
  }

  private async block(ctx: Ctx, envelope: TakenEnvelope, sent: SentRow, item: InboundStatus): Promise<void> {
    const address = item.recipient ?? sent.address;
    if (!item.block || !address) return;
    await this.blocks.block(ctx, { connectionId: envelope.connectionId, address }, item.block, item.error);
  }

  private async reopen(ctx: Ctx, ticketId: string): Promise<void> {
    const reopened = await this.deliveries.reopen(ctx, ticketId);
    if (reopened) await this.events.append(ctx, 'ticket.status_changed', { ticketId, from: reopened.from, to: 'open' });
  }

  private changed(
    ctx: Ctx,
    { id, ticketId }: { id: string; ticketId: string },
    to: SentRow['status'],
    error: string | null,
  ): Promise<void> {
    return this.events.append(ctx, 'message.delivery_changed', { ticketId, messageId: id, to, error });
  }
}

const same = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

const wentTo = (sent: SentRow, recipient: string): boolean =>
  same(sent.address, recipient) || sent.cc.some((it) => same(it, recipient));

/** Somebody copied in was not reached; the customer was, as far as anybody knows. */
const isCopy = (sent: SentRow, recipient: string | null): boolean =>
  recipient !== null && !same(sent.address, recipient);
