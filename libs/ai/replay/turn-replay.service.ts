import type { AiTurnReplayBody, AiTurnReplayRequest, MessageBody, ReplayedTurnBody } from '@satchel/contracts';
import { MessageQueries } from '@satchel/desk';
import { AppError, type Ctx, Ids, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { Brains } from '../brains/brains.service';
import type { Brain, LoopResult } from '../loop/loop-types';
import { Pseudonyms } from '../privacy/pseudonyms';
import { Procedures } from '../procedures/procedure.service';
import { scopeOf } from '../procedures/scope';
import { AiSettings } from '../settings/ai-settings.service';
import type { ToolBinding } from '../tools/tool';
import { Tools } from '../tools/tools.service';
import { conclude, type Plan, writtenIn } from '../turns/conclude';
import { type Ground, ground } from '../turns/ground';
import { bodyOf } from '../turns/letter';
import { type Meaning, Meanings } from '../turns/meanings.service';
import { personOf } from '../turns/person-of';
import { earlierIn, messageText, openingSubject, PROMPT_VERSION, requestText } from '../turns/request';
import { brainsFor } from '../turns/router';
import type { TurnInput } from '../turns/turn-input';
import { AiTurnQueries, type KeptGate, type Scene } from '../turns/turn.queries';
import { RecordedAnswers } from './recorded-answers';
import { type KeptTurn, TurnReplayQueries } from './turn-replay.queries';

const BUILT_IN = 'built-in';

interface Again {
  turn: KeptTurn;
  input: TurnInput;
  scene: Scene;
  said: MessageBody[];
  answers: RecordedAnswers;
  how: AiTurnReplayRequest['with'];
}

/** Takes a turn again, from its record: no tool is asked, nothing is written, nothing is sent. */
@Injectable()
export class TurnReplay {
  constructor(
    private readonly queries: TurnReplayQueries,
    private readonly turns: AiTurnQueries,
    private readonly messages: MessageQueries,
    private readonly brains: Brains,
    private readonly meanings: Meanings,
    private readonly procedures: Procedures,
    private readonly tools: Tools,
    private readonly settings: AiSettings,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  /** `stored`: as it was then; `current`: the same message today, by today's procedures, prompt and models. */
  async run(ctx: Ctx, ticketId: string, turnId: string, how: AiTurnReplayRequest['with']): Promise<AiTurnReplayBody> {
    const [turn, scene] = await Promise.all([
      this.queries.kept(ctx, ticketId, turnId),
      this.turns.scene(ctx, ticketId),
    ]);
    if (!turn || !scene) throw new AppError('not_found', 404, 'This turn does not exist in your workspace.');
    const { input } = turn;
    const said = input ? await this.messages.byIds(ctx, input.said) : [];
    if (!input || said.length !== input.said.length || turn.transcript.length === 0)
      throw new AppError('nothing_to_replay', 409, 'No brain thought in this turn, or it is not kept whole.');
    const answers = new RecordedAnswers(turn.transcript, turn.toolCalls, turn.proposal);
    const again: Again = { turn, input, scene, said, answers, how };
    const meaning = await this.meaning(ctx, again);
    const loop = await this.think(ctx, again, meaning);
    const plan = this.conclude(again, meaning, loop);
    const stored = storedOf(turn, input);
    const replayed = replayedOf(loop, plan, how === 'stored' ? turn.promptVersion : PROMPT_VERSION);
    const differs = (Object.keys(stored) as (keyof ReplayedTurnBody)[]).filter(
      (key) => JSON.stringify(stored[key]) !== JSON.stringify(replayed[key]),
    );
    return { turnId, with: how, stored, replayed, differs, unanswered: answers.unanswered };
  }

  private async meaning(ctx: Ctx, { input, said, how }: Again): Promise<Meaning> {
    const { memory, prior, subject } = input;
    if (how === 'current') {
      const { detect } = await import('tinyld');
      return this.meanings.of(ctx, { said, memory }, { subject, prior, detect, now: new Date(input.at) });
    }
    const procedures = await this.procedures.ofVersions(ctx, input.procedures);
    return {
      value: input.meaning,
      scope: scopeOf(input.meaning, memory, procedures),
      view: {
        message: messageText(said),
        subject: openingSubject(subject, said) ?? undefined,
        procedures,
        meaning: input.meaning,
        memory,
      },
    };
  }

  private async think(ctx: Ctx, again: Again, meaning: Meaning): Promise<LoopResult> {
    const { turn, input, said, how, answers, scene } = again;
    const [{ runLoop }, { conversation }, { detect }] = await Promise.all([
      import('../loop/loop'),
      import('../turns/prompt'),
      import('tinyld'),
    ]);
    const { budget, personalData } = await this.settings.get(ctx);
    const now = new Date(input.at);
    const binding = nobody(scene.ticketId, now);
    return runLoop({
      ctx,
      brains: await this.brainsOf(again, meaning),
      budget: { modelCalls: budget.modelCalls, toolCalls: budget.toolCalls, ...this.brains.patience },
      binding,
      tools: answers.tools(input.tools, how === 'current' ? await this.tools.offered(ctx, binding) : []),
      scope: meaning.scope,
      messages: conversation(input.subject, said, turn.decided),
      view: {
        ...meaning.view,
        ...{ prior: input.prior, assurance: input.assurance, brief: input.brief, informal: input.informal },
        decided: turn.decided,
        ...{ history: earlierIn(said), detect, now },
      },
      check: (text, learned) => ground(bodyOf(text), learned, groundOf(again)),
      // What is quoted was lifted already.
      pseudonyms: how === 'stored' || personalData === 'plain' ? null : new Pseudonyms(personOf(scene)),
      newId: () => this.ids.next(),
      elapsed: () => performance.now(),
      onError: (error, what) => this.log.warn({ err: error, what }, 'a replayed turn met an error'),
    });
  }

  private async brainsOf({ turn, how }: Again, meaning: Meaning): Promise<readonly Brain[]> {
    const all = await this.brains.all();
    if (how === 'current') return brainsFor(meaning.value, all, { spend: true });
    const engine = all.at(-1);
    const { brainsOf } = await import('./recorded-model');
    return engine ? brainsOf(turn.transcript, engine) : [];
  }

  private conclude(again: Again, meaning: Meaning, loop: LoopResult): Plan {
    const { input, said, scene } = again;
    const { mode, hasFiles, held, repeats, labelled, brief } = input;
    return conclude({
      ...groundOf(again),
      ...{ loop, mode, hasFiles, held, repeats, labelled, brief },
      meaning: meaning.value,
      request: requestText(input.subject, said),
      customerAddress: scene.customerAddress,
      proposal: loop.brain === BUILT_IN ? null : loop.proposal,
    });
  }
}

function groundOf({ turn, input, said }: Again): Ground {
  const { shop, signature, customerName, hosts, memory, subject, at } = input;
  const theirs = said.flatMap(({ direction, text }) => (direction === 'inbound' ? [text] : []));
  return {
    ...{ shop, signature, customerName, hosts, memory, decided: turn.decided },
    said: [subject, ...theirs].join('\n'),
    today: new Date(at),
  };
}

/** Tools of a record ask nobody for anything. */
function nobody(ticketId: string, now: Date): ToolBinding {
  const refuse = (): never => {
    throw new Error('a replay looks nothing up');
  };
  return {
    ...{ ticketId, customerId: '', destination: null, assurance: 0, verifiedAddresses: [], misses: 0 },
    ...{ lookups: { findOrders: refuse, track: refuse }, now: () => now, disclosed: new Map() },
  };
}

function storedOf(turn: KeptTurn, { concluded }: TurnInput): ReplayedTurnBody {
  const { brain, promptVersion, intent, proposal, gate } = turn;
  return {
    ...{ brain, promptVersion, intent },
    end: concluded.kind,
    text: concluded.text,
    proposal: proposal && { action: proposal.action, summary: proposal.summary },
    gate: gate && concluded.kind !== 'skip' ? verdictOf(gate) : null,
  };
}

function replayedOf(loop: LoopResult, plan: Plan, promptVersion: string): ReplayedTurnBody {
  const { brain, intent, proposal } = loop;
  const gate = plan.kind === 'skip' ? null : (plan.gate ?? { passed: true, problems: [] });
  return {
    ...{ brain, promptVersion, intent },
    end: plan.kind,
    text: writtenIn(plan),
    proposal: proposal ? { action: proposal.action, summary: proposal.summary } : null,
    gate: gate && verdictOf(gate),
  };
}

function verdictOf({ passed, problems }: Pick<KeptGate, 'passed' | 'problems'>): ReplayedTurnBody['gate'] {
  return { passed, problems: problems.map(({ kind, text }) => ({ kind, text })) };
}
