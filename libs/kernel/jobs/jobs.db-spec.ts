import { Injectable } from '@nestjs/common';
import { makeWorkspace, testKernel, type TestKernel, waitFor } from '@satchel/testing';
import type { Ctx } from '../ctx/ctx';
import { AppError } from '../errors/app-error';
import { currentRequestId } from '../log/request-scope';
import { Metrics } from '../metrics/metrics';
import { defineJob } from './define-job';
import { JobHandler, type JobInfo } from './job-handler';
import { Jobs } from './jobs.service';

const greet = defineJob<{ name: string }>('spec.greet');
const fail = defineJob<{ how: 'never' | 'later' | 'always' | 'slow-down' }>('spec.fail', { maxAttempts: 2 });

class SlowDown extends Error {
  readonly retryAfterMs = 3_600_000;
}

@Injectable()
class Handlers {
  readonly greeted: { name: string; ctx: Ctx; info: JobInfo; scope: string | undefined }[] = [];
  readonly failed: string[] = [];

  @JobHandler(greet)
  async onGreet(ctx: Ctx, payload: { name: string }, info: JobInfo): Promise<void> {
    this.greeted.push({ name: payload.name, ctx, info, scope: currentRequestId() });
  }

  @JobHandler(fail)
  async onFail(_ctx: Ctx, { how }: { how: string }, { attempt }: JobInfo): Promise<void> {
    this.failed.push(`${how} ${attempt}`);
    if (how === 'never') throw new AppError('hopeless', 422, 'it cannot be done', { retryable: false });
    if (how === 'slow-down') throw new SlowDown('too many requests');
    if (how === 'always' || attempt === 1) throw new Error('not yet');
  }
}

describe('jobs', () => {
  let kernel: TestKernel;
  let handlers: Handlers;
  let jobs: Jobs;

  beforeAll(async () => {
    kernel = await testKernel({ providers: [Handlers] });
    handlers = kernel.moduleRef.get(Handlers);
    jobs = kernel.moduleRef.get(Jobs);
  });
  beforeEach(() => {
    handlers.greeted.length = 0;
    handlers.failed.length = 0;
  });
  afterAll(() => kernel.close());

  it('run soon after the commit, in the workspace and under the request of whoever enqueued them', async () => {
    await kernel.ctx.transaction(async (tx) => {
      await jobs.enqueue(tx, greet, { name: 'Anna' });
      expect(handlers.greeted).toEqual([]);
    });
    await waitFor(() => handlers.greeted.length === 1);
    const [{ name, ctx, info, scope }] = handlers.greeted as [(typeof handlers.greeted)[number]];
    expect(name).toBe('Anna');
    expect([ctx.workspaceId, ctx.requestId, scope]).toEqual([
      kernel.ctx.workspaceId,
      kernel.ctx.requestId,
      kernel.ctx.requestId,
    ]);
    expect([ctx.actor.kind, info.attempt, info.maxAttempts]).toEqual(['system', 1, 10]);
  });

  it('vanish with a transaction that is rolled back', async () => {
    const work = kernel.ctx.transaction(async (tx) => {
      await jobs.enqueue(tx, greet, { name: 'Nobody' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    await jobs.enqueue(kernel.ctx, greet, { name: 'Somebody' });
    await waitFor(() => handlers.greeted.length > 0);
    expect(handlers.greeted.map(({ name }) => name)).toEqual(['Somebody']);
  });

  it('of one key are one while they wait, and apart in two workspaces', async () => {
    const other = (await makeWorkspace(kernel.db)).ctx;
    await kernel.ctx.transaction(async (tx) => {
      await jobs.enqueue(tx, greet, { name: 'first' }, { key: 'k' });
      await jobs.enqueue(tx, greet, { name: 'second' }, { key: 'k' });
      await jobs.enqueue(other, greet, { name: 'theirs' }, { key: 'k' });
    });
    await waitFor(() => handlers.greeted.length >= 2);
    expect(handlers.greeted.map(({ name }) => name).sort()).toEqual(['second', 'theirs']);
  });

  it('wait for their time', async () => {
    await jobs.enqueue(kernel.ctx, greet, { name: 'tomorrow' }, { runAt: new Date(Date.now() + 86_400_000) });
    await jobs.enqueue(kernel.ctx, greet, { name: 'now' });
    await waitFor(() => handlers.greeted.length > 0);
    expect(handlers.greeted.map(({ name }) => name)).toEqual(['now']);
  });

  it('are tried again with a delay', async () => {
    await jobs.enqueue(kernel.ctx, fail, { how: 'later' });
    await waitFor(() => handlers.failed.length === 2, { timeoutMs: 10_000 });
    expect(handlers.failed).toEqual(['later 1', 'later 2']);
  });

  it('that cannot succeed are dead at once, seen by their workspace alone, and run again when asked', async () => {
    await jobs.enqueue(kernel.ctx, fail, { how: 'never' });
    const [dead] = await waitFor(async () => {
      const found = await jobs.dead(kernel.ctx);
      return found.length > 0 && found;
    });
    expect(handlers.failed).toEqual(['never 1']);
    expect(dead).toMatchObject({
      name: 'spec.fail',
      payload: { how: 'never' },
      error: 'it cannot be done',
      requestId: kernel.ctx.requestId,
    });
    const other = (await makeWorkspace(kernel.db)).ctx;
    expect(await jobs.dead(other)).toEqual([]);
    expect(await jobs.retry(other, dead!.id)).toBe(false);
    expect(await jobs.retry(kernel.ctx, dead!.id)).toBe(true);
    await waitFor(() => handlers.failed.length === 2);
    expect(await kernel.moduleRef.get(Metrics).scrape()).toContain(
      'satchel_jobs_total{job="spec.fail",outcome="dead"}',
    );
  });

  it('wait as long as the other side asked', async () => {
    await jobs.enqueue(kernel.ctx, fail, { how: 'slow-down' });
    const [row] = await waitFor(async () => {
      const { Client } = await import('pg');
      const login = new Client({ connectionString: kernel.databaseUrl });
      await login.connect();
      const { rows } = await login.query(
        `select extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs where last_error = 'too many requests'`,
      );
      await login.end();
      return rows.length > 0 && rows;
    });
    expect(row.seconds).toBeGreaterThanOrEqual(3_599);
  });

  it('cannot be enqueued for a workspace that the connection does not serve', async () => {
    const other = (await makeWorkspace(kernel.db)).ctx;
    const smuggle = jobs.enqueue(kernel.ctx, greet, { name: 'x' }, { workspaceId: other.workspaceId });
    await expect(smuggle).rejects.toThrow('cannot be enqueued');
    await jobs.enqueue(kernel.db.system(), greet, { name: 'house' }, { workspaceId: other.workspaceId });
    await waitFor(() => handlers.greeted.length === 1);
    expect(handlers.greeted[0]?.ctx.workspaceId).toBe(other.workspaceId);
  });
});

describe('the boot', () => {
  it('refuses two handlers of one job', async () => {
    @Injectable()
    class Again {
      @JobHandler(greet)
      async onGreet(): Promise<void> {}
    }
    await expect(testKernel({ providers: [Handlers, Again] })).rejects.toThrow(
      /spec\.greet has two handlers, (Handlers\.onGreet and Again|Again\.onGreet and Handlers)\.onGreet/,
    );
  });

  it('refuses a job that nobody handles', async () => {
    await expect(testKernel({ everyJobHandled: true })).rejects.toThrow('no @JobHandler for: spec.greet, spec.fail');
  });
});
