import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres';
import { withFolderLock } from './folder-lock';

const REGISTER = join(__dirname, '../../testing/jest/register.cjs');
const KEEPER = join(__dirname, 'testing/keeper.ts');

async function ask<T>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const stops: (() => Promise<void>)[] = [];
  const start = async (fsync = false): ReturnType<typeof startEmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, fsync });
    stops.push(server.stop);
    return server;
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'satchel-pg-'));
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('starts on an empty folder, on a socket alone, and sorts alike on every host', async () => {
    const { url, adopted, stop } = await start();
    expect(adopted).toBe(false);
    expect(await ask(url, `select current_database() as db, current_setting('listen_addresses') as tcp`)).toEqual([
      { db: 'satchel', tcp: '' },
    ]);
    expect(
      await ask(url, `select datlocprovider as p, datlocale as l from pg_database where datname = 'satchel'`),
    ).toEqual([{ p: 'b', l: 'C.UTF-8' }]);
    await ask(url, 'create table kept as select 42 as answer');
    await stop();
    await expect(ask(url, 'select 1')).rejects.toThrow();
  });

  it('finds its data again after a restart, although a pid file of a dead server, or of a stranger, lies there', async () => {
    for (const stranger of [999_999_999, process.pid]) {
      writeFileSync(
        join(dataDir, 'pg18/postmaster.pid'),
        `${stranger}\n${dataDir}/pg18\n1\n5432\n/nowhere\n\n\nready   \n`,
      );
      const { url, adopted, stop } = await start();
      expect(adopted).toBe(false);
      expect(await ask(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
      await stop();
    }
  });

  it('is shared while its starter lives, taken over when the starter was killed, and stopped by the new owner', async () => {
    const keeper = spawn(process.execPath, ['-r', REGISTER, KEEPER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    await said(keeper, 'keeping');
    const guest = await start();
    expect(guest.adopted).toBe(true);
    await guest.stop();
    expect(await ask(guest.url, 'select answer from kept')).toEqual([{ answer: 42 }]);

    keeper.kill('SIGKILL');
    await new Promise((resolve) => keeper.once('exit', resolve));
    const heir = await start();
    expect(heir.adopted).toBe(true);
    expect(await ask(heir.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await heir.stop();
    await expect(ask(heir.url, 'select 1')).rejects.toThrow();
  });

  it('comes back with every committed row after the server itself was killed', async () => {
    const first = await start(true);
    await ask(first.url, 'insert into kept select 43');
    const pid = readFileSync(join(dataDir, 'pg18/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    process.kill(Number(pid), 'SIGKILL');
    const { url, stop } = await start();
    expect(await ask(url, 'select answer from kept order by 1')).toEqual([{ answer: 42 }, { answer: 43 }]);
    await stop();
  });

  it('puts half-made files aside and says in one sentence when the data is of another version', async () => {
    rmSync(join(dataDir, 'pg18/CLUSTER_OK'));
    const { url, stop } = await start();
    expect(await ask(url, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
    await stop();
    expect(execFileSync('ls', [dataDir], { encoding: 'utf8' })).toContain('pg18.incomplete-');

    writeFileSync(join(dataDir, 'pg18/PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({
      name: 'EmbeddedPostgresError',
      message: expect.stringMatching(/^The data in .+ belongs to PostgreSQL 17, this is 18\.$/),
      hint: expect.stringContaining('SATCHEL_DATA_DIR'),
    });
  });

  it('is started by one process at a time; the lock of a dead process does not count', async () => {
    const file = join(dataDir, 'spec.lock');
    writeFileSync(file, '999999999 1');
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      order.push(`${name} out`);
    };
    await Promise.all([withFolderLock(file, work('a')), withFolderLock(file, work('b'))]);
    expect([order[0]?.[0], order[2]?.[0]]).toEqual([order[1]?.[0], order[3]?.[0]]);
  });
});

async function said(child: ChildProcess, word: string): Promise<void> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes(word)) return;
  }
  throw new Error(`the child ended without saying "${word}"`);
}
