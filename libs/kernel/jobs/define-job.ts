export interface JobDefinition<P extends object> {
  readonly name: string;
  readonly maxAttempts: number;
  /** Carries the payload's type; never set. */
  readonly payload?: P;
}

/** With graphile-worker's back-off (e^attempt seconds) the tenth attempt comes about four hours after the first. */
export const DEFAULT_MAX_ATTEMPTS = 10;

const defined = new Map<string, JobDefinition<object>>();

/** Names a job and the type of its payload, once, at the top level of a room's `*.job.ts`. */
export function defineJob<P extends object>(name: string, options: { maxAttempts?: number } = {}): JobDefinition<P> {
  if (defined.has(name)) throw new Error(`the job ${name} is defined twice: give one of the two another name`);
  const job: JobDefinition<P> = { name, maxAttempts: options.maxAttempts ?? DEFAULT_MAX_ATTEMPTS };
  defined.set(name, job);
  return job;
}

export function definedJobs(): JobDefinition<object>[] {
  return [...defined.values()];
}
