import { Config } from '../config/config';
import type { KernelOptions } from '../kernel.options';
import { JobRole } from './job-role';

const role = (databasePool: number, jobConcurrency: number, options: Partial<KernelOptions> = {}): JobRole =>
  new JobRole(new Config().with({ databasePool, jobConcurrency }), { entities: [], ...options });

describe('a process that runs jobs', () => {
  it.each([
    [8, 8],
    [5, 8],
  ])('does not start with %i connections for %i jobs at a time', (pool, jobs) => {
    expect(() => role(pool, jobs)).toThrow(
      expect.objectContaining({
        name: 'ConfigError',
        message: `DATABASE_POOL must be larger than JOB_CONCURRENCY (each job may hold a connection), but they are ${pool} and ${jobs}.`,
      }),
    );
  });

  it('starts when one is left for whoever holds the lock, as it is by default', () => {
    expect(role(9, 8).concurrency).toBe(8);
    const { databasePool, jobConcurrency } = new Config();
    expect(role(databasePool, jobConcurrency).runsJobs).toBe(true);
  });

  it('is the only one that needs them', () => {
    expect(role(2, 8, { runJobs: false }).runsJobs).toBe(false);
  });
});
