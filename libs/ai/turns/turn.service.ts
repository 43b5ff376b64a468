import { Injectable } from '@nestjs/common';
import type { AiSettingsBody } from '@satchel/contracts';
import { AutoReplies, type Refused, TicketService, TypingService } from '@satchel/desk';
import type { Actor, Ctx } from '@satchel/kernel';
import { Clock, Ids, Jobs, Log, Metrics } from '@satchel/kernel';
import { Brains } from '../brains/brains.service';
import { Modes } from '../modes/modes.service';
import { repeats } from '../modes/likeness';
import { topicOfAction, topicsOfTurn } from '../modes/topics-of-turn';
import { AiSettings, type ReadSettings } from '../settings/ai-settings.service';
import { costOf } from '../settings/budget';
import { conclude } from './conclude';
import { DraftAllowance } from './draft-allowance';
import { inputOf } from './input-of';
import { OutcomeService } from './outcome.service';
import { openMessages, PROMPT_VERSION } from './request';
import { SceneReader } from './scene-reader.service';
import { senderAssurance } from './sender-assurance';
import { BUILT_IN, Thinking, type Thought } from './thinking.service';
import { type TurnJob, turnJob } from './turn.job';
import type { NewTurn, Scene } from './turn.queries';
import { AiTurnQueries } from './turn.queries';
import { whySilent } from './why-silent';
import { wishesBeside } from './wishes-beside';

const AI: Actor = { kind: 'ai', id: null, name: 'Satchel AI', role: null };
/** How often a turn starts again because the customer wrote meanwhile; after that the next message's own job goes on. */
const MAX_REDOS = 3;

/** What came with the job. */
interface How extends Pick<TurnJob, 'asked' | 'admitted'> {
  signal?: AbortSignal;
}

/** A turn from the message that asks for it to what became of it. */
@Injectable()
export class TurnService {
  private readonly allowance = new DraftAllowance();

  constructor(
    private readonly queries: AiTurnQueries,
    private readonly settings: AiSettings,
    private readonly brains: Brains,
    private readonly tickets: TicketService,
    private readonly reader: SceneReader,
    private readonly thinking: Thinking,
    private readonly autoReplies: AutoReplies,
    private readonly typing: TypingService,
    private readonly modes: Modes,
    private readonly outcomes: OutcomeService,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Whether a new message is worth a turn. What a flood of spoofed mails costs is decided here, before anything is
   * enqueued or thought about: null, and the turn is recorded as skipped. True: its draft is granted already.
   */
  async admit(system: Ctx, ticketId: string, messageId: string): Promise<boolean | null> {
    const ctx = system.as(AI);
    const refused = await this.autoReplies.refusalOfSender(ctx, messageId);
    if (!refused) return false;
    const settings = await this.settings.get(ctx);
    const scene = await this.queries.scene(ctx, ticketId);
    // A newer message is decided about by its own.
    if (whySilent(settings.mode, scene) || scene?.inbound?.id !== messageId) return null;
    if (this.draftsFor(ctx, refused)) return true;
    await this.outcomes.leave(ctx, scene, this.newTurn(scene, messageId, settings), refused.reason);
    return null;
  }

  /** Answers the newest message of a ticket, or leaves it alone. Taking the same turn again changes nothing. */
  async take(system: Ctx, ticketId: string, how: How = {}): Promise<void> {
    const ctx = system.as(AI);
    for (let round = 0; round <= MAX_REDOS; round += 1) {
      const settings = await this.settings.get(ctx);
      const scene = await this.queries.scene(ctx, ticketId);
      const silent = whySilent(settings.mode, scene, how.asked);
      if (silent || !scene?.inbound) {
        this.log.debug({ ticketId, reason: silent }, 'the AI stays silent');
        return;
      }
      if ((await this.answer(ctx, scene, scene.inbound.id, settings, how)) !== 'stale') return;
    }
  }

  /** After the last try: the ticket goes to a person instead of to nobody. */
  async giveUp(system: Ctx, ticketId: string, asked = false): Promise<void> {
    const ctx = system.as(AI);
    const settings = await this.settings.get(ctx);
    const scene = await this.queries.scene(ctx, ticketId);
    if (!scene?.inbound || whySilent(settings.mode, scene, asked)) return;
    const turnId = await this.claim(ctx, scene, scene.inbound.id, settings, asked);
    if (turnId) await this.outcomes.engineFailed(ctx, scene, turnId);
  }

  /** A person wants a draft for what waits on a ticket, whoever wrote it. Null: it is under way; else why there is none. */
  async ask(ctx: Ctx, ticketId: string): Promise<string | null> {
    const { mode } = await this.settings.get(ctx);
    const scene = await this.queries.scene(ctx, ticketId);
    const silent = whySilent(mode, scene, true);
    if (silent || !scene?.inbound) return silent;
    const messageId = scene.inbound.id;
    const taken = (await this.queries.ofTicket(ctx, ticketId)).find((turn) => turn.messageId === messageId);
    if (taken && taken.outcome !== 'skipped') return 'the AI has taken its turn on the newest message';
    await this.jobs.enqueue(ctx, turnJob, { ticketId, messageId, asked: true }, { key: `ai.turn.asked:${ticketId}` });
    return null;
  }

  private async answer(
    ctx: Ctx,
    scene: Scene,
    messageId: string,
    settings: ReadSettings,
    { asked = false, admitted = false, signal }: How,
  ): Promise<'done' | 'stale'> {
    const refused = await this.autoReplies.refusal(ctx, messageId, 'answer');
    if (refused && !asked && !admitted && !this.draftsFor(ctx, refused)) {
      await this.outcomes.leave(ctx, scene, this.newTurn(scene, messageId, settings), refused.reason);
      return 'done';
    }
    const turnId = await this.claim(ctx, scene, messageId, settings, asked);
    if (!turnId) return 'done';
    const started = performance.now();
    const read = await this.reader.read(ctx, scene, settings);
    const { listened, meaning, ground } = read;
    const about = {
      ticketId: scene.ticketId,
      channel: scene.channel,
      customerEmail: scene.customerAddress?.includes('@') ? scene.customerAddress : null,
    };
    // Whoever no program may write to is not done anything for either, and a draft is no yes to act upon.
    const { pending } = listened.heard.conversation;
    const acts =
      settings.mode === 'auto' &&
      !asked &&
      !refused &&
      (!pending ||
        (await this.modes.decide(ctx, { ...about, topics: [topicOfAction(pending.action)] })).mode === 'auto');
    const think = (): Promise<Thought> => this.thinking.think(ctx, read, { settings, acts, signal });
    // What only becomes a draft is nothing that the customer waits for.
    const waits = settings.mode === 'auto' && !refused;
    const { loop, decided } = waits ? await this.typing.during(ctx, scene.ticketId, think) : await think();
    // Thinking takes its time: others may have written to the sender meanwhile.
    const held = refused?.reason ?? (await this.autoReplies.whyNot(ctx, messageId, 'answer'));
    const wishes = wishesBeside(loop.brain, meaning);
    // A language model understood the message by itself; how well the engine reads says nothing of it.
    const readings = loop.brain === BUILT_IN ? wishes : [];
    const decision = await this.modes.decide(ctx, {
      ...about,
      wishes: readings,
      topics: topicsOfTurn({
        actions: [...(loop.proposal ? [loop.proposal.action] : []), ...(decided ? [decided.action] : [])],
        // A model names no topic: what we read in the message ourselves counts as well.
        intents: [loop.intent, ...wishes.map(({ intent }) => intent)],
        lookUps: loop.toolCalls.flatMap(({ ok, tool }) => (ok ? [tool] : [])),
      }),
    });
    const how = {
      mode: asked ? { mode: 'draft' as const, reason: 'Somebody asked for it.' } : decision,
      // The same act put before them again is what they asked for; how often is the procedure's to count.
      repeats: loop.end.kind === 'answer' && !loop.proposal && repeats(loop.end.text, decision.lastSaid),
      hasFiles: openMessages(listened.said).some(({ attachments }) => attachments.some((file) => !file.inline)),
      held,
      brief: read.brief,
      labelled: read.labelled,
    };
    const plan = conclude({
      ...ground,
      ...how,
      loop,
      meaning: meaning.value,
      request: listened.request,
      decided,
      customerAddress: scene.customerAddress,
      proposal: loop.brain === BUILT_IN ? null : loop.proposal,
    });
    const latencyMs = Math.round(performance.now() - started);
    const outcome = await this.outcomes.store(ctx, {
      scene,
      turnId,
      messageId,
      loop,
      plan,
      latencyMs,
      topic: decision.topic,
      readings,
      language: meaning.value.language,
      input: inputOf({
        facts: ground,
        scene,
        said: listened.said,
        meaning,
        loop,
        plan,
        prior: read.prior,
        assurance: listened.heard.identity.level,
        informal: settings.informal === true,
        ...how,
      }),
      // Only where the AI may talk by itself does it say that a person comes.
      tells: settings.mode === 'auto' && !refused && !held && !asked,
      decided,
      stranger: listened.stranger,
      costMicros: costOf(loop.tokens, settings.budget),
    });
    this.metrics
      .histogram('satchel_ai_turn_seconds', 'Time of one AI turn', ['brain', 'outcome'])
      .observe({ brain: loop.brain, outcome }, latencyMs / 1000);
    return outcome === 'stale' ? 'stale' : 'done';
  }

  /**
   * Whether a sender whom no program may write to gets a draft all the same. Proven forgeries and programs never do.
   * A stranger may well be a customer, so a person finds a draft, as long as few strangers write at a time.
   */
  private draftsFor(ctx: Ctx, { code }: Refused): boolean {
    if (code === 'forged_sender' || code === 'automated' || code === 'gone') return false;
    return this.allowance.take(ctx.workspaceId, this.clock.now());
  }

  private claim(
    ctx: Ctx,
    scene: Scene,
    messageId: string,
    settings: AiSettingsBody,
    again: boolean,
  ): Promise<string | null> {
    return ctx.transaction(async (tx) => {
      const turnId = await this.queries.claim(tx, this.newTurn(scene, messageId, settings), again);
      if (turnId) await this.tickets.setAiState(tx, scene.ticketId, 'working');
      return turnId;
    });
  }

  private newTurn(scene: Scene, messageId: string, { mode }: AiSettingsBody): NewTurn {
    return {
      id: this.ids.next(),
      ticketId: scene.ticketId,
      messageId,
      brain: this.brains.name,
      promptVersion: PROMPT_VERSION,
      mode,
      assurance: senderAssurance(scene),
      at: this.clock.now(),
    };
  }
}
