import { Injectable } from '@nestjs/common';
import { testKernel, type TestKernel, waitFor } from '@satchel/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Ctx } from '../ctx/ctx';
import { JobHandler, type JobInfo } from './job-handler';
import { Jobs } from './jobs.service';
import { stuckJob } from './testing/stuck.job';

const REGISTER = join(__dirname, '../../testing/jest/register.cjs');
const CHILD = join(__dirname, 'testing/stuck-worker.ts');

@Injectable()
class Rescuer {
  readonly ran: { attempt: number; from: string }[] = [];

  @JobHandler(stuckJob)
  async onStuck(_ctx: Ctx, { from }: { from: string }, { attempt }: JobInfo): Promise<void> {
    this.ran.push({ attempt, from });
  }
}

describe('a worker that is killed', () => {
  let kernel: TestKernel;
  let child: ChildProcess | undefined;

  afterEach(async () => {
    child?.kill('SIGKILL');
    await kernel.close();
  });

  it('loses its job to another process within seconds', async () => {
    kernel = await testKernel({ runJobs: false });
    await kernel.moduleRef.get(Jobs).enqueue(kernel.ctx, stuckJob, { from: 'spec' });
    child = spawn(process.execPath, ['-r', REGISTER, CHILD, kernel.databaseUrl], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await waitFor(() => said.includes('stuck on spec'), { timeoutMs: 20_000, what: 'the child taking the job' });

    const rescue = await testKernel({ providers: [Rescuer], databaseUrl: kernel.databaseUrl });
    try {
      const { ran } = rescue.moduleRef.get(Rescuer);
      const lives = await leases(kernel.databaseUrl);
      expect(lives).toBe(2);
      expect(ran).toEqual([]);

      child.kill('SIGKILL');
      await waitFor(() => ran.length === 1, { timeoutMs: 12_000, what: 'the job running elsewhere' });
      // The death of its worker is not an attempt of the job.
      expect(ran).toEqual([{ attempt: 1, from: 'spec' }]);
      expect(await leases(kernel.databaseUrl)).toBe(1);
    } finally {
      await rescue.close();
    }
    expect(await leases(kernel.databaseUrl)).toBe(0);
  });
});

async function leases(url: string): Promise<number> {
  const login = new Client({ connectionString: url });
  await login.connect();
  const { rows } = await login.query<{ n: number }>('select count(*)::int as n from worker_lease');
  await login.end();
  return rows[0]?.n ?? 0;
}
