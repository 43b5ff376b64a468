import { ActionRuns } from '@satchel/actions';
import type { ActionRunBody, AiMode, EventMap } from '@satchel/contracts';
import { Channels } from '@satchel/connectors';
import { AutoReplies, DraftService, MessageQueries, ReplyService, TicketService } from '@satchel/desk';
import type { Actor, Ctx, LoggedEvent } from '@satchel/kernel';
import { OnEvent } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AiSettings } from '../settings/ai-settings.service';
import { firstNameOf, writeLetter } from './letter';
import { languageBefore, languageOf } from './prior-language';
import { AiTurnQueries } from './turn.queries';

const AI: Actor = { kind: 'ai', id: null, name: 'Satchel AI', role: null };
const AUTHOR = { kind: 'ai', id: null, name: 'Satchel AI' } as const;
/** Messages in which the customer's language is looked for. */
const THREAD = 40;

/** Whoever heard that a colleague has to look first hears what came of it: once, and of a deed only when it was read back. */
@Injectable()
export class ApprovedHandlers {
  constructor(
    private readonly runs: ActionRuns,
    private readonly settings: AiSettings,
    private readonly queries: AiTurnQueries,
    private readonly messages: MessageQueries,
    private readonly channels: Channels,
    private readonly autoReplies: AutoReplies,
    private readonly replies: ReplyService,
    private readonly drafts: DraftService,
    private readonly tickets: TicketService,
  ) {}

  @OnEvent({ name: 'ai.approved', types: ['action.done'] })
  async done(system: Ctx, event: LoggedEvent): Promise<void> {
    const asked = await this.asked(system.as(AI), event);
    if (!asked) return;
    const { ctx, run, ticketId, mode } = asked;
    const letter = await this.letter(ctx, ticketId, run);
    if (!letter) return;
    const { inbound, body } = letter;
    // Where a person reads first what the AI says, they read this too.
    const held = mode !== 'auto' || (await this.autoReplies.whyNot(ctx, inbound, 'answer')) !== null;
    if (!held) {
      const given = { ticketId, text: body, author: AUTHOR, clientId: `approved:${run.id}`, automated: true };
      if ((await this.replies.reply(ctx, given)).ok) return;
    }
    await this.draft(ctx, ticketId, body);
  }

  /** A no is for the person who said it to word; it lies ready. */
  @OnEvent({ name: 'ai.declined', types: ['action.decided'] })
  async declined(system: Ctx, event: LoggedEvent): Promise<void> {
    if ((event.payload as EventMap['action.decided']).verdict !== 'deny') return;
    const asked = await this.asked(system.as(AI), event);
    if (!asked) return;
    const letter = await this.letter(asked.ctx, asked.ticketId, asked.run);
    if (letter) await this.draft(asked.ctx, asked.ticketId, letter.body);
  }

  /** What the AI asked for and a person decided about; null: that is somebody else's to tell. */
  private async asked(
    ctx: Ctx,
    event: LoggedEvent,
  ): Promise<{ ctx: Ctx; run: ActionRunBody; ticketId: string; mode: AiMode } | null> {
    const { runId, ticketId } = event.payload as EventMap['action.done'];
    if (!ticketId) return null;
    const run = await this.runs.get(ctx, runId);
    if (run.actor.kind !== 'ai' || run.decidedBy?.kind !== 'person') return null;
    const { mode } = await this.settings.get(ctx);
    return mode === 'off' ? null : { ctx, run, ticketId, mode };
  }

  private draft(ctx: Ctx, ticketId: string, text: string): Promise<void> {
    return ctx.transaction(async (tx) => {
      await this.drafts.save(tx, { ticketId, author: AUTHOR, text, turnId: null });
      await this.tickets.setAiState(tx, ticketId, 'drafted');
    });
  }

  private async letter(
    ctx: Ctx,
    ticketId: string,
    run: ActionRunBody,
  ): Promise<{ inbound: string; body: string } | null> {
    const scene = await this.queries.scene(ctx, ticketId);
    if (!scene?.inbound) return null;
    const { signature, shop, informal } = await this.settings.get(ctx);
    const said = (await this.messages.thread(ctx, ticketId, { limit: THREAD })).data;
    const [{ detect }, { decidedWords }] = await Promise.all([import('tinyld'), import('./decided-words')]);
    const language = languageBefore(said, detect) ?? (scene.locale ? languageOf(scene.locale) : null) ?? 'en';
    const channel = scene.connectionId ? await this.channels.of(ctx, scene.connectionId) : null;
    const brief = channel !== null && !channel.traits.subject;
    const parts = { language, firstName: firstNameOf(scene.customerName), signature, shop };
    const disclose = channel?.traits.addressKind !== 'visitor';
    const body = writeLetter(decidedWords(run, language, { brief, informal }), parts, { disclose, brief });
    return { inbound: scene.inbound.id, body };
  }
}
