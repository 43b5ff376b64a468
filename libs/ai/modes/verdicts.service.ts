import { Injectable } from '@nestjs/common';
import type { AiTopic, EventMap } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { AppError, Clock, EventLog, JobHandler, Jobs } from '@satchel/kernel';
import { Shadows } from '../teaching/shadows.service';
import { hasDropped, NO_QUALITY } from './mode';
import type { Unjudged, VerdictBy } from './quality.queries';
import { QualityQueries } from './quality.queries';
import { TARGETS, TOPICS } from './topics';
import { quietJob } from './quiet.job';

const DAY_MS = 24 * 60 * 60_000;
/** Replies of a day are old enough for silence to count three days after its end. */
const QUIET_DAYS = 4;

/** Whether what the AI wrote was right, by whoever knows; the ground on which it may send by itself. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly queries: QualityQueries,
    private readonly shadows: Shadows,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  openDraft(ctx: Ctx, ticketId: string): Promise<Unjudged | null> {
    return this.queries.openDraft(ctx, ticketId);
  }

  openReply(ctx: Ctx, ticketId: string, before: string): Promise<Unjudged | null> {
    return this.queries.openReply(ctx, ticketId, before);
  }

  /** Judging the same turn again changes nothing, but a person may always say otherwise. */
  async judge(ctx: Ctx, turnId: string, verdict: 'right' | 'wrong', by: VerdictBy): Promise<boolean> {
    return ctx.transaction(async (tx) => {
      const topic = await this.queries.topicOf(tx, turnId);
      const before = topic ? await this.droppedIn(tx, topic) : false;
      if (!(await this.queries.judge(tx, turnId, verdict, by, this.clock.now()))) return false;
      await this.shadows.close(tx, [turnId]);
      await this.events.append<EventMap, 'ai.turn_judged'>(tx, 'ai.turn_judged', { turnId, verdict, by });
      if (topic && !before && (await this.droppedIn(tx, topic)))
        await this.events.append<EventMap, 'ai.mode_fell_back'>(tx, 'ai.mode_fell_back', { topic });
      return true;
    });
  }

  async judgeByPerson(ctx: Ctx, turnId: string, right: boolean): Promise<void> {
    if (await this.judge(ctx, turnId, right ? 'right' : 'wrong', 'person')) return;
    throw new AppError('nothing_to_judge', 409, 'The AI wrote nothing in this turn, so there is nothing to judge.');
  }

  /** One look a day, when the day's replies had their time to turn out wrong. */
  async planQuietLook(ctx: Ctx): Promise<void> {
    const day = Math.floor(this.clock.now().getTime() / DAY_MS);
    await this.jobs.enqueue(ctx, quietJob, {}, { key: `day:${day}`, runAt: new Date((day + QUIET_DAYS) * DAY_MS) });
  }

  @JobHandler(quietJob)
  async lookForQuiet(ctx: Ctx): Promise<void> {
    await ctx.transaction(async (tx) => {
      await this.shadows.close(tx, await this.queries.judgeQuiet(tx, this.clock.now()));
    });
  }

  private async droppedIn(tx: Ctx, topic: AiTopic): Promise<boolean> {
    const quality = (await this.queries.byTopic(tx, topic)).get(topic) ?? NO_QUALITY;
    return hasDropped(quality, TARGETS[TOPICS[topic].tier]);
  }
}
