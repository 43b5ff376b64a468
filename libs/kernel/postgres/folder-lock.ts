import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { identityOf, isRunning } from './processes';

/** An initdb on a slow disk takes longest. */
const PATIENCE_MS = 60_000;

/** One process at a time; the lock of a dead process does not count. */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(file)) {
    if (Date.now() > deadline) {
      const message = `Another Satchel has been starting this database for a minute (${file}).`;
      throw new EmbeddedPostgresError(message, 'Stop it first, or choose another SATCHEL_DATA_DIR.');
    }
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, identityOf(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = read(file);
  // Empty: its writer is between creating and writing it.
  if (holder && !isRunning(holder)) rmSync(file, { force: true });
  return false;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
