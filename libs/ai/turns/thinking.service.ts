import { Injectable } from '@nestjs/common';
import type { AiBudgetBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Clock, Ids, Log } from '@satchel/kernel';
import { Brains } from '../brains/brains.service';
import type { Decided } from '../engine/engine-view';
import type { LoopResult } from '../loop/loop-types';
import { Pseudonyms } from '../privacy/pseudonyms';
import type { ReadSettings } from '../settings/ai-settings.service';
import { isLeft } from '../settings/budget';
import { ActionDesk } from '../tools/action-desk.service';
import { Tools } from '../tools/tools.service';
import { CustomersWords } from './customers-word.service';
import { ground } from './ground';
import { leftToPerson } from './left-to-person';
import { bodyOf } from './letter';
import { personOf } from './person-of';
import { earlierIn } from './request';
import { brainsFor } from './router';
import type { ReadScene } from './scene-reader.service';
import { AiTurnQueries } from './turn.queries';

/** The engine words by itself what would be done, from checked templates. */
export const BUILT_IN = 'built-in';

export interface Thought {
  loop: LoopResult;
  decided: Decided | null;
}

interface How {
  settings: ReadSettings;
  /** Whether a customer's yes is carried out here. */
  acts: boolean;
  signal?: AbortSignal;
}

/** Takes the customer's word to what waits, then lets a brain answer. */
@Injectable()
export class Thinking {
  constructor(
    private readonly queries: AiTurnQueries,
    private readonly brains: Brains,
    private readonly tools: Tools,
    private readonly desk: ActionDesk,
    private readonly words: CustomersWords,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  async think(ctx: Ctx, read: ReadScene, how: How): Promise<Thought> {
    const { heard, stranger } = read.listened;
    const word = this.words.read(heard);
    if (word === 'yes' && !how.acts && !heard.conversation.decided)
      return { loop: leftToPerson('confirmation'), decided: null };
    const decided = stranger ? null : await this.words.take(ctx, heard, word);
    const { pending, decided: taken } = heard.conversation;
    await this.desk.sweep(ctx, heard.ticketId, [pending?.runId, taken?.runId], this.clock.now());
    return { loop: await this.run(ctx, read, decided, how), decided };
  }

  private async run(
    ctx: Ctx,
    read: ReadScene,
    decided: Decided | null,
    { settings, signal }: How,
  ): Promise<LoopResult> {
    const { runLoop } = await import('../loop/loop');
    const { conversation } = await import('./prompt');
    const { scene, listened, meaning, prior, detect, brief } = read;
    const { binding, said, heard, stranger } = listened;
    const { budget, informal, personalData } = settings;
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
        informal,
        now: read.ground.today,
      },
      check: (text, learned) => ground(bodyOf(text), learned, { ...read.ground, decided }),
      // The names that stand for the customer's data where a model outside reads.
      pseudonyms: personalData === 'plain' ? null : new Pseudonyms(personOf(scene)),
      abandon: ({ runId }) => this.desk.abandon(ctx, runId, 'It was not put before the customer.'),
      newId: () => this.ids.next(),
      elapsed: () => performance.now(),
      onError: (error, what) =>
        this.log.warn({ err: error, ticketId: scene.ticketId, what }, 'an AI turn met an error'),
      signal,
    });
  }

  /** Asked only where somebody would have to be paid. */
  private async maySpend(ctx: Ctx, budget: AiBudgetBody): Promise<boolean> {
    if (this.brains.name === BUILT_IN) return true;
    const today = new Date(`${this.clock.now().toISOString().slice(0, 10)}T00:00:00Z`);
    return isLeft(await this.queries.spent(ctx, today), budget);
  }
}
