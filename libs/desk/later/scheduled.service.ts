import type { MessageBody, WithdrawnReason } from '@satchel/contracts';
import { AppError, Clock, type Ctx, Ids, JobHandler, Jobs, OnEvent, type LoggedEvent } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AttachmentQueries } from '../attachment/attachment.queries';
import { releaseJob } from '../desk.jobs';
import { DeskEvents } from '../desk-events';
import { DraftService } from '../draft/draft.service';
import { type NewReply, type ReplyResult, ReplyService } from '../reply/reply.service';
import { type HeldReply, ScheduledQueries, type ScheduledRow } from './scheduled.queries';
import type { SendTime } from './send-time';

/** What was taken back: the words are a draft of their writer again. */
export interface Withdrawn {
  row: ScheduledRow;
  attachments: MessageBody['attachments'];
}

/**
 * Replies that wait: for seconds, so that their writer can take them back, or for a chosen time. Nothing of the ticket
 * moves until they leave, and until then they are no message: no customer, program or channel can see them.
 */
@Injectable()
export class ScheduledMessages {
  constructor(
    private readonly queries: ScheduledQueries,
    private readonly replies: ReplyService,
    private readonly drafts: DraftService,
    private readonly attachments: AttachmentQueries,
    private readonly events: DeskEvents,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Checked now as it will be when it leaves, so that most refusals are met by their writer. */
  async schedule(ctx: Ctx, given: NewReply, time: SendTime): Promise<ReplyResult> {
    const checked = await this.replies.check(ctx, given);
    if (!checked.ok) return checked;
    if (checked.said) return { ok: true, message: checked.said };
    const { ticketId, author, clientId = null, attachmentIds, to, cc, template, choices } = given;
    const reply: HeldReply = { text: checked.text, attachmentIds, to, cc, template, choices };
    const now = this.clock.now();
    const row = { id: this.ids.next(), ticketId, author, reply, clientId, createdAt: now, ...time };
    return ctx.transaction(async (tx): Promise<ReplyResult> => {
      await this.queries.lockTicket(tx, ticketId);
      const twin = clientId ? await this.queries.byClientId(tx, clientId) : null;
      if (twin) return { ok: true, message: await this.body(tx, twin) };
      const stored = await this.queries.insert(tx, row);
      if (!stored)
        return { ok: false, code: 'closed', message: 'This ticket is closed. Reopen it to write to the customer.' };
      const mine = (await this.drafts.list(tx, ticketId)).find(
        (draft) => draft.author.kind === 'person' && draft.author.id === author.id,
      );
      if (mine) await this.drafts.discard(tx, ticketId, mine.id);
      await this.wakeAt(tx, stored);
      await this.tell(tx, stored);
      return { ok: true, message: await this.body(tx, stored) };
    });
  }

  async list(ctx: Ctx, ticketId: string): Promise<MessageBody[]> {
    const rows = await this.queries.ofTicket(ctx, ticketId);
    return Promise.all(rows.map((row) => this.body(ctx, row)));
  }

  async change(ctx: Ctx, id: string, changes: { sendAfter?: Date; cancelIfAnswered?: boolean }): Promise<MessageBody> {
    return ctx.transaction(async (tx) => {
      const row = await this.queries.change(tx, id, changes);
      if (!row) throw waitsNoMore();
      await this.wakeAt(tx, row);
      await this.tell(tx, row);
      return this.body(tx, row);
    });
  }

  /** Takes it back. Of an undo and a release at one moment, one wins, and the other finds nothing. */
  async undo(ctx: Ctx, id: string): Promise<Withdrawn> {
    return ctx.transaction(async (tx) => {
      const row = await this.queries.take(tx, id);
      if (!row) throw waitsNoMore();
      const attachments = await this.filesOf(tx, row);
      await this.withdraw(tx, row, 'undone', null);
      return { row, attachments };
    });
  }

  async sendNow(ctx: Ctx, id: string): Promise<void> {
    if ((await this.leave(ctx, id, false)) === 'gone') throw waitsNoMore();
  }

  @JobHandler(releaseJob)
  async release(ctx: Ctx, { scheduledId }: { scheduledId: string }): Promise<void> {
    const row = await this.queries.byId(ctx, scheduledId);
    if (!row) return;
    if (row.sendAfter > this.clock.now()) return this.wakeAt(ctx, row);
    await this.leave(ctx, scheduledId, true);
  }

  /** The customer wrote first: what was to be withdrawn then is, at once. */
  @OnEvent({ name: 'desk.withdraw-answered', types: ['message.received'] })
  async onReceived(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { ticketId, automated } = event.payload as { ticketId: string; automated: boolean };
    if (automated) return;
    for (const { id, cancelIfAnswered } of await this.queries.ofTicket(ctx, ticketId)) {
      if (!cancelIfAnswered) continue;
      await ctx.transaction(async (tx) => {
        const found = await this.queries.byId(tx, id);
        if (!found || !(await this.queries.wroteSince(tx, found.ticketId, found.createdAt))) return;
        const row = await this.queries.take(tx, id);
        if (row) await this.withdraw(tx, row, 'customer_wrote', WHY.customer_wrote);
      });
    }
  }

  private async leave(ctx: Ctx, id: string, minds: boolean): Promise<'gone' | 'left' | 'withdrawn'> {
    try {
      return await this.say(ctx, id, minds);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return ctx.transaction(async (tx) => {
        const row = await this.queries.take(tx, id);
        if (!row) return 'gone';
        await this.withdraw(tx, row, 'refused', error.message);
        return 'withdrawn';
      });
    }
  }

  private say(ctx: Ctx, id: string, minds: boolean): Promise<'gone' | 'left' | 'withdrawn'> {
    return ctx.transaction(async (tx) => {
      const waiting = await this.queries.byId(tx, id);
      const ticket = waiting && (await this.queries.lockTicket(tx, waiting.ticketId));
      const row = ticket && (await this.queries.take(tx, id));
      if (!row) return 'gone';
      if (minds && row.cancelIfAnswered && (await this.queries.wroteSince(tx, row.ticketId, row.createdAt))) {
        await this.withdraw(tx, row, 'customer_wrote', WHY.customer_wrote);
        return 'withdrawn';
      }
      const { to, ...rest } = row.reply;
      const own = to?.connectionId === ticket.connectionId && to?.address === ticket.address;
      const said = await this.replies.reply(acting(tx, row), {
        ...rest,
        ...(to && !own && { to }),
        ticketId: row.ticketId,
        author: row.author,
        waited: true,
        ...(row.clientId && { clientId: row.clientId }),
      });
      if (!said.ok) throw new Refused(said.message);
      await this.events.append(tx, 'message.withdrawn', { ticketId: row.ticketId, messageId: id, reason: 'sent' });
      return 'left';
    });
  }

  /** The words go back to their writer; when nobody asked for that, a note says why. */
  private async withdraw(tx: Ctx, row: ScheduledRow, reason: WithdrawnReason, why: string | null): Promise<void> {
    const { ticketId, author, reply } = row;
    if (author.kind === 'person' && author.id) {
      const mine = (await this.drafts.list(tx, ticketId)).find(
        (draft) => draft.author.kind === 'person' && draft.author.id === author.id,
      );
      const text = [reply.text, mine?.text].filter(Boolean).join('\n\n');
      await this.drafts.save(tx, { ticketId, author: { kind: 'person', id: author.id, name: author.name }, text });
    }
    if (why) {
      const text = `Not sent: a reply by ${author.name} that was to go out later. ${why}\n\n${reply.text}`;
      const house = { kind: 'system' as const, id: null, name: 'Satchel' };
      await this.replies.note(tx, { ticketId, text, author: house, clientId: `withdrawn:${row.id}` });
    }
    await this.events.append(tx, 'message.withdrawn', { ticketId, messageId: row.id, reason });
  }

  private wakeAt(ctx: Ctx, { id, sendAfter }: ScheduledRow): Promise<void> {
    return this.jobs.enqueue(ctx, releaseJob, { scheduledId: id }, { key: `desk.release:${id}`, runAt: sendAfter });
  }

  private tell(ctx: Ctx, { id, ticketId, sendAfter, held }: ScheduledRow): Promise<void> {
    const sendAt = sendAfter.toISOString();
    return this.events.append(ctx, 'message.scheduled', { ticketId, messageId: id, sendAt, held });
  }

  private async filesOf(ctx: Ctx, { reply }: ScheduledRow): Promise<MessageBody['attachments']> {
    return reply.attachmentIds?.length ? this.attachments.uploads(ctx, reply.attachmentIds) : [];
  }

  private async body(ctx: Ctx, row: ScheduledRow): Promise<MessageBody> {
    const { reply, sendAfter, held, cancelIfAnswered } = row;
    return {
      id: row.id,
      ticketId: row.ticketId,
      direction: 'outbound',
      kind: 'reply',
      author: row.author,
      text: reply.text,
      attachments: await this.filesOf(ctx, row),
      deliveryStatus: 'scheduled',
      deliveryError: null,
      clientId: row.clientId,
      ...(reply.choices?.length && { choices: reply.choices }),
      scheduled: { sendAt: sendAfter.toISOString(), held, cancelIfCustomerWrites: cancelIfAnswered },
      createdAt: row.createdAt.toISOString(),
    };
  }
}

/** Rolls back whatever of the reply was written already. */
class Refused extends Error {}

const WHY = { customer_wrote: 'The customer wrote first.' };

/** The job ends what its writer began: their files are theirs to send, and the log names them. */
const acting = (tx: Ctx, { author }: ScheduledRow): Ctx =>
  tx.as({ kind: author.kind, id: author.id, name: author.name, role: null });

const waitsNoMore = (): AppError =>
  new AppError('waits_no_more', 409, 'This message waits no more: it has left, or somebody took it back.');
