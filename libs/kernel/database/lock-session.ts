import { Inject, Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { DATABASE_ACCESS, type DatabaseAccess } from './access';

/** A connection of its own that holds advisory locks: they end with it, so a dead process holds none. */
export class LockSession {
  private closed = false;

  private constructor(
    private readonly client: Client,
    private readonly onLost: () => void,
  ) {}

  /** `onLost` is called once when the session ends without `close`. */
  static async open(url: string, name: string, onLost: () => void): Promise<LockSession> {
    const client = new Client({ connectionString: url, application_name: name, keepAlive: true });
    const session = new LockSession(client, onLost);
    client.on('error', () => undefined);
    await client.connect();
    client.once('end', () => session.ended());
    return session;
  }

  /** A bigint as text. False: somebody else holds it. */
  async tryLock(key: string): Promise<boolean> {
    const { rows } = await this.client.query<{ got: boolean }>('select pg_try_advisory_lock($1::bigint) as got', [key]);
    return rows[0]?.got === true;
  }

  async query(text: string, values: unknown[]): Promise<void> {
    await this.client.query(text, values);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client.end().catch(() => undefined);
  }

  private ended(): void {
    if (this.closed) return;
    this.closed = true;
    this.onLost();
  }
}

/** Opens lock sessions as the login role. */
@Injectable()
export class LockSessions {
  constructor(@Inject(DATABASE_ACCESS) private readonly access: DatabaseAccess) {}

  open(name: string, onLost: () => void): Promise<LockSession> {
    return LockSession.open(this.access.url, name, onLost);
  }
}
