import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries';
import { run } from './command';
import { type ClusterPaths, PORT } from './paths';
import { servedDirectory, urlOf } from './postmaster-pid';
import { livenessOf } from './processes';

/** Recovery after a crash replays the log: give it time, as long as the process lives. */
const START_LIMIT_MS = 120_000;
const FAST_STOP_MS = 10_000;
const HARD_STOP_MS = 5_000;
const LOOK_EVERY_MS = 15;

export interface ServerSettings {
  fsync: boolean;
  maxConnections: number;
}

export type StartOutcome = { pid: number } | { refusal: string; lockedFile: boolean };

export async function startServer(
  paths: ClusterPaths,
  binaries: Binaries,
  settings: ServerSettings,
): Promise<StartOutcome> {
  const log = openSync(paths.startLog, 'w');
  const child = run(binaries.postgres, ['-D', paths.data, ...optionsOf(paths, settings)], ['ignore', log, log]);
  closeSync(log);
  const failed = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`ended with ${signal ?? code}`));
  });
  const outcome = await Promise.race([
    waitUntilServing(paths, child),
    failed.then((end) => {
      const reason = reasonIn(paths.startLog) ?? end;
      return { refusal: reason, lockedFile: reason.includes('postmaster.pid') };
    }),
  ]);
  child.unref();
  return outcome;
}

async function waitUntilServing(paths: ClusterPaths, child: ChildProcess): Promise<StartOutcome> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    if (child.pid && (await servedDirectory(urlOf(paths, 'postgres'))) === paths.data) return { pid: child.pid };
    await sleep(LOOK_EVERY_MS);
  }
  // When it ended, the other side of the race has the reason; give it the turn.
  await sleep(1_000);
  return { refusal: 'it did not answer in time', lockedFile: false };
}

function optionsOf(paths: ClusterPaths, { fsync, maxConnections }: ServerSettings): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    port: PORT,
    unix_socket_directories: paths.socket,
    unix_socket_permissions: '0700',
    max_connections: maxConnections,
    shared_buffers: '128MB',
    idle_in_transaction_session_timeout: '30s',
    logging_collector: 'on',
    log_directory: paths.logs,
    // One file per weekday, each overwritten a week later.
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_statement: 'none',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Lets work in flight roll back, then insists. The data is safe either way. */
export async function stopServer(pid: number, paths: ClusterPaths): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', HARD_STOP_MS],
  ] as const) {
    if (livenessOf(pid) !== 'alive') break;
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (livenessOf(pid) === 'alive' && Date.now() < deadline) await sleep(LOOK_EVERY_MS);
  }
  rmSync(paths.owner, { force: true });
}

function reasonIn(startLog: string): string | undefined {
  const text = readFileSync(startLog, 'utf8');
  return /(?:FATAL|PANIC|error): +(.+)/.exec(text)?.[1] ?? (text.trim().split('\n').at(-1) || undefined);
}
