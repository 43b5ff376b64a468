import { Inject, Injectable } from '@nestjs/common';
import type { Ctx } from '../ctx/ctx';
import type { JobDefinition } from './define-job';
import { type DeadJob, resurrect, selectDead } from './job.queries';
import { JobPool } from './job-pool';

/** Work for later, enqueued in the transaction of whoever asks for it. */
@Injectable()
export class Jobs {
  constructor(@Inject(JobPool) private readonly pool: JobPool) {}

  /**
   * In ctx's transaction: rolled back with it. `key` (unique per job and workspace) replaces a waiting job of the same
   * key, and follows a running one with another run.
   */
  async enqueue<P extends object>(
    ctx: Ctx,
    job: JobDefinition<P>,
    payload: P,
    options: { key?: string; runAt?: Date; workspaceId?: string } = {},
  ): Promise<void> {
    const envelope = { workspaceId: options.workspaceId ?? ctx.workspaceId, requestId: ctx.requestId, data: payload };
    await ctx.query(
      'select satchel_enqueue($1, $2, $3, $4, $5)',
      [job.name, JSON.stringify(envelope), options.key ?? null, options.runAt ?? null, job.maxAttempts],
      { name: 'job-enqueue' },
    );
  }

  /** The workspace's jobs that gave up, newest first. */
  async dead(ctx: Ctx): Promise<DeadJob[]> {
    return selectDead(this.pool.pool, ctx.workspaceId);
  }

  /** Gives a dead job all its attempts again, from now on. False if there is none of this id here. */
  async retry(ctx: Ctx, id: string): Promise<boolean> {
    return resurrect(this.pool.pool, ctx.workspaceId, id);
  }
}
