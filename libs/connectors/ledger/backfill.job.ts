import { Injectable } from '@nestjs/common';
import { type Ctx, defineJob, JobHandler, type JobInfo, Log } from '@satchel/kernel';
import { ReconciliationService } from './reconciliation.service';

/** Imports the mail of the last days into a connection. */
export const backfillJob = defineJob<{ connectionId: string; days: number }>('connectors.backfill', { maxAttempts: 5 });

@Injectable()
export class BackfillJob {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly log: Log,
  ) {}

  @JobHandler(backfillJob)
  async run(ctx: Ctx, { connectionId, days }: { connectionId: string; days: number }, info: JobInfo): Promise<void> {
    const { found, imported } = await this.reconciliation.backfill(ctx, connectionId, days, { signal: info.signal });
    if (info.signal.aborted) throw new Error('the import was cut off by a shutdown; it goes on elsewhere');
    this.log.info({ connectionId, days, found, imported }, 'old mail was imported');
  }
}
