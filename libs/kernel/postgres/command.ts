import { type ChildProcess, spawn, spawnSync, type StdioOptions } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/**
 * PostgreSQL refuses to run as root. Inside a user namespace of its own root is user 1000 to itself, and still owns
 * root's files: nothing needs another owner or mode. The process keeps its id, so signals go straight to it.
 */
const AS_NOBODY_SPECIAL = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Before anything else, so that a refusal is told in words. */
export function assertMayRun(): void {
  if (!isRoot() || spawnSync('unshare', [...AS_NOBODY_SPECIAL.slice(1), 'true']).status === 0) return;
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and this system allows no user namespace ("unshare") to step aside.',
    'Start Satchel as an ordinary user, run the container with --user 1000, or set DATABASE_URL.',
  );
}

/** `LC_ALL=C`: messages that we can read, and no dependence on which locales the host has. */
export function run(file: string, args: string[], stdio: StdioOptions): ChildProcess {
  const [command = file, ...rest] = [...(isRoot() ? AS_NOBODY_SPECIAL : []), 'env', 'LC_ALL=C', file, ...args];
  // A process group of its own: Ctrl-C in the terminal must not stop the database before we have drained.
  return spawn(command, rest, { stdio, detached: true });
}
