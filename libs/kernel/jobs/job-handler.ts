import { SetMetadata } from '@nestjs/common';
import type { JobDefinition } from './define-job';

export const JOB_HANDLER = 'satchel:job-handler';

export interface JobInfo {
  /** 1 for the first try. */
  attempt: number;
  maxAttempts: number;
  /** Aborted when the process is going down: stop early, the job runs again elsewhere. */
  signal: AbortSignal;
}

/**
 * The one handler of a job, `method(ctx: Ctx, payload: P, info: JobInfo)`. `ctx` has the enqueuer's workspace and
 * request id; the actor is the system. It may run twice (a worker died after the work): it must be idempotent.
 */
export function JobHandler<P extends object>(job: JobDefinition<P>): MethodDecorator {
  return SetMetadata(JOB_HANDLER, job);
}
