import { makeCustomer, makeWorkspace, testKernel, type TestKernel } from '@satchel/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { Ctx } from './ctx';

describe('ctx', () => {
  let kernel: TestKernel;
  let other: Ctx;

  beforeAll(async () => {
    kernel = await testKernel({ runJobs: false, config: { databasePool: 2 } });
    other = (await makeWorkspace(kernel.db)).ctx;
    await makeCustomer(kernel.ctx, { name: 'Anna' });
    await makeCustomer(other, { name: 'Marco' });
  });
  afterAll(() => kernel.close());

  const namesSeenBy = async (ctx: Ctx): Promise<string[]> =>
    (await ctx.query<{ name: string }>('select name from customer order by name')).map(({ name }) => name);

  it('hides the rows of another workspace from a query that forgot its workspace', async () => {
    expect(await namesSeenBy(kernel.ctx)).toEqual(['Anna']);
    expect(await namesSeenBy(other)).toEqual(['Marco']);
    expect(await namesSeenBy(kernel.db.system())).toEqual(['Anna', 'Marco']);
  });

  it('keeps the workspaces apart when many of them share few connections', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const ctx = i % 2 === 0 ? kernel.ctx : other;
        return i % 3 === 0 ? ctx.transaction(namesSeenBy) : namesSeenBy(ctx);
      }),
    );
    seen.forEach((names, i) => expect(names).toEqual([i % 2 === 0 ? 'Anna' : 'Marco']));
  });

  it('shows nothing on a connection that was never told its workspace, although the login is a superuser', async () => {
    const login = new Client({ connectionString: kernel.databaseUrl });
    await login.connect();
    const { rows } = await login.query('select rolsuper from pg_roles where rolname = current_user');
    await login.end();
    expect(rows).toEqual([{ rolsuper: true }]);

    const dataSource = kernel.moduleRef.get(DataSource);
    const pool = (dataSource.driver as unknown as { master: import('pg').Pool }).master;
    const fresh = new Client({ connectionString: (pool.options as { connectionString?: string }).connectionString });
    await fresh.connect();
    const unbound = await fresh.query('select count(*)::int as seen from customer');
    await fresh.end();
    expect(unbound.rows).toEqual([{ seen: 0 }]);
  });

  it('refuses to write a row into another workspace', async () => {
    const smuggle = kernel.ctx.query('insert into customer (id, workspace_id) values (gen_random_uuid(), $1)', [
      other.workspaceId,
    ]);
    await expect(smuggle).rejects.toThrow('row-level security');
  });

  it('commits a transaction as one, joins the open one, and runs what waited for the commit', async () => {
    const seen: string[] = [];
    await kernel.ctx.transaction(async (outer) => {
      await outer.transaction(async (inner) => {
        expect(inner.inTransaction).toBe(true);
        await makeCustomer(inner, { name: 'Zoe' });
        inner.afterCommit(() => seen.push('committed'));
      });
      expect(seen).toEqual([]);
      expect(await outer.em.query('select name from customer order by name')).toEqual([
        { name: 'Anna' },
        { name: 'Zoe' },
      ]);
      expect(await namesSeenBy(kernel.ctx)).toEqual(['Anna']);
    });
    expect(seen).toEqual(['committed']);
    expect(await namesSeenBy(kernel.ctx)).toEqual(['Anna', 'Zoe']);
  });

  it('rolls everything back when the work throws, and forgets what waited for the commit', async () => {
    let ran = false;
    const work = kernel.ctx.transaction(async (tx) => {
      await makeCustomer(tx, { name: 'Nobody' });
      tx.afterCommit(() => (ran = true));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await namesSeenBy(kernel.ctx)).not.toContain('Nobody');
    expect(ran).toBe(false);
    expect(await namesSeenBy(other)).toEqual(['Marco']);
  });

  it('refuses a statement that outlives its transaction, and an entity manager outside one', async () => {
    const leaked = await kernel.ctx.transaction(async (tx) => tx);
    await expect(leaked.query('select 1')).rejects.toThrow('has ended');
    expect(() => kernel.ctx.em).toThrow('needs an open transaction');
  });

  it('runs a named statement with new values each time', async () => {
    for (const n of [1, 2, 3]) {
      expect(await kernel.ctx.query('select $1::int as n', [n], { name: 'spec-n' })).toEqual([{ n }]);
    }
  });

  it('acts for somebody else in the same workspace and transaction', async () => {
    const ai = { kind: 'ai', id: null, name: 'AI', role: null } as const;
    await kernel.ctx.transaction(async (tx) => {
      const acting = tx.as(ai);
      expect(acting.actor).toEqual(ai);
      expect([acting.workspaceId, acting.requestId, acting.inTransaction]).toEqual([
        tx.workspaceId,
        tx.requestId,
        true,
      ]);
    });
  });
});
