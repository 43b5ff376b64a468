import { testKernel, type TestKernel } from '@satchel/testing';

describe('a connection that breaks in use', () => {
  let kernel: TestKernel;
  beforeAll(async () => (kernel = await testKernel({ runJobs: false })));
  afterAll(() => kernel.close());

  it('fails the work that held it, and nothing else', async () => {
    const { ctx, db } = kernel;
    const broken = db.withLock('spec', async () => {
      // Whoever holds the lock loses the connection while it waits for something else.
      const [holder] = await db.system().query<{
        gone: boolean;
      }>(`select pg_terminate_backend(pid) as gone from pg_locks where locktype = 'advisory' and granted
          and database = (select oid from pg_database where datname = current_database())`);
      expect(holder?.gone).toBe(true);
      await new Promise((resolve) => setImmediate(resolve));
      await ctx.query('select pg_sleep(0.05)');
    });
    await expect(broken).rejects.toThrow();
    // Nobody holds it any more, and the pool gives working connections.
    expect(await db.withLock('spec', async () => (await ctx.query('select 1 as one')).length)).toBe(1);
  });
});
