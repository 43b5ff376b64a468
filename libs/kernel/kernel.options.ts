import type { Config } from './config/config';
import type { Migration } from './database/migrate';

export interface KernelOptions {
  /** Every entity class of every loaded room. */
  entities: readonly (new () => object)[];
  /** Left out: read from the environment. */
  config?: Config;
  /** What must have run before this process is ready. */
  migrations?: readonly Migration[];
  /** Run jobs and dispatch events in this process. Left out: as ROLE says. */
  runJobs?: boolean;
  /** Refuse to boot when a job that was defined has no handler. On by default; off where only some rooms are loaded. */
  everyJobHandled?: boolean;
}

export const KERNEL_OPTIONS = Symbol('kernel options');
