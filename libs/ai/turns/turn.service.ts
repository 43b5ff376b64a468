import { Injectable } from '@nestjs/common';
import type { AiBudgetBody, AiSettingsBody } from '@satchel/contracts';
import { Channels } from '@satchel/connectors';
import { AutoReplies, MessageQueries, type Refused, TicketService, TypingService } from '@satchel/desk';
import type { Actor, Ctx } from '@satchel/kernel';
import { Clock, Ids, Jobs, Log, Metrics } from '@satchel/kernel';
import { NO_MEMORY } from '../conversation/memory';
import { Brains } from '../brains/brains.service';
import type { Decided } from '../engine/engine-view';
import type { Detector, Language } from '../text/language';
import type { LoopResult } from '../loop/loop';
import { Pseudonyms } from '../privacy/pseudonyms';
import { Modes } from '../modes/modes.service';
import { repeats } from '../modes/likeness';
import { topicOfAction, topicsOfTurn } from '../modes/topics-of-turn';
import { AiSettings, type ReadSettings } from '../settings/ai-settings.service';
import { costOf, isLeft } from '../settings/budget';
import { ActionDesk } from '../tools/action-desk.service';
import { Tools } from '../tools/tools.service';
import { conclude } from './conclude';
import { CustomersWords } from './customers-word.service';
import { DraftAllowance } from './draft-allowance';
import { type Ground, ground } from './ground';
import { bodyOf } from './letter';
import { Listening, type Listened } from './listening.service';
import { type Meaning, Meanings } from './meanings.service';
import { OutcomeService } from './outcome.service';
import { personOf } from './person-of';
import { languageBefore, languageOf } from './prior-language';
import { brainsFor } from './router';
import { leftToPerson } from './left-to-person';
import { earlierIn, openMessages, PROMPT_VERSION, saidIn } from './request';
import { senderAssurance } from './sender-assurance';
import { ShopHosts } from './shop-hosts.service';
import { type TurnJob, turnJob } from './turn.job';
import type { NewTurn, Scene } from './turn.queries';
import { AiTurnQueries } from './turn.queries';
import { whySilent } from './why-silent';
import { inputOf } from './input-of';
import { wishesBeside } from './wishes-beside';

const AI: Actor = { kind: 'ai', id: null, name: 'Satchel AI', role: null };
/** Messages of the thread that a turn looks at. */
const THREAD = 40;
/** How often a turn starts again because the customer wrote meanwhile; after that the next message's own job goes on. */
const MAX_REDOS = 3;

/** The engine words by itself what would be done, from checked templates. */
const BUILT_IN = 'built-in';

/** How a turn thinks. */
interface Thinking {
  meaning: Meaning;
  prior: Language | null;
  detect: Detector;
  brief: boolean;
  budget: AiBudgetBody;
  ground: Ground;
  /** The names that stand for the customer's data where a model outside reads; null: it reads them as they are. */
  pseudonyms: Pseudonyms | null;
  /** Whether a customer's yes is carried out here. */
  acts: boolean;
  signal?: AbortSignal;
  informal?: boolean;
}

interface Thought {
  loop: LoopResult;
  decided: Decided | null;
}

/** What came with the job. */
interface How extends Pick<TurnJob, 'asked' | 'admitted'> {
  signal?: AbortSignal;
}

@Injectable()
export class TurnService {
  private readonly allowance = new DraftAllowance();

  constructor(
    private readonly queries: AiTurnQueries,
    private readonly settings: AiSettings,
    private readonly brains: Brains,
    private readonly messages: MessageQueries,
    private readonly tickets: TicketService,
    private readonly desk: ActionDesk,
    private readonly tools: Tools,
    private readonly listening: Listening,
    private readonly meanings: Meanings,
    private readonly words: CustomersWords,
    private readonly autoReplies: AutoReplies,
    private readonly channels: Channels,
    private readonly typing: TypingService,
    private readonly modes: Modes,
    private readonly hosts: ShopHosts,
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
    const thread = (await this.messages.thread(ctx, scene.ticketId, { limit: THREAD })).data;
    const channel = scene.connectionId ? await this.channels.of(ctx, scene.connectionId) : null;
    const brief = channel !== null && !channel.traits.subject;
    const listened = await this.listening.to(ctx, scene, saidIn(thread), brief);
    const { said, request } = listened;
    const { detect } = await import('tinyld');
    const prior = languageBefore(said, detect) ?? (scene.locale ? languageOf(scene.locale) : null);
    const now = this.clock.now();
    const memory = listened.stranger ? null : listened.heard.conversation.memory;
    const meaning = await this.meanings.of(
      ctx,
      { said, memory: memory ?? NO_MEMORY },
      { subject: scene.subject, prior, detect, now },
    );
    listened.binding.language = meaning.value.language ?? prior;
    // Whoever no program may write to is not done anything for either, and a draft is no yes to act upon.
    const about = {
      ticketId: scene.ticketId,
      channel: scene.channel,
      customerEmail: scene.customerAddress?.includes('@') ? scene.customerAddress : null,
    };
    const { pending } = listened.heard.conversation;
    const acts =
      settings.mode === 'auto' &&
      !asked &&
      !refused &&
      (!pending ||
        (await this.modes.decide(ctx, { ...about, topics: [topicOfAction(pending.action)] })).mode === 'auto');
    const facts: Ground = {
      shop: settings.shop,
      signature: settings.signature,
      customerName: scene.customerName,
      hosts: await this.hosts.of(ctx),
      said: [scene.subject, ...said.flatMap(({ direction, text }) => (direction === 'inbound' ? [text] : []))].join(
        '\n',
      ),
      memory,
      today: now,
    };
    const pseudonyms = settings.personalData === 'plain' ? null : new Pseudonyms(personOf(scene));
    const by = {
      meaning,
      prior,
      detect,
      brief,
      acts,
      signal,
      budget: settings.budget,
      ground: facts,
      pseudonyms,
      informal: settings.informal,
    };
    const think = (): Promise<Thought> => this.think(ctx, scene, listened, by);
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
      hasFiles: openMessages(said).some((message) => message.attachments.some((file) => !file.inline)),
      held,
      brief,
      labelled: channel?.traits.addressKind === 'visitor',
    };
    const plan = conclude({
      ...facts,
      ...how,
      loop,
      meaning: meaning.value,
      request,
      decided,
      customerAddress: scene.customerAddress,
      proposal: loop.brain === BUILT_IN ? null : loop.proposal,
    });
    const latencyMs = Math.round(performance.now() - started);
    const { stranger } = listened;
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
        facts,
        scene,
        said,
        meaning,
        loop,
        plan,
        prior,
        assurance: listened.heard.identity.level,
        informal: settings.informal === true,
        ...how,
      }),
      // Only where the AI may talk by itself does it say that a person comes.
      tells: settings.mode === 'auto' && !refused && !held && !asked,
      decided,
      stranger,
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

  private async think(ctx: Ctx, scene: Scene, listened: Listened, by: Thinking): Promise<Thought> {
    const { heard, stranger } = listened;
    const word = this.words.read(heard);
    if (word === 'yes' && !by.acts && !heard.conversation.decided)
      return { loop: leftToPerson('confirmation'), decided: null };
    const decided = stranger ? null : await this.words.take(ctx, heard, word);
    const { pending, decided: taken } = heard.conversation;
    await this.desk.sweep(ctx, heard.ticketId, [pending?.runId, taken?.runId], this.clock.now());
    return { loop: await this.run(ctx, scene, listened, { ...by, decided }), decided };
  }

  /** Asked only where somebody would have to be paid. */
  private async maySpend(ctx: Ctx, budget: AiBudgetBody): Promise<boolean> {
    if (this.brains.name === BUILT_IN) return true;
    const today = new Date(`${this.clock.now().toISOString().slice(0, 10)}T00:00:00Z`);
    return isLeft(await this.queries.spent(ctx, today), budget);
  }

  private async run(
    ctx: Ctx,
    scene: Scene,
    { binding, said, heard, stranger }: Listened,
    { meaning, prior, detect, brief, decided, signal, budget, ...by }: Thinking & { decided: Decided | null },
  ): Promise<LoopResult> {
    const { runLoop } = await import('../loop/loop');
    const { conversation } = await import('./prompt');
    return runLoop({
      ctx,
      brains: brainsFor(meaning.value, await this.brains.all(), { spend: await this.maySpend(ctx, budget) }),
      budget: { modelCalls: budget.modelCalls, toolCalls: budget.toolCalls, ...this.brains.patience },
      binding,
      tools: stranger ? undefined : await this.tools.offered(ctx, binding),
      scope: meaning.scope,
      messages: conversation(scene.subject, said, decided),
      view: {
        ...meaning.view,
        history: earlierIn(said),
        prior,
        detect,
        decided,
        assurance: heard.identity.level,
        brief,
        informal: by.informal,
        now: by.ground.today,
      },
      check: (text, learned) => ground(bodyOf(text), learned, { ...by.ground, decided }),
      pseudonyms: by.pseudonyms,
      abandon: ({ runId }) => this.desk.abandon(ctx, runId, 'It was not put before the customer.'),
      newId: () => this.ids.next(),
      elapsed: () => performance.now(),
      onError: (error, what) =>
        this.log.warn({ err: error, ticketId: scene.ticketId, what }, 'an AI turn met an error'),
      signal,
    });
  }
}
