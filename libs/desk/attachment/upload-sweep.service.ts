import { Clock, type Ctx, JobHandler, Jobs } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { sweepUploadsJob } from '../desk.jobs';
import { AttachmentQueries } from './attachment.queries';
import { AttachmentStore } from './attachment.store';

const DAY_MS = 24 * 60 * 60_000;
/** How long an upload waits for the message that it was made for. */
const KEEP_MS = DAY_MS;
const BATCH = 100;

/** Uploads that nobody sent go, and their bytes with them unless another file has the same. */
@Injectable()
export class UploadSweep {
  constructor(
    private readonly queries: AttachmentQueries,
    private readonly files: AttachmentStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** One look for all uploads of a day (UTC), once the last of them is old enough. */
  async plan(ctx: Ctx): Promise<void> {
    const day = Math.floor(this.clock.now().getTime() / DAY_MS);
    const runAt = new Date((day + 1) * DAY_MS + KEEP_MS);
    await this.jobs.enqueue(ctx, sweepUploadsJob, {}, { key: `day:${day}`, runAt });
  }

  @JobHandler(sweepUploadsJob)
  async sweep(ctx: Ctx): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_MS);
    while ((await this.sweepSome(ctx, before)) === BATCH);
  }

  /** The rows come back when the storage is out of reach: the job tries again. */
  private sweepSome(ctx: Ctx, before: Date): Promise<number> {
    return ctx.transaction(async (tx) => {
      const removed = await this.queries.removeUnsent(tx, before, BATCH);
      const kept = await this.queries.known(tx, removed);
      for (const sha256 of new Set(removed)) if (!kept.has(sha256)) await this.files.remove(tx, sha256, before);
      return removed.length;
    });
  }
}
