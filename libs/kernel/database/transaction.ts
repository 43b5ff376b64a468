import type { PoolClient, QueryConfig } from 'pg';
import type { EntityManager } from 'typeorm';

/** One open transaction: its connection, TypeORM's manager on it, and what waits for its commit. */
export class Transaction {
  readonly afterCommit: (() => void)[] = [];
  private ended = false;

  constructor(
    private readonly client: PoolClient,
    readonly manager: EntityManager,
  ) {}

  async query<T>(statement: QueryConfig): Promise<T[]> {
    if (this.ended) throw new Error('this transaction has ended: a statement was not awaited inside it');
    return (await this.client.query(statement)).rows as T[];
  }

  end(): void {
    this.ended = true;
  }
}
