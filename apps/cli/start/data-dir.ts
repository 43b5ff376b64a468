import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from './cli-error';

/** Who serves this data folder now, so that a second start can say where. */
export interface Running {
  pid: number;
  url: string;
}

const FILE = 'running.json';
const PROBE_MS = 1_500;

export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new CliError(`The disk is full: ${dataDir} cannot be written.`);
    throw new CliError(
      `The data folder ${dataDir} cannot be written (${code ?? String(error)}): mend its owner, or set SATCHEL_DATA_DIR to a folder of your own.`,
    );
  }
}

export function writeRunning(dataDir: string, running: Running): void {
  writeFileSync(join(dataDir, FILE), JSON.stringify(running));
}

export function clearRunning(dataDir: string): void {
  rmSync(join(dataDir, FILE), { force: true });
}

/** The other process that serves this data folder, if its number is alive and its address answers. */
export async function alreadyRunning(dataDir: string): Promise<Running | null> {
  const running = readRunning(dataDir);
  if (!running || running.pid === process.pid || !isAlive(running.pid)) return null;
  try {
    const answer = await fetch(`${running.url}/livez`, { signal: AbortSignal.timeout(PROBE_MS) });
    return answer.ok ? running : null;
  } catch {
    return null;
  }
}

function readRunning(dataDir: string): Running | null {
  try {
    const { pid, url } = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as Partial<Running>;
    return typeof pid === 'number' && typeof url === 'string' ? { pid, url } : null;
  } catch {
    return null;
  }
}

/** EPERM means that it lives and belongs to somebody else. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
