import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError, USE_ANOTHER } from './embedded-postgres-error';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The binaries of this platform, made ready to run: npm installs them without links, as no install script runs. */
export function findBinaries(): Binaries {
  const packageRoot = locate();
  healLinks(packageRoot);
  const bin = join(packageRoot, 'native', 'bin');
  const binaries = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  for (const file of Object.values(binaries)) makeExecutable(file);
  return binaries;
}

function locate(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresError('The embedded PostgreSQL does not run on Windows.', USE_ANOTHER);
  }
  try {
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(fromWrapper.resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    const message = `There is no embedded PostgreSQL for ${platform} in node_modules.`;
    throw new EmbeddedPostgresError(message, `Run "npm ci" without --omit=optional. Or: ${USE_ANOTHER}`, error);
  }
}

function healLinks(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    try {
      symlinkSync(basename(source), join(packageRoot, target));
    } catch (error) {
      // There already, or another process was faster; a read-only folder without the link fails at the start below.
      if (!['EEXIST', 'EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // Not ours to change: it was installed by somebody else, who also made it executable.
  }
}
