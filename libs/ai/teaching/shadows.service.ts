import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';
import { Clock, Ids } from '@satchel/kernel';
import { topicOf } from '../modes/topics';
import type { Wish } from '../understand/understanding';
import type { NewShadow } from './shadow.queries';
import { ShadowQueries } from './shadow.queries';
import type { Standing } from './thresholds';
import { rounded, standingOf } from './thresholds';

/** What the engine would have done with each wish, beside what people and customers made of it. */
@Injectable()
export class Shadows {
  constructor(
    private readonly queries: ShadowQueries,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** One decision for each intent of a message; of a wish read twice, the less sure reading. */
  async record(
    tx: Ctx,
    turn: Pick<NewShadow, 'ticketId' | 'messageId' | 'channel' | 'language' | 'action'>,
    wishes: readonly Pick<Wish, 'intent' | 'score'>[],
  ): Promise<void> {
    const scores = new Map<string, number>();
    for (const { intent, score } of wishes) scores.set(intent, Math.min(rounded(score), scores.get(intent) ?? 1));
    for (const [intent, score] of scores)
      await this.queries.record(tx, { ...turn, id: this.ids.next(), intent, score, topic: topicOf(intent) });
  }

  /** What became of the turns is known. */
  async close(tx: Ctx, turnIds: readonly string[]): Promise<void> {
    if (turnIds.length > 0) await this.queries.close(tx, turnIds, this.clock.now());
  }

  /** A person said what the message meant. */
  settle(ctx: Ctx, ticketId: string, messageId: string, intent: string): Promise<void> {
    return this.queries.settle(ctx, ticketId, messageId, intent, this.clock.now());
  }

  /** How each intent stands by the shop's own closed decisions; without names, all that have any. */
  async standings(ctx: Ctx, intents: readonly string[] | null = null): Promise<Map<string, Standing>> {
    const closed = await this.queries.closed(ctx, intents);
    return new Map([...closed].map(([intent, shadows]) => [intent, standingOf(intent, shadows)]));
  }
}
