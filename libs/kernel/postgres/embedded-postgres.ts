import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries } from './binaries';
import { prepareFiles } from './cluster-files';
import { assertMayRun } from './command';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { withFolderLock } from './folder-lock';
import { type ClusterPaths, pathsOf } from './paths';
import { forgetZombie, lookAt, urlOf } from './postmaster-pid';
import { identityOf, isRunning } from './processes';
import { startServer, stopServer } from './server-process';

export { EmbeddedPostgresError } from './embedded-postgres-error';

export interface EmbeddedPostgresOptions {
  /** Satchel's data folder; the cluster lives in `pg18` below it. */
  dataDir: string;
  /** Off only where the data may be lost: tests. */
  fsync?: boolean;
  maxConnections?: number;
}

export interface EmbeddedPostgres {
  /** For pg, TypeORM (as `extra.connectionString`) and graphile-worker: a Unix socket, never a TCP port. */
  url: string;
  /** Stops the server, unless another process that still lives started it. */
  stop(): Promise<void>;
  /** It was running already: left behind by a killed process, or shared with one that lives. */
  adopted: boolean;
}

const DATABASE = 'satchel';
/** A killed server stays a zombie until init reaps it; a starting or stopping one does not answer yet. */
const UNCLEAR_LIMIT_MS = 5_000;

/**
 * The PostgreSQL that comes with Satchel, running on a folder. Starts it, or takes over the one that already serves
 * this folder. Throws `EmbeddedPostgresError`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const paths = pathsOf(options.dataDir);
  return withFolderLock(paths.lock, async () => {
    const { pid, adopted } = await startOrAdopt(paths, options);
    const mine = claim(paths, pid);
    await ensureDatabase(paths);
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= mine() ? stopServer(pid, paths) : Promise.resolve());
    return { url: urlOf(paths, DATABASE), adopted, stop };
  });
}

async function startOrAdopt(
  paths: ClusterPaths,
  options: EmbeddedPostgresOptions,
): Promise<{ pid: number; adopted: boolean }> {
  const { fsync = true, maxConnections = 60 } = options;
  const deadline = Date.now() + UNCLEAR_LIMIT_MS;
  for (;;) {
    const standing = await lookAt(paths);
    if (standing.state === 'running') return { pid: standing.pid, adopted: true };
    const late = Date.now() > deadline;
    if (standing.state === 'absent') {
      assertMayRun();
      const binaries = findBinaries();
      await prepareFiles(paths, binaries, fsync);
      const outcome = await startServer(paths, binaries, { fsync, maxConnections });
      if ('pid' in outcome) return { pid: outcome.pid, adopted: false };
      if (!outcome.lockedFile || late) throw didNotStart(paths, outcome.refusal);
    } else if (late) {
      if (!standing.zombie) throw unclear(paths, standing.pid);
      forgetZombie(paths);
    }
    await sleep(100);
  }
}

/** Writes us down as the one who stops this server, unless whoever stands there for it still lives. */
function claim(paths: ClusterPaths, pid: number): () => boolean {
  const me = `${identityOf(process.pid)}\n${pid}`;
  const owner = (): string => {
    try {
      return readFileSync(paths.owner, 'utf8');
    } catch {
      return '';
    }
  };
  const [starter = '', served] = owner().split('\n');
  if (served !== String(pid) || !isRunning(starter)) writeFileSync(paths.owner, me);
  return () => owner() === me;
}

async function ensureDatabase(paths: ClusterPaths): Promise<void> {
  const client = new Client({ connectionString: urlOf(paths, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function didNotStart(paths: ClusterPaths, reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The embedded PostgreSQL did not start (${reason}).`,
    `Its log: ${paths.startLog} and ${paths.logs}. Or set DATABASE_URL to use a server of your own.`,
  );
}

function unclear(paths: ClusterPaths, pid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `Process ${pid} holds the database in ${paths.data} but does not answer.`,
    `If it is a PostgreSQL that hangs, stop it (kill -INT ${pid}) and start again.`,
  );
}
