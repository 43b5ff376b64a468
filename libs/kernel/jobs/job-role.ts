import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config/config';
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
    this.everyJobHandled = options.everyJobHandled ?? true;
  }
}
