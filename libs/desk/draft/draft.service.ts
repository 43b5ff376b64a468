import type { DraftBody } from '@satchel/contracts';
import { type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DeskEvents } from '../desk-events';
import { type ReplyResult, ReplyService } from '../reply/reply.service';
import { TicketQueries } from '../ticket/ticket.queries';
import { DraftQueries, toBody } from './draft.queries';

export interface NewDraft {
  ticketId: string;
  author: { kind: 'person' | 'ai'; id: string | null; name: string };
  text: string;
  turnId?: string | null;
}

@Injectable()
export class DraftService {
  constructor(
    private readonly queries: DraftQueries,
    private readonly replies: ReplyService,
    private readonly tickets: TicketQueries,
    private readonly events: DeskEvents,
    private readonly ids: Ids,
  ) {}

  async list(ctx: Ctx, ticketId: string): Promise<DraftBody[]> {
    return (await this.queries.ofTicket(ctx, ticketId)).map(toBody);
  }

  async byIds(ctx: Ctx, ids: readonly string[]): Promise<DraftBody[]> {
    return (await this.queries.byIds(ctx, ids)).map(toBody);
  }

  /** One draft per writer and ticket: saving again replaces the text. */
  save(ctx: Ctx, draft: NewDraft): Promise<DraftBody> {
    return ctx.transaction(async (tx) => {
      const row = await this.queries.upsert(tx, {
        id: this.ids.next(),
        ticketId: draft.ticketId,
        authorKind: draft.author.kind,
        authorId: draft.author.id,
        authorName: draft.author.name,
        text: draft.text,
        turnId: draft.turnId ?? null,
      });
      await this.events.append(tx, 'draft.saved', { ticketId: draft.ticketId, draftId: row.id });
      return toBody(row);
    });
  }

  discard(ctx: Ctx, ticketId: string, draftId: string): Promise<boolean> {
    return ctx.transaction(async (tx) => {
      const removed = await this.queries.remove(tx, ticketId, draftId);
      if (!removed) return false;
      await this.events.append(tx, 'draft.discarded', { ticketId, draftId });
      if (removed.authorKind === 'ai' && (await this.tickets.setAiState(tx, ticketId, 'none'))) {
        await this.events.append(tx, 'ticket.ai_state_changed', { ticketId, to: 'none' });
      }
      return true;
    });
  }

  /** Sends a draft under the name of the person who approves it; sending it twice sends it once. */
  async send(
    ctx: Ctx,
    ticketId: string,
    draftId: string,
    changes: { text?: string; lastSeenMessageId?: string },
  ): Promise<ReplyResult | { ok: false; code: 'draft_gone'; message: string }> {
    const draft = (await this.queries.ofTicket(ctx, ticketId)).find((row) => row.id === draftId);
    const text = changes.text ?? draft?.text;
    if (text === undefined) {
      return { ok: false, code: 'draft_gone', message: 'This draft is gone: somebody sent or dismissed it.' };
    }
    return this.replies.reply(ctx, {
      ticketId,
      text,
      author: { kind: ctx.actor.kind === 'api' ? 'api' : 'person', id: ctx.actor.id, name: ctx.actor.name },
      clientId: `draft:${draftId}`,
      lastSeenMessageId: changes.lastSeenMessageId,
    });
  }
}
