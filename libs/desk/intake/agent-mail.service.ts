import { type InboundMessage, OWN_MAIL_HOST, type TakenEnvelope } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { type Colleague, PersonMailQueries } from '../people/person-mail.queries';
import { ReplyService } from '../reply/reply.service';
import { InboundFiles, type PreparedFiles } from './inbound-files';
import type { Received } from './received';
import { ThreadQueries } from './thread.queries';

const MAX_ID = 200;
const HOUSE = { kind: 'system' as const, id: null, name: 'Satchel' };

/**
 * What a colleague answers by mail. It goes to the customer only when it answers a mail that we signed and sent to this
 * very person, and their own domain proves that they wrote it; whatever else names a ticket stays in the house.
 */
@Injectable()
export class AgentMail {
  constructor(
    private readonly queries: PersonMailQueries,
    private readonly threads: ThreadQueries,
    private readonly replies: ReplyService,
    private readonly files: InboundFiles,
  ) {}

  /** Null: it is no colleague's word on a ticket, and goes the usual way. */
  async take(ctx: Ctx, envelope: TakenEnvelope, item: InboundMessage, files: PreparedFiles): Promise<Received | null> {
    if (envelope.addressKind !== 'email') return null;
    const { address: from } = item.from;
    const colleague = await this.queries.colleague(ctx, from);
    if (!colleague) return null;
    const answered = await this.queries.answered(ctx, item.thread.externalIds);
    const ticketId = answered?.ticketId ?? (await this.named(ctx, envelope, item));
    if (!ticketId || (await this.queries.isCustomer(ctx, ticketId, from))) return null;
    if (envelope.meta['backfill'] === true) return { ignored: "a colleague's mail of the past" };
    if (item.automated !== null && item.automated !== OWN_MAIL_HOST)
      return { ignored: `a colleague's program: ${item.automated}` };

    const why = whyNot(item, answered?.personId ?? null, colleague);
    if (why) return this.keep(ctx, envelope, item, files, { ticketId, colleague, why });
    const author = { kind: 'person' as const, id: colleague.id, name: colleague.name };
    const said = await this.replies.reply(ctx.as({ ...author, role: colleague.role }), {
      ticketId,
      text: item.text,
      author,
      // Also of the copy that came in by another mailbox.
      clientId: `mail:${item.externalId}`.slice(0, MAX_ID),
      waited: true,
    });
    if (!said.ok) return this.keep(ctx, envelope, item, files, { ticketId, colleague, why: said.message });
    if (files.files.length > 0) {
      const why = 'Its files stay here: they may hold more than the customer is to see.';
      await this.keep(ctx, envelope, { ...item, text: '' }, files, { ticketId, colleague, why });
    }
    return { messageId: said.message.id };
  }

  private async named(ctx: Ctx, { connectionId }: TakenEnvelope, item: InboundMessage): Promise<string | null> {
    const { ticketId: signedTicketId, externalIds } = item.thread;
    const { sender } = item;
    const placed = { connectionId, from: item.from.address, sender, signedTicketId, externalIds };
    return (await this.threads.byIds(ctx, placed))?.ticketId ?? null;
  }

  /** As a note, with the reason. */
  private async keep(
    ctx: Ctx,
    { connectionId }: TakenEnvelope,
    item: InboundMessage,
    { files }: PreparedFiles,
    { ticketId, colleague, why }: { ticketId: string; colleague: Colleague; why: string },
  ): Promise<Received> {
    const head = `Not sent to the customer: a mail in the name of ${colleague.name} (${item.from.address}). ${why}`;
    const kept = await this.replies.note(ctx, {
      ticketId,
      text: [head, item.text].filter(Boolean).join('\n\n'),
      author: HOUSE,
      clientId: `mail:note:${item.externalId}`.slice(0, MAX_ID),
    });
    if (!kept.ok) return { ignored: `${head} ${kept.message}` };
    if (kept.message.attachments.length === 0) await this.files.keep(ctx, files, kept.message.id, connectionId);
    return { messageId: kept.message.id };
  }
}

function whyNot(item: InboundMessage, toldTo: string | null, colleague: Colleague): string | null {
  if (toldTo === null || item.thread.ticketId === null)
    return 'It does not answer a mail that told them of this ticket.';
  if (toldTo !== colleague.id) return 'It answers a mail that went to somebody else.';
  if (item.sender !== 'proven' || !item.verdicts?.aligned || item.verdicts.dmarc !== 'pass')
    return 'Nothing proves that they wrote it (DMARC does not pass for their address).';
  return item.text.trim() === '' ? 'It holds no words of its own.' : null;
}
