import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { DATABASE_ACCESS, type DatabaseAccess } from '../database/access';
import { Log } from '../log/log';

/** One for the queue's listener, the rest share the short statements that take and finish jobs. */
const CONNECTIONS = 5;

/** The queue's own connections, as the login role: it owns the queue's schema. */
@Injectable()
export class JobPool implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(@Inject(DATABASE_ACCESS) access: DatabaseAccess, @Inject(Log) log: Log) {
    this.pool = new Pool({ connectionString: access.url, max: CONNECTIONS, application_name: 'satchel jobs' });
    const onError = (error: Error): void => log.warn({ err: error }, 'the queue lost a database connection');
    this.pool.on('error', onError);
    this.pool.on('connect', (client) => client.on('error', onError));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
