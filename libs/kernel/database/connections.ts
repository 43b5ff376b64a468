import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { Transaction } from './transaction';

const BIND = { name: 'satchel-bind', text: `select set_config('satchel.workspace', $1, false)` };

/**
 * TypeORM's pool with each connection bound to the workspace it serves, which is what row-level security reads.
 * A connection keeps its binding, so work for the same workspace pays no extra round trip.
 */
export class Connections {
  private readonly bound = new WeakMap<PoolClient, string>();

  constructor(private readonly dataSource: DataSource) {}

  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async use<T>(workspaceId: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await this.bind(client, workspaceId);
    } catch (error) {
      client.release(true);
      throw error;
    }
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  async transaction<T>(workspaceId: string, work: (open: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    let open: Transaction | undefined;
    try {
      const client = (await runner.connect()) as PoolClient;
      // Before BEGIN: a rollback would undo the setting while we still believed in it.
      await this.bind(client, workspaceId);
      await runner.startTransaction();
      open = new Transaction(client, runner.manager);
      const result = await work(open);
      await runner.commitTransaction();
      return this.done(open, result);
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      open?.end();
      await runner.release();
    }
  }

  private done<T>(open: Transaction, result: T): T {
    open.end();
    for (const work of open.afterCommit) work();
    return result;
  }

  private async bind(client: PoolClient, workspaceId: string): Promise<void> {
    if (this.bound.get(client) === workspaceId) return;
    this.bound.delete(client);
    await client.query({ ...BIND, values: [workspaceId] });
    this.bound.set(client, workspaceId);
  }
}
