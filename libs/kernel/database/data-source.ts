import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config';
import { ConfigError } from '../config/config-error';
import type { KernelOptions } from '../kernel.options';
import type { Log } from '../log/log';
import type { DatabaseAccess } from './access';
import { connect } from './connect';
import { withOptions, withoutPassword } from './url';

/** Made by the migrations where the login passes every row-level policy. */
const BOUND_ROLE = 'satchel_app';

/** Finds out as which role this process must work so that row-level security binds it. */
export async function findAccess(config: Config): Promise<DatabaseAccess> {
  const url = config.databaseUrl;
  if (url === null) throw new ConfigError('DATABASE_URL is not set and no embedded PostgreSQL was started.');
  const probe = await connect(url, 'satchel');
  try {
    const { rows } = await probe.query<{ passes: boolean; bound: boolean }>(
      `select (rolsuper or rolbypassrls) as passes, exists (select 1 from pg_roles where rolname = $1) as bound
         from pg_roles where rolname = current_user`,
      [BOUND_ROLE],
    );
    if (!rows[0]?.passes) return { url, boundUrl: url };
    if (!rows[0].bound) throw new ConfigError(`The database at ${withoutPassword(url)} has not been migrated.`);
    return { url, boundUrl: withOptions(url, `-c role=${BOUND_ROLE}`) };
  } finally {
    await probe.end();
  }
}

export async function openDataSource(
  access: DatabaseAccess,
  config: Config,
  options: KernelOptions,
  log: Log,
): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    // Not TypeORM's `url`: its parser does not know socket folders.
    extra: { connectionString: access.boundUrl },
    poolSize: config.databasePool,
    applicationName: `satchel ${config.role}`,
    entities: [...options.entities],
    installExtensions: false,
    poolErrorHandler: (error: unknown) => log.warn({ err: error }, 'a database connection was lost'),
  });
  await dataSource.initialize();
  listenWhileInUse(dataSource);
  return dataSource;
}

/**
 * The pool listens to its idle connections only. One that breaks in somebody's hands fails the statement that needs it,
 * or the next one; without a listener of its own it would also end the process.
 */
function listenWhileInUse(dataSource: DataSource): void {
  const { master } = dataSource.driver as unknown as { master: Pool };
  const known = new WeakSet<PoolClient>();
  master.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    client.on('error', () => undefined);
  });
}
