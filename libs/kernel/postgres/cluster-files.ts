import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { run } from './command';
import { EmbeddedPostgresError, USE_ANOTHER } from './embedded-postgres-error';
import { type ClusterPaths, MAJOR } from './paths';

/** Makes the data directory once. One that an earlier start left half made is put aside, never deleted. */
export async function prepareFiles(paths: ClusterPaths, binaries: Binaries, fsync: boolean): Promise<void> {
  if (existsSync(paths.marker)) return assertVersion(paths);
  if (existsSync(paths.data) && readdirSync(paths.data).length > 0) {
    renameSync(paths.data, `${paths.data}.incomplete-${Date.now()}`);
  }
  mkdirSync(paths.data, { recursive: true });
  chmodSync(paths.data, 0o700);
  await initdb(paths, binaries, fsync);
  writeFileSync(paths.marker, `${new Date().toISOString()}\n`);
}

function assertVersion(paths: ClusterPaths): void {
  const version = readFileSync(join(paths.data, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new EmbeddedPostgresError(
    `The data in ${paths.data} belongs to PostgreSQL ${version}, this is ${MAJOR}.`,
    'Choose another SATCHEL_DATA_DIR, or move the data with the version that wrote it.',
  );
}

async function initdb(paths: ClusterPaths, binaries: Binaries, fsync: boolean): Promise<void> {
  const args = [
    ['-D', paths.data],
    ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-instructions'],
    // Sorts alike on every host: the builtin provider asks neither ICU nor the C library. macOS has no C.UTF-8.
    [
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
    ],
    fsync ? [] : ['--no-sync'],
  ].flat();
  const child = run(binaries.initdb, args, ['ignore', 'pipe', 'pipe']);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await Promise.race([
    once(child, 'close'),
    once(child, 'error').then(([error]) => [String(error)]),
  ])) as [number | string];
  if (code === 0) return;
  rmSync(paths.data, { recursive: true, force: true });
  const reason = /error: (.+)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
  throw new EmbeddedPostgresError(`The database's files could not be made (${reason || code}).`, USE_ANOTHER);
}
