import { Injectable } from '@nestjs/common';
import { Config, Log } from '@satchel/kernel';
import { Client } from 'pg';

/**
 * Locks that one process of the cluster holds for as long as it lives: PostgreSQL frees them when the session ends,
 * however it ends. All of them share one connection of their own.
 */
@Injectable()
export class ClusterLock {
  private client: Client | null = null;
  private connecting: Promise<Client> | null = null;
  private readonly held = new Set<string>();
  private closed = false;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Whether this process holds the lock now. */
  async tryHold(name: string): Promise<boolean> {
    if (this.closed) return false;
    if (this.held.has(name)) return true;
    const client = await this.connected();
    const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as ok', [
      name,
    ]);
    if (!rows[0]?.ok) return false;
    this.held.add(name);
    return true;
  }

  holds(name: string): boolean {
    return this.held.has(name);
  }

  async release(name: string): Promise<void> {
    if (!this.held.delete(name)) return;
    await this.client?.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
  }

  async close(): Promise<void> {
    const { client } = this;
    this.closed = true;
    this.forget();
    await client?.end().catch(() => undefined);
  }

  /** One session for everybody who asks at once: a lock is let go by the session that holds it, and by no other. */
  private async connected(): Promise<Client> {
    if (this.client) return this.client;
    this.connecting ??= this.connect().finally(() => (this.connecting = null));
    return this.connecting;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.config.databaseUrl ?? undefined,
      application_name: 'satchel listeners',
    });
    client.on('error', (error) => {
      this.log.warn({ err: error }, 'the connection that holds the locks broke; they are free again');
      this.forget();
    });
    client.on('end', () => this.forget());
    await client.connect();
    this.client = client;
    return client;
  }

  private forget(): void {
    this.client = null;
    this.held.clear();
  }
}
