import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

export type Liveness = 'gone' | 'zombie' | 'alive';

/** Only ESRCH proves death: a process of somebody else answers EPERM. */
export function livenessOf(pid: number): Liveness {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'gone';
  }
  return statOf(pid)?.state === 'Z' ? 'zombie' : 'alive';
}

/** A process and not another one that got its number later. */
export function identityOf(pid: number): string {
  return `${pid} ${statOf(pid)?.startedAt ?? ''}`.trim();
}

export function isRunning(identity: string): boolean {
  const pid = Number(identity.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && livenessOf(pid) === 'alive' && identityOf(pid) === identity;
}

/** Whether it can be a PostgreSQL server of this data directory (a server works inside its data directory). */
export function mayServe(pid: number, dataDirectory: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dataDirectory;
  } catch {
    // No /proc, or somebody else's process: its name has to do.
  }
  const name = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout ?? '';
  return name.includes('postgres');
}

/** Linux only; elsewhere a number alone names a process. */
function statOf(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold anything; the fields after it are counted from there.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
