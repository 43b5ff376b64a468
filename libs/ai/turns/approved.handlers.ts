import { ActionRuns } from '@satchel/actions';
import type { ActionRunBody, EventMap } from '@satchel/contracts';
import { Channels } from '@satchel/connectors';
import { AutoReplies, DraftService, MessageQueries, ReplyService } from '@satchel/desk';
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

/** Whoever heard that a colleague has to look first hears what came of it: once, and only of what was read back as done. */
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
  ) {}

  @OnEvent({ name: 'ai.approved', types: ['action.done'] })
  async done(system: Ctx, event: LoggedEvent): Promise<void> {
    const { runId, ticketId } = event.payload as EventMap['action.done'];
    if (!ticketId) return;
    const ctx = system.as(AI);
    const run = await this.runs.get(ctx, runId);
    if (run.actor.kind !== 'ai' || run.decidedBy?.kind !== 'person') return;
    const { mode } = await this.settings.get(ctx);
    if (mode === 'off') return;
    const text = await this.letter(ctx, ticketId, run);
    if (!text) return;
    const { inbound, body } = text;
    // Where a person reads first what the AI says, they read this too.
    const held = mode !== 'auto' || (await this.autoReplies.whyNot(ctx, inbound, 'answer')) !== null;
    if (!held) {
      const given = { ticketId, text: body, author: AUTHOR, clientId: `approved:${runId}`, automated: true };
      if ((await this.replies.reply(ctx, given)).ok) return;
    }
    await this.drafts.save(ctx, { ticketId, author: AUTHOR, text: body, turnId: null });
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
    const [{ detect }, { doneWords }] = await Promise.all([import('tinyld'), import('./done-words')]);
    const language = languageBefore(said, detect) ?? (scene.locale ? languageOf(scene.locale) : null) ?? 'en';
    const channel = scene.connectionId ? await this.channels.of(ctx, scene.connectionId) : null;
    const brief = channel !== null && !channel.traits.subject;
    const parts = { language, firstName: firstNameOf(scene.customerName), signature, shop };
    const disclose = channel?.traits.addressKind !== 'visitor';
    const body = writeLetter(doneWords(run, language, { brief, informal }), parts, { disclose, brief });
    return { inbound: scene.inbound.id, body };
  }
}
