import { Inject, Injectable } from '@nestjs/common';
import type { JobHelpers, Task } from 'graphile-worker';
import { SYSTEM } from '../ctx/actor';
import { Database } from '../database/database.service';
import { newId } from '../ids/ids';
import { Log } from '../log/log';
import { inRequest } from '../log/request-scope';
import { Metrics } from '../metrics/metrics';
import type { FoundHandler } from './handler-registry';

interface Envelope {
  workspaceId: string;
  requestId: string | null;
  data: unknown;
}

/** How one job runs: in its workspace, under the request that caused it, and what becomes of its error. */
@Injectable()
export class JobTask {
  private readonly seconds;
  private readonly ended;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Log) private readonly log: Log,
    @Inject(Metrics) metrics: Metrics,
  ) {
    this.seconds = metrics.histogram('satchel_job_seconds', 'How long jobs ran', ['job']);
    this.ended = metrics.counter('satchel_jobs_total', 'Jobs by how they ended', ['job', 'outcome']);
  }

  of(handler: FoundHandler): Task {
    return async (payload, helpers) => {
      const envelope = payload as Envelope;
      const requestId = envelope.requestId ?? newId();
      await inRequest({ requestId }, () => this.run(handler, envelope, requestId, helpers));
    };
  }

  private async run(handler: FoundHandler, envelope: Envelope, requestId: string, helpers: JobHelpers): Promise<void> {
    const { job, abortSignal: signal } = helpers;
    const ctx = this.database.ctx(envelope.workspaceId, SYSTEM, requestId);
    const stopTimer = this.seconds.startTimer({ job: handler.task });
    try {
      await handler.run(ctx, envelope.data, { attempt: job.attempts, maxAttempts: job.max_attempts, signal });
      this.ended.inc({ job: handler.task, outcome: 'done' });
    } catch (error) {
      await this.failed(handler, error, helpers);
      throw error;
    } finally {
      stopTimer();
    }
  }

  /** The queue itself writes the error and the next attempt, after what is arranged here. */
  private async failed(handler: FoundHandler, error: unknown, helpers: JobHelpers): Promise<void> {
    const { job } = helpers;
    const { retryable, retryAfterMs } = (error ?? {}) as { retryable?: unknown; retryAfterMs?: unknown };
    const last = retryable === false || job.attempts >= job.max_attempts;
    const fields = {
      err: error,
      job: handler.task,
      jobId: job.id,
      attempt: job.attempts,
      maxAttempts: job.max_attempts,
    };
    this.ended.inc({ job: handler.task, outcome: last ? 'dead' : 'retried' });
    if (last) this.log.error(fields, 'a job gave up');
    else this.log.warn(fields, 'a job failed and will be tried again');
    const mine = 'update graphile_worker._private_jobs';
    const which = 'where id = $1 and locked_by = $2';
    if (last) {
      await helpers.query(`${mine} set attempts = max_attempts ${which}`, [job.id, job.locked_by]);
    } else if (typeof retryAfterMs === 'number' && retryAfterMs > 0) {
      // The queue adds its back-off to this time: never earlier than the other side asked for.
      const later = `set run_at = now() + $3 * interval '1 millisecond'`;
      await helpers.query(`${mine} ${later} ${which}`, [job.id, job.locked_by, retryAfterMs]);
    }
  }
}
