import { EnvelopeService, type InboundMessage, type TakenEnvelope } from '@satchel/connectors';
import { CustomerService } from '@satchel/customers';
import { Clock, type Ctx, Ids, Log, redactSecrets } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AttachmentService } from '../attachment/attachment.service';
import { AddressBlockService } from '../block/address-block.service';
import { BlockRuleQueries } from '../block/block-rule.queries';
import { sanitise } from '../html/sanitise';
import { MessageAppendQueries } from '../message/message-append.queries';
import type { NewMessage } from '../message/message-row';
import { AgentMail } from './agent-mail.service';
import { InboundFiles, type PreparedFiles } from './inbound-files';
import { Placement, type Place } from './placement.service';
import type { Received } from './received';
import { ReportService } from './report.service';
import { ThreadQueries } from './thread.queries';

const NO_SUBJECT = '(no subject)';
const SUBJECT_CHARS = 300;
const NOTHING_IN_IT = 'It holds no message of a customer that could be read.';
const NO_FILES: PreparedFiles = { files: [], notices: [] };

/** Turns a stored raw message into a message on the right ticket. Running it twice changes nothing the second time. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly envelopes: EnvelopeService,
    private readonly customers: CustomerService,
    private readonly threads: ThreadQueries,
    private readonly placement: Placement,
    private readonly appends: MessageAppendQueries,
    private readonly attachments: AttachmentService,
    private readonly files: InboundFiles,
    private readonly reports: ReportService,
    private readonly agentMail: AgentMail,
    private readonly blocks: AddressBlockService,
    private readonly rules: BlockRuleQueries,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  async route(ctx: Ctx, envelopeId: string): Promise<void> {
    const envelope = await this.envelopes.take(ctx, envelopeId);
    if (!envelope) return;
    const prepared = new Map<InboundMessage, PreparedFiles>();
    for (const item of envelope.items) {
      if (item.type === 'message') prepared.set(item, await this.files.prepare(ctx, item));
    }
    await ctx.transaction(async (tx) => {
      let messageId: string | null = null;
      let reason: string | null = envelope.items.length === 0 ? NOTHING_IN_IT : null;
      for (const item of envelope.items) {
        if (item.type === 'status') await this.reports.status(tx, envelope, item);
        else if (item.type === 'watermark') await this.reports.watermark(tx, envelope, item);
        else {
          const received = await this.receive(tx, envelope, item, prepared.get(item) ?? NO_FILES);
          if ('messageId' in received) messageId = received.messageId;
          else reason = received.ignored;
        }
      }
      await this.envelopes.settle(tx, envelope.id, messageId ? 'routed' : 'ignored', { messageId, reason });
    });
  }

  private async receive(
    ctx: Ctx,
    envelope: TakenEnvelope,
    item: InboundMessage,
    { files, notices }: PreparedFiles,
  ): Promise<Received> {
    const from = item.from.address;
    await this.threads.lockSender(ctx, from);
    const known = await this.threads.isKnown(ctx, envelope.connectionId, item.externalId);
    if (known) return { messageId: known };
    const rule = await this.rules.hit(ctx, from);
    if (rule) return { ignored: `blocked: ${rule}` };
    const colleague = await this.agentMail.take(ctx, envelope, item, { files, notices });
    if (colleague) return colleague;

    const kind = item.from.kind ?? envelope.addressKind;
    const customer = await this.customers.findOrCreateByAddress(ctx, {
      kind,
      value: from,
      ...(item.from.name ? { name: item.from.name } : {}),
    });
    if (kind === 'email' && item.sender === 'proven')
      await this.customers.markVerified(ctx, customer.id, { kind, value: from }, 'authenticated_mail');
    const place = await this.placement.of(ctx, envelope, item, customer.id);
    const message = this.compose(envelope, { ...item, notices: [...item.notices, ...notices] }, customer, place);
    const said = ctx.as({ kind: 'customer', id: customer.id, name: customer.name, role: null });
    const joined = place.join && (await this.appends.append(said, place.join.ticketId, message)).ok;
    if (!joined) await this.open(said, envelope, item, customer.id, message);
    await this.files.keep(ctx, files, message.id, envelope.connectionId);
    if (item.uploads?.length) await this.attachments.attach(said, message.id, item.uploads);
    await this.heed(ctx, envelope, item);
    // What was taken out of the message must not lie on in its raw form.
    if (holdsSecrets(item)) await this.envelopes.forgetRaw(ctx, envelope.id);
    this.log.info({ messageId: message.id, joined: Boolean(joined), automated: item.automated }, 'message received');
    return { messageId: message.id };
  }

  private async open(
    said: Ctx,
    envelope: TakenEnvelope,
    item: InboundMessage,
    customerId: string,
    message: NewMessage,
  ): Promise<void> {
    const ticket = {
      id: this.ids.next(),
      subject: redactSecrets(item.subject?.trim() || NO_SUBJECT).text.slice(0, SUBJECT_CHARS),
      status: 'new' as const,
      channel: envelope.connectorId,
      connectionId: envelope.connectionId,
      customerId,
      customerAddress: item.from.address,
    };
    await this.appends.open(said, ticket, message);
  }

  /** A customer's word on being written to counts at once, whatever the vendor does about it. */
  private async heed(ctx: Ctx, envelope: TakenEnvelope, item: InboundMessage): Promise<void> {
    const at = { connectionId: envelope.connectionId, address: item.from.address };
    if (item.consent === 'stop') await this.blocks.block(ctx, at, 'opted_out', item.text.slice(0, 100));
    if (item.consent === 'start') await this.blocks.unblock(ctx, at);
  }

  private compose(
    envelope: TakenEnvelope,
    item: InboundMessage,
    customer: { id: string; name: string },
    place: Place,
  ): NewMessage {
    const automated = place.automated ?? item.automated;
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
      automated: automated !== null,
      route: { connectionId: envelope.connectionId, address: item.from.address },
      ...(place.join?.moves && { movesTo: envelope.connectorId }),
      meta: {
        from: item.from.address,
        fromName: item.from.name,
        replyTo: item.replyTo?.address ?? null,
        cc: item.cc.map((it) => it.address),
        subject: item.subject,
        automated,
        notices: item.notices,
        sentAt: item.sentAt?.toISOString() ?? null,
        sender: item.sender,
        verdicts: item.verdicts,
        forwardedFrom: item.forwardedFrom,
        ...(place.maybe && { maybeTicketId: place.maybe.ticketId, maybeTicketNumber: place.maybe.number }),
      },
      createdAt: this.clock.now(),
    };
  }
}

const holdsSecrets = ({ subject, text, fullText, html }: InboundMessage): boolean =>
  [subject, text, fullText, html].some((part) => part && redactSecrets(part).found.length > 0);
