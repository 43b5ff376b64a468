import { EnvelopeService, type InboundMessage, type InboundStatus, type TakenEnvelope } from '@satchel/connectors';
import { CustomerService } from '@satchel/customers';
import { Clock, type Ctx, Ids, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AttachmentService } from '../attachment/attachment.service';
import { DeliveryQueries } from '../delivery/delivery.queries';
import { DeskEvents } from '../desk-events';
import { sanitise } from '../html/sanitise';
import { MessageAppendQueries } from '../message/message-append.queries';
import type { NewMessage } from '../message/message-row';
import { ThreadQueries } from './thread.queries';

const NO_SUBJECT = '(no subject)';
const SUBJECT_CHARS = 300;

/** Turns a stored raw message into a message on the right ticket. Running it twice changes nothing the second time. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly envelopes: EnvelopeService,
    private readonly customers: CustomerService,
    private readonly threads: ThreadQueries,
    private readonly appends: MessageAppendQueries,
    private readonly attachments: AttachmentService,
    private readonly deliveries: DeliveryQueries,
    private readonly events: DeskEvents,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  async route(ctx: Ctx, envelopeId: string): Promise<void> {
    const envelope = await this.envelopes.take(ctx, envelopeId);
    if (!envelope) return;
    await ctx.transaction(async (tx) => {
      let messageId: string | null = null;
      for (const item of envelope.items) {
        if (item.type === 'status') await this.report(tx, envelope, item);
        else if (item.type === 'message') messageId = (await this.receive(tx, envelope, item)) ?? messageId;
      }
      await this.envelopes.settle(tx, envelope.id, messageId ? 'routed' : 'ignored', { messageId });
    });
  }

  private async report(ctx: Ctx, envelope: TakenEnvelope, item: InboundStatus): Promise<void> {
    if (item.status === 'delayed') return;
    const moved = await this.deliveries.report(ctx, envelope.connectionId, item.externalId, item.status, item.error);
    if (!moved) return;
    await this.events.append(ctx, 'message.delivery_changed', {
      ticketId: moved.ticketId,
      messageId: moved.id,
      to: item.status,
      error: item.error,
    });
  }

  private async receive(ctx: Ctx, envelope: TakenEnvelope, item: InboundMessage): Promise<string | null> {
    const from = item.from.address;
    await this.threads.lockSender(ctx, from);
    const known = await this.threads.isKnown(ctx, envelope.connectionId, item.externalId);
    if (known) return known;

    const customer = await this.customers.findOrCreateByAddress(ctx, {
      kind: envelope.addressKind,
      value: from,
      ...(item.from.name ? { name: item.from.name } : {}),
    });
    const message = this.compose(envelope, item, customer);
    const said = ctx.as({ kind: 'customer', id: customer.id, name: customer.name, role: null });
    const thread = await this.threads.find(ctx, from, item.thread.ticketId, item.thread.externalIds);
    const joined = thread && (await this.appends.append(said, thread.ticketId, message)).ok;
    if (!joined) {
      await this.appends.open(
        said,
        {
          id: this.ids.next(),
          subject: (item.subject?.trim() || NO_SUBJECT).slice(0, SUBJECT_CHARS),
          status: 'new',
          channel: envelope.connectorId,
          connectionId: envelope.connectionId,
          customerId: customer.id,
          customerAddress: from,
        },
        message,
      );
    }
    for (const file of item.files) {
      if (Buffer.isBuffer(file.content))
        await this.attachments.keep(ctx, { ...file, content: file.content }, message.id);
    }
    this.log.info({ messageId: message.id, joined: Boolean(joined), automated: item.automated }, 'message received');
    return message.id;
  }

  private compose(envelope: TakenEnvelope, item: InboundMessage, customer: { id: string; name: string }): NewMessage {
    return {
      id: this.ids.next(),
      direction: 'inbound',
      kind: 'reply',
      author: { kind: 'customer', id: customer.id, name: customer.name || item.from.address },
      text: item.text,
      fullText: item.fullText === item.text ? null : item.fullText,
      html: item.html === null ? null : sanitise(item.html),
      externalId: item.externalId,
      envelopeId: envelope.id,
      automated: item.automated !== null,
      meta: {
        from: item.from.address,
        fromName: item.from.name,
        replyTo: item.replyTo?.address ?? null,
        subject: item.subject,
        automated: item.automated,
        sentAt: item.sentAt?.toISOString() ?? null,
        sender: item.sender,
      },
      createdAt: this.clock.now(),
    };
  }
}
