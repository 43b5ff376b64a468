import { type Config, migrate, type Migration, startEmbeddedPostgres } from '@satchel/kernel';
import { Client } from 'pg';
import { CliError } from './cli-error';
import type { House } from './house';
import { databaseSentence } from './problems';

const ANSWER_MS = 10_000;
/** The oldest PostgreSQL that the tests have run on. */
const OLDEST_MAJOR = 15;

export interface StartedDatabase {
  config: Config;
  words: string;
}

/** The PostgreSQL that DATABASE_URL names, or the embedded one, which stops with us. */
export async function startDatabase(config: Config, house: House): Promise<StartedDatabase> {
  if (config.databaseUrl) return { config, words: `PostgreSQL ${await versionOf(config.databaseUrl)} at DATABASE_URL` };
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir });
  house.add(() => postgres.stop());
  // The demo is a matter of whose database it is, which the address alone no longer tells.
  const changed = config.with({ databaseUrl: postgres.url, demoGiven: config.demo });
  return { config: changed, words: postgres.adopted ? 'embedded PostgreSQL, found running' : 'embedded PostgreSQL' };
}

export async function migrateDatabase(config: Config, migrations: readonly Migration[]): Promise<string[]> {
  return migrate({ url: addressOf(config), migrations });
}

export function addressOf(config: Config): string {
  if (!config.databaseUrl)
    throw new CliError('DATABASE_URL is not set, and the embedded database runs with `npm start` only.');
  return config.databaseUrl;
}

/** One connection for one question; a database that cannot be reached becomes one sentence. */
export async function askDatabase<T>(url: string, question: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: ANSWER_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new CliError(databaseSentence(url, error));
  }
  try {
    return await question(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function versionOf(url: string): Promise<string> {
  return askDatabase(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const version = rows[0]?.server_version.split(' ')[0] ?? 'of unknown version';
    if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
      throw new CliError(
        `The database at DATABASE_URL is PostgreSQL ${version}: Satchel needs ${OLDEST_MAJOR} or newer.`,
      );
    }
    return version;
  });
}
