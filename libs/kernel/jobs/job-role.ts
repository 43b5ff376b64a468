import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { ConfigError } from '../config/config-error';
import { KERNEL_OPTIONS, type KernelOptions } from '../kernel.options';

/** Whether this process runs jobs and dispatches events, or only enqueues. */
@Injectable()
export class JobRole {
  readonly runsJobs: boolean;
  readonly concurrency: number;
  readonly everyJobHandled: boolean;

  constructor(@Inject(Config) config: Config, @Inject(KERNEL_OPTIONS) options: KernelOptions) {
    this.runsJobs = options.runJobs ?? config.runsJobs;
    this.concurrency = config.jobConcurrency;
    if (this.runsJobs) assertRoomForJobs(config);
    this.everyJobHandled = options.everyJobHandled ?? true;
  }
}

/**
 * A job may hold a connection while it waits for another one's lock (a delivery does). If all of them could do so at
 * once, whoever has the lock would find no connection to finish with, and everything would stand still.
 */
function assertRoomForJobs({ databasePool, jobConcurrency }: Config): void {
  if (databasePool > jobConcurrency) return;
  throw new ConfigError(
    `DATABASE_POOL must be larger than JOB_CONCURRENCY (each job may hold a connection), but they are ${databasePool} and ${jobConcurrency}.`,
  );
}
