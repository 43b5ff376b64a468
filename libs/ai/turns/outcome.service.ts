import { Injectable } from '@nestjs/common';
import type { AiTopic } from '@satchel/contracts';
import { AutoReplies, DeskEvents, DraftService, ReplyService, TicketService } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { Clock } from '@satchel/kernel';
import { HANDED_OVER } from '../handoff/words';
import { Handoffs } from '../handoff/handoffs.service';
import type { Decided } from '../engine/engine-view';
import type { LoopResult } from '../loop/loop-types';
import { QualityQueries } from '../modes/quality.queries';
import { Shadows } from '../teaching/shadows.service';
import { HANDOFF_REASONS } from '../tools/handoff-reasons';
import { ActionDesk } from '../tools/action-desk.service';
import type { Proposal } from '../tools/tool';
import type { Plan } from './conclude';
import { ConversationQueries, type Pending } from './conversation.queries';
import { textHash } from './customers-word.service';
import type { Meaning } from './meanings.service';
import type { TurnInput } from './turn-input';
import type { KeptGate, NewTurn, Scene, TurnEnd } from './turn.queries';
import { AiTurnQueries } from './turn.queries';

/** The AI as an author: one writer per workspace, under the product's own name. */
const AUTHOR = { kind: 'ai', id: null, name: 'Satchel AI' } as const;

/** There is no ticket to answer any more, or it is answered. */
const GONE = ['not_found', 'closed', 'client_id_taken'];

export interface FinishedTurn {
  scene: Scene;
  turnId: string;
  messageId: string;
  loop: LoopResult;
  plan: Plan;
  latencyMs: number;
  topic: AiTopic;
  /** What the built-in engine took the message for, where it went by that. */
  readings?: Meaning['value']['wishes'];
  language?: string | null;
  input?: TurnInput;
  /** The customer hears from the AI that a person takes over. */
  tells: boolean;
  /** The customer's word on what waited, with what became of it. */
  decided?: Decided | null;
  /** In millionths of the currency that the operator's prices are in. */
  costMicros?: number | null;
  /** Somebody else than the customer wrote: nothing of it is remembered. */
  stranger?: boolean;
}

/** Writes a turn's end: everything of one outcome in one transaction, so a crash leaves all of it or none. */
@Injectable()
export class OutcomeService {
  constructor(
    private readonly queries: AiTurnQueries,
    private readonly replies: ReplyService,
    private readonly drafts: DraftService,
    private readonly tickets: TicketService,
    private readonly conversations: ConversationQueries,
    private readonly desk: ActionDesk,
    private readonly autoReplies: AutoReplies,
    private readonly events: DeskEvents,
    private readonly quality: QualityQueries,
    private readonly shadows: Shadows,
    private readonly handoffs: Handoffs,
    private readonly clock: Clock,
  ) {}

  /** `stale`: something was said meanwhile; nothing was sent and the newest message should be answered instead. */
  store(ctx: Ctx, turn: FinishedTurn): Promise<TurnEnd['outcome'] | 'stale' | 'done'> {
    return ctx.transaction(async (tx) => {
      if (!(await this.queries.stillRunning(tx, turn.turnId))) return 'done';
      switch (turn.plan.kind) {
        case 'send':
          return this.send(tx, turn, turn.plan);
        case 'draft':
          await this.remember(tx, turn, { id: null, text: turn.plan.text });
          await this.draft(tx, turn, turn.plan.text);
          await this.tickets.setAiState(tx, turn.scene.ticketId, 'drafted');
          return this.finish(tx, turn, { outcome: 'drafted', reason: turn.plan.reason });
        case 'hand_over':
          return this.handOver(tx, turn, turn.plan);
        case 'skip':
          await this.remember(tx, turn, null);
          await this.restoreState(tx, turn.scene);
          return this.finish(tx, turn, { outcome: 'skipped', reason: turn.plan.reason });
      }
    });
  }

  /** Records that nobody thinks about this message, and why. */
  async leave(ctx: Ctx, scene: Scene, turn: NewTurn, reason: string): Promise<void> {
    await ctx.transaction(async (tx) => {
      const turnId = await this.queries.leave(tx, turn, reason);
      if (!turnId) return;
      if (scene.aiState === 'drafted') await this.discardOld(tx, scene.ticketId);
      if (scene.aiState === 'drafted' || scene.aiState === 'working')
        await this.tickets.setAiState(tx, scene.ticketId, 'none');
      await this.events.append(tx, 'ai.turn_finished', { ticketId: scene.ticketId, turnId, outcome: 'skipped' });
    });
  }

  /** No engine could end the turn, not even by handing over. */
  async engineFailed(ctx: Ctx, scene: Scene, turnId: string): Promise<void> {
    await ctx.transaction(async (tx) => {
      if (!(await this.queries.stillRunning(tx, turnId))) return;
      const reason = `${HANDOFF_REASONS.engine_failed}.`;
      await this.tickets.setAiState(tx, scene.ticketId, 'handed_over');
      await this.events.append(tx, 'ai.handed_over', { ticketId: scene.ticketId, turnId, reason: 'engine_failed' });
      await this.queries.finish(tx, turnId, { outcome: 'handed_over', reason, summary: reason }, this.clock.now());
      await this.events.append(tx, 'ai.turn_finished', { ticketId: scene.ticketId, turnId, outcome: 'handed_over' });
    });
  }

  private async send(
    tx: Ctx,
    turn: FinishedTurn,
    plan: Extract<Plan, { kind: 'send' }>,
  ): Promise<TurnEnd['outcome'] | 'stale'> {
    const sent = await this.replies.reply(tx, {
      ticketId: turn.scene.ticketId,
      text: plan.text,
      author: AUTHOR,
      clientId: `turn:${turn.messageId}`,
      lastSeenMessageId: turn.scene.lastMessageId ?? turn.messageId,
      automated: true,
    });
    if (sent.ok) {
      await this.remember(tx, turn, { id: sent.message.id, text: plan.text });
      return this.finish(tx, turn, { outcome: 'sent', reason: plan.reason });
    }
    await this.restoreState(tx, turn.scene);
    // Left running: the next round takes it up again, for this message or as history of a newer one.
    if (sent.code === 'stale_ticket') return this.superseded(tx, turn);
    if (GONE.includes(sent.code)) return this.finish(tx, turn, { outcome: 'skipped', reason: sent.message });
    // The way is closed (a reply window, a length, an address that asked for silence): a person finds another.
    await this.remember(tx, turn, { id: null, text: plan.text });
    await this.draft(tx, turn, plan.text);
    await this.tickets.setAiState(tx, turn.scene.ticketId, 'drafted');
    return this.finish(tx, turn, { outcome: 'drafted', reason: sent.message });
  }

  /** When the customer wrote again, this turn is history; when a colleague left a note, the same message is answered anew. */
  private async superseded(tx: Ctx, turn: FinishedTurn): Promise<'stale'> {
    const now = await this.queries.scene(tx, turn.scene.ticketId);
    if (now?.inbound?.id !== turn.messageId) {
      await this.finish(tx, turn, {
        outcome: 'skipped',
        reason: 'The customer wrote again; the newer message is answered.',
      });
    }
    return 'stale';
  }

  private async handOver(
    tx: Ctx,
    turn: FinishedTurn,
    plan: Extract<Plan, { kind: 'hand_over' }>,
  ): Promise<TurnEnd['outcome']> {
    const { ticketId } = turn.scene;
    await this.remember(tx, turn, null);
    if (plan.draft) await this.draft(tx, turn, plan.draft);
    else await this.discardOld(tx, ticketId);
    await this.tickets.setAiState(tx, ticketId, 'handed_over');
    await this.events.append(tx, 'ai.handed_over', { ticketId, turnId: turn.turnId, reason: plan.code });
    await this.tell(tx, turn, plan);
    return this.finish(tx, turn, {
      outcome: 'handed_over',
      reason: plan.reason,
      summary: plan.summary,
    });
  }

  /** Nobody waits without knowing for whom; said once, however often the AI hands over meanwhile. */
  private async tell(tx: Ctx, turn: FinishedTurn, plan: Extract<Plan, { kind: 'hand_over' }>): Promise<void> {
    const { ticketId } = turn.scene;
    const handoff = await this.handoffs.open(tx, { ticketId, turnId: turn.turnId, reason: plan.code });
    if (!handoff || !turn.tells || !plan.tell) return;
    // It is a notice like any other: who had one today gets no second, and nobody can make us send many.
    if (await this.autoReplies.whyNot(tx, turn.messageId, 'notice')) return;
    const said = await this.replies.reply(tx, {
      ticketId,
      text: HANDED_OVER[plan.tell]((handoff.position ?? 1) - 1),
      author: AUTHOR,
      clientId: `handoff:${handoff.id}`,
      automated: true,
      notice: true,
    });
    if (said.ok) await this.handoffs.told(tx, handoff);
  }

  /** What was proposed for an earlier message does not answer this one. */
  private async discardOld(tx: Ctx, ticketId: string): Promise<void> {
    for (const draft of await this.drafts.list(tx, ticketId)) {
      if (draft.author.kind === 'ai') await this.drafts.discard(tx, ticketId, draft.id);
    }
  }

  private async draft(tx: Ctx, turn: FinishedTurn, text: string): Promise<void> {
    await this.drafts.save(tx, { ticketId: turn.scene.ticketId, author: AUTHOR, text, turnId: turn.turnId });
  }

  /** What the conversation goes on from: the engine's memory, and what our words put before the customer. */
  private async remember(
    tx: Ctx,
    turn: FinishedTurn,
    shown: { id: string | null; text: string } | null,
  ): Promise<void> {
    const { loop, scene, decided, stranger } = turn;
    const { ticketId } = scene;
    const proposal = loop.proposal ?? null;
    if (proposal && !shown) await this.desk.abandon(tx, proposal.runId, 'A person took over before it was asked.');
    const pending = proposal && shown ? this.pendingOf(scene, proposal, shown) : undefined;
    const memory = stranger ? undefined : loop.memory;
    const told = Boolean(decided);
    if (memory === undefined && pending === undefined && !told) return;
    await this.conversations.endTurn(tx, ticketId, { memory, pending, told });
  }

  private pendingOf(scene: Scene, proposal: Proposal, shown: { id: string | null; text: string }): Pending {
    const { runId, action, summary, hash } = proposal;
    return {
      ...{ runId, action, summary, summaryHash: hash },
      proposedAt: this.clock.now().toISOString(),
      messageId: shown.id,
      textHash: textHash(shown.text),
      address: scene.customerAddress?.trim().toLowerCase() ?? null,
    };
  }

  private async finish(tx: Ctx, turn: FinishedTurn, end: TurnEnd): Promise<TurnEnd['outcome']> {
    const { brain, intent, evidence, toolCalls, transcript, tokens, faults, modelCalls } = turn.loop;
    await this.queries.finish(
      tx,
      turn.turnId,
      {
        brain,
        intent,
        evidence,
        toolCalls,
        gate: keptGate(turn),
        transcript: [...transcript, ...faults.map((fault) => ({ role: 'fault', text: fault }))],
        tokens: { ...tokens, modelCalls },
        proposal: turn.loop.proposal ?? null,
        decided: turn.decided ?? null,
        passages: turn.loop.passages,
        costMicros: turn.costMicros,
        input: turn.input,
        runs: toolCalls.flatMap(({ runId }) => (runId ? [runId] : [])),
        latencyMs: turn.latencyMs,
        ...end,
      },
      this.clock.now(),
    );
    const { plan } = turn;
    const said = plan.kind === 'send' || plan.kind === 'draft' ? plan.text : null;
    await this.quality.note(tx, turn.turnId, turn.topic, said);
    if (said !== null) await this.decideInSilence(tx, turn);
    await this.events.append(tx, 'ai.turn_finished', {
      ticketId: turn.scene.ticketId,
      turnId: turn.turnId,
      outcome: end.outcome,
    });
    return end.outcome;
  }

  /** What the engine would have done alone, for whoever judges the words; what the gate held back says nothing of its reading. */
  private async decideInSilence(tx: Ctx, { scene, messageId, plan, loop, ...turn }: FinishedTurn): Promise<void> {
    if (plan.kind === 'skip' || !plan.gate?.passed) return;
    const { ticketId, channel } = scene;
    const action = loop.proposal?.action ?? null;
    await this.shadows.record(
      tx,
      { ticketId, messageId, channel, language: turn.language ?? null, action },
      turn.readings ?? [],
    );
  }

  private async restoreState(tx: Ctx, scene: Scene): Promise<void> {
    await this.tickets.setAiState(tx, scene.ticketId, scene.aiState === 'working' ? 'none' : scene.aiState);
  }
}

/** What the gate found, where the letter says what was proved, and what had to be mended before. */
function keptGate({ plan, loop }: FinishedTurn): KeptGate | undefined {
  if (plan.kind === 'skip') return undefined;
  const { passed, problems } = plan.gate ?? { passed: true, problems: [] };
  return {
    passed,
    problems,
    spans: plan.spans,
    rewrites: loop.mended?.rewrites ?? 0,
    dropped: loop.mended?.dropped ?? [],
  };
}
