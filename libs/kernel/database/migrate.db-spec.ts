import { testDatabase } from '@satchel/testing';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate } from './migrate';

class Counted1999000000001 implements MigrationInterface {
  static runs = 0;
  async up(db: QueryRunner): Promise<void> {
    Counted1999000000001.runs += 1;
    await db.query('create table counted (workspace_id text)');
    await db.query(`insert into counted select current_setting('satchel.workspace')`);
  }
  async down(): Promise<void> {}
}

class Broken1999000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table half_made ()');
    await db.query('select no_such_thing');
  }
  async down(): Promise<void> {}
}

describe('migrations', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const ask = async (text: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows;
  };

  it('run once, although several processes begin at the same time, and see every workspace', async () => {
    const migrations = [Counted1999000000001];
    const ran = await Promise.all([1, 2, 3].map(() => migrate({ url: database.url, migrations })));
    expect(ran.flat()).toEqual(['Counted1999000000001']);
    expect(Counted1999000000001.runs).toBe(1);
    expect(await ask('select * from counted')).toEqual([{ workspace_id: '*' }]);
  });

  it('leave nothing of one that fails', async () => {
    const broken = migrate({ url: database.url, migrations: [Counted1999000000001, Broken1999000000002] });
    await expect(broken).rejects.toThrow('no_such_thing');
    expect(await ask(`select to_regclass('half_made') as t`)).toEqual([{ t: null }]);
  });

  it('say in one sentence that the database is not there', async () => {
    await expect(migrate({ url: 'postgres://u:hush@127.0.0.1:4999/satchel', migrations: [] })).rejects.toMatchObject({
      name: 'ConfigError',
      message: 'The database at postgres://u:***@127.0.0.1:4999/satchel cannot be reached (ECONNREFUSED).',
    });
  });
});
