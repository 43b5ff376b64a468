import { runMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import { DataSource, type Logger, type MigrationInterface } from 'typeorm';
import { healRestoredLog } from '../events/restored-log';
import { quietQueueLogger } from '../jobs/queue-logger';
import { connect } from './connect';
import { withOptions } from './url';

export type Migration = new () => MigrationInterface;

/** Any number that no other program on this database uses for an advisory lock: "satchel" as bytes. */
const MIGRATION_LOCK = '32476698520429932';

/** What fails is thrown; TypeORM would also print it. */
const nothing = (): void => undefined;
const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

/**
 * Brings the database up to date, as the login role, seeing every workspace. Safe to call from several processes at
 * once: the first does the work, the others wait and find it done. Returns the names of what it ran.
 */
export async function migrate(options: { url: string; migrations: readonly Migration[] }): Promise<string[]> {
  const url = withOptions(options.url, '-c satchel.workspace=*');
  const lock = await connect(url, 'satchel migrate');
  try {
    await lock.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrateQueue(url);
    const ran = await migrateTables(url, options.migrations);
    await healRestoredLog(lock);
    return ran;
  } finally {
    await lock.end();
  }
}

/** The queue's library keeps its own history in its own schema. */
async function migrateQueue(url: string): Promise<void> {
  const pgPool = new Pool({ connectionString: url, max: 2 });
  // A lost connection fails the statement that needed it; without listeners it would also end the process.
  pgPool.on('error', () => undefined);
  pgPool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool, logger: quietQueueLogger() });
  } finally {
    await pgPool.end();
  }
}

async function migrateTables(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    extra: { connectionString: url },
    poolSize: 2,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    logger: SILENT,
  });
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
