import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** The data directory's name carries it: another major version reads another directory. */
export const MAJOR = '18';
export const PORT = 5432;
/** A socket's whole path fits in 107 bytes on Linux and 103 on macOS, and the file's name takes 15. */
const LONGEST_FOLDER = 85;

export interface ClusterPaths {
  /** PGDATA, resolved. */
  data: string;
  /** Written once initdb has finished. */
  marker: string;
  socket: string;
  logs: string;
  /** What the server says before its own log is open. */
  startLog: string;
  /** Held while one process decides and starts. */
  lock: string;
  /** The process that stops the server at its end. */
  owner: string;
}

export function pathsOf(dataDir: string): ClusterPaths {
  mkdirSync(dataDir, { recursive: true });
  const root = realpathSync(dataDir);
  const data = join(root, `pg${MAJOR}`);
  return {
    data,
    marker: join(data, 'CLUSTER_OK'),
    socket: socketFolder(root),
    logs: join(root, `pg${MAJOR}-log`),
    startLog: join(root, `pg${MAJOR}-start.log`),
    lock: join(root, `pg${MAJOR}.lock`),
    owner: join(root, `pg${MAJOR}.owner`),
  };
}

/** Whoever may enter this folder is the database's superuser: 0700, and ours. */
function socketFolder(root: string): string {
  const beside = join(root, 'pg-socket');
  const uid = process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = Buffer.byteLength(beside) <= LONGEST_FOLDER ? beside : `/tmp/satchel-${uid}-${hash}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== uid || (stat.mode & 0o077) !== 0) {
    throw new EmbeddedPostgresError(
      `The folder ${folder} for the database's socket is open to others or not ours.`,
      `Remove it, or make it private: chmod 700 ${folder}`,
    );
  }
  return folder;
}
