import { testKernel, type TestKernel } from '@satchel/testing';
import { JobPool } from './job-pool';
import { Jobs } from './jobs.service';
import { stuckJob } from './testing/stuck.job';

/** Plans made while the table was empty stay; those that read all of it made a backlog of thousands slow. */
describe('the queue in a backlog', () => {
  let kernel: TestKernel;
  beforeAll(async () => {
    kernel = await testKernel({ runJobs: false });
  });
  afterAll(() => kernel.close());

  it('finds the next job by index, also where that was planned for an empty table', async () => {
    const { rows } = await kernel.moduleRef.get(JobPool).pool.query<{ 'QUERY PLAN': string }>(
      `explain (generic_plan) select id from graphile_worker._private_jobs jobs
       where is_available = true and run_at <= now() and task_id = any($1::int[])
         and (job_queue_id is null or job_queue_id in (
           select id from graphile_worker._private_job_queues where is_available = true for update skip locked))
       order by priority, run_at limit 1 for update skip locked`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Scan .* on _private_jobs/);
    expect(plan).not.toContain('Sort');
  });

  it('finds a waiting job of the same key by index', async () => {
    const { ctx, moduleRef } = kernel;
    const wholeReads = async (): Promise<number> => {
      const [row] = await ctx.query<{ reads: number }>(
        `select seq_scan::int as reads from pg_stat_all_tables where schemaname = 'graphile_worker' and relname = '_private_jobs'`,
      );
      return row?.reads ?? -1;
    };
    const enqueue = (from: string) =>
      ctx.transaction(async (tx) => {
        for (let n = 0; n < 20; n++) await moduleRef.get(Jobs).enqueue(tx, stuckJob, { from }, { key: `${n}` });
        // Counted before the next statement of this connection's.
        await tx.query('select pg_stat_force_next_flush()');
      });
    await enqueue('once');
    const before = await wholeReads();
    expect(before).toBeGreaterThanOrEqual(0);
    await enqueue('again');
    expect(await wholeReads()).toBe(before);
  });
});
