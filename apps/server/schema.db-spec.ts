import { assertSchemaAgrees } from '@satchel/kernel';
import { type TestKernel, testKernel } from '@satchel/testing';
import { DataSource } from 'typeorm';
import { entities } from './app.module';

describe('entities and migrations', () => {
  let kernel: TestKernel;
  beforeAll(async () => {
    kernel = await testKernel({ entities, runJobs: false });
  });
  afterAll(() => kernel.close());

  it('agree on every column of every table that has an entity', async () => {
    await assertSchemaAgrees(kernel.moduleRef.get(DataSource));
  });

  it('guard every table of a workspace by row-level security', async () => {
    const open = await kernel.db.system().query<{ name: string }>(
      `select c.relname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  it('show nothing to a query that forgot its workspace', async () => {
    const { ctx, db } = kernel;
    await ctx.query(`insert into tag (id, workspace_id, name) values (gen_random_uuid(), $1, 'vip')`, [
      ctx.workspaceId,
    ]);
    const stranger = db.ctx('00000000-0000-7000-8000-000000000000', ctx.actor);
    expect(await ctx.query('select name from tag')).toHaveLength(1);
    expect(await stranger.query('select name from tag')).toEqual([]);
  });
});
