import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Config } from '../config/config';
import { DATABASE_ACCESS, type DatabaseAccess } from '../database/access';
import { Log } from '../log/log';

/** For the queue's listener, beside one for each job at a time (each takes it only for a moment). */
const LISTENER = 1;

/**
 * The queue's prepared statement for the next job is planned while its table is all but empty, and keeps that plan: reading
 * the whole table, with all the rows of jobs done since the last vacuum. In a backlog that is milliseconds for each
 * job; the index has it in microseconds whatever the table's size.
 */
const BY_INDEX = 'set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off';

/** The queue's own connections, as the login role: it owns the queue's schema. */
@Injectable()
export class JobPool implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(@Inject(DATABASE_ACCESS) access: DatabaseAccess, @Inject(Config) config: Config, @Inject(Log) log: Log) {
    const max = config.jobConcurrency + LISTENER;
    this.pool = new Pool({
      connectionString: access.url,
      max,
      application_name: 'satchel jobs',
      // The pool waits for it before it hands the connection out, whatever its type says.
      onConnect: (client) => client.query(BY_INDEX) as unknown as undefined,
    });
    const onError = (error: Error): void => log.warn({ err: error }, 'the queue lost a database connection');
    this.pool.on('error', onError);
    this.pool.on('connect', (client) => client.on('error', onError));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
