import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';
import type { IntentModel } from '../understand/model/intent-model';
import type { Intent } from '../understand/understanding';
import { TeachingQueries } from './teaching.queries';
import { trainAside } from './trainer';

/** Models held in memory; each is about 10 MB. The one used longest ago goes first. */
const HELD = 8;

/** Each shop's model: ours and what the shop taught. Trained when it is first asked for and when the teaching changed. */
@Injectable()
export class TaughtModels {
  private readonly held = new Map<string, { version: string; model: Promise<IntentModel> }>();

  constructor(private readonly queries: TeachingQueries) {}

  /** Null: the shop taught nothing, our own model serves it. */
  async of(ctx: Ctx): Promise<IntentModel | null> {
    const { count, version } = await this.queries.version(ctx);
    if (count === 0) return null;
    const known = this.held.get(ctx.workspaceId);
    const entry = known?.version === version ? known : { version, model: this.train(ctx) };
    this.held.delete(ctx.workspaceId);
    this.held.set(ctx.workspaceId, entry);
    const oldest = this.held.size > HELD ? this.held.keys().next().value : undefined;
    if (oldest !== undefined) this.held.delete(oldest);
    return entry.model.catch((error: unknown) => {
      if (this.held.get(ctx.workspaceId) === entry) this.held.delete(ctx.workspaceId);
      throw error;
    });
  }

  private async train(ctx: Ctx): Promise<IntentModel> {
    const taught = await this.queries.all(ctx);
    return trainAside(taught.map(({ text, intent }) => ({ text, intent: intent as Intent })));
  }
}
