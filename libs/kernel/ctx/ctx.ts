import type { EntityManager } from 'typeorm';
import type { Connections } from '../database/connections';
import type { Transaction } from '../database/transaction';
import type { Actor } from './actor';

export interface QueryOptions {
  /** Names a prepared statement, kept on each connection: for hot statements whose text never varies. */
  name?: string;
}

/**
 * Who asks, in which workspace, inside which transaction. The first argument of every service method, so that no query
 * leaves its workspace or its transaction by accident. Made by `Database`.
 */
export class Ctx {
  constructor(
    private readonly connections: Connections,
    readonly workspaceId: string,
    readonly actor: Actor,
    readonly requestId: string,
    private readonly open: Transaction | null = null,
  ) {}

  get inTransaction(): boolean {
    return this.open !== null;
  }

  /** Rows of a statement, on the open transaction's connection or on one bound to this workspace. */
  query<T = Record<string, unknown>>(sql: string, params: unknown[] = [], options: QueryOptions = {}): Promise<T[]> {
    const statement = { text: sql, values: params, name: options.name };
    return this.open
      ? this.open.query<T>(statement)
      : this.connections.use(this.workspaceId, async (client) => (await client.query(statement)).rows as T[]);
  }

  /** Joins the open transaction, else begins one and commits it; whatever `work` throws rolls it back. */
  async transaction<T>(work: (ctx: Ctx) => Promise<T>): Promise<T> {
    if (this.open) return work(this);
    return this.connections.transaction(this.workspaceId, (open) => work(this.inside(open)));
  }

  /** TypeORM's manager of the open transaction. */
  get em(): EntityManager {
    if (!this.open) throw new Error('ctx.em needs an open transaction: wrap the work in ctx.transaction(…)');
    return this.open.manager;
  }

  /** Runs after the open transaction has committed, never if it rolls back; at once outside one. */
  afterCommit(work: () => void): void {
    if (this.open) this.open.afterCommit.push(work);
    else work();
  }

  /** The same workspace and transaction, acting for somebody else. */
  as(actor: Actor): Ctx {
    return new Ctx(this.connections, this.workspaceId, actor, this.requestId, this.open);
  }

  private inside(open: Transaction): Ctx {
    return new Ctx(this.connections, this.workspaceId, this.actor, this.requestId, open);
  }
}
