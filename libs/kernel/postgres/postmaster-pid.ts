import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type ClusterPaths, PORT } from './paths';
import { livenessOf, mayServe } from './processes';

/** What postmaster.pid leads to. `unclear`: something lives there that does not answer (yet). */
export type Standing =
  { state: 'absent' } | { state: 'running'; pid: number } | { state: 'unclear'; pid: number; zombie: boolean };

/** Where the server of these paths listens. */
export function urlOf(paths: ClusterPaths, database: string): string {
  return `postgres://postgres@/${database}?host=${encodeURIComponent(paths.socket)}&port=${PORT}&sslmode=disable`;
}

/** Removes the pid file of a server that is proven dead; a number in it may belong to another program since. */
export async function lookAt(paths: ClusterPaths): Promise<Standing> {
  const file = join(paths.data, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === null) return { state: 'absent' };
  const liveness = livenessOf(pid);
  if (liveness === 'gone' || (liveness === 'alive' && !mayServe(pid, paths.data))) {
    rmSync(file, { force: true });
    return { state: 'absent' };
  }
  if (liveness === 'alive' && (await servedDirectory(urlOf(paths, 'postgres'))) === paths.data) {
    return { state: 'running', pid };
  }
  return { state: 'unclear', pid, zombie: liveness === 'zombie' };
}

/** A zombie holds nothing: once its children had time to leave, its file may go. */
export function forgetZombie(paths: ClusterPaths): void {
  rmSync(join(paths.data, 'postmaster.pid'), { force: true });
}

/** The data directory that the server at this address says it serves; null if nobody answers. */
export async function servedDirectory(url: string): Promise<string | null> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    application_name: 'satchel start',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function readPid(file: string): number | null {
  try {
    // A negative number marks a single-user server.
    const pid = Math.abs(Number.parseInt(readFileSync(file, 'utf8'), 10));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
