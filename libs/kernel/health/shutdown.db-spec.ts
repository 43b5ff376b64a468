import { testDatabase, type TestDatabase, waitFor } from '@satchel/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';

const REGISTER = join(__dirname, '../../testing/jest/register.cjs');
const CHILD = join(__dirname, '../jobs/testing/stuck-worker.ts');

describe('a process that is asked to stop', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const count = async (text: string): Promise<number> => {
    const login = new Client({ connectionString: database.url });
    await login.connect();
    const { rows } = await login.query<{ n: number }>(text);
    await login.end();
    return rows[0]?.n ?? -1;
  };

  it('leaves the database without a trace of itself and exits well', async () => {
    const child = spawn(process.execPath, ['-r', REGISTER, CHILD, database.url], { stdio: 'inherit' });
    const exited = once(child, 'exit');
    await waitFor(async () => (await count('select count(*)::int as n from worker_lease')) === 1, {
      timeoutMs: 20_000,
    });
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(await count('select count(*)::int as n from worker_lease')).toBe(0);
    const others = `select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    await waitFor(async () => (await count(others)) === 0);
  });
});
