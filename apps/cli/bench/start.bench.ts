import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, ready } from './rig';

const ROOT = join(__dirname, '..', '..', '..', '..');
const SETTLE_MS = 10_000;

export interface StartFigures {
  /** First start on an empty data folder, built already: database made, migrated, seeded. */
  firstSeconds: number;
  /** Start on the data of a run before. */
  warmSeconds: number;
  /** Proportional memory of `npm start` and everything below it without PostgreSQL, ten seconds after it was ready. */
  restingMegabytes: number | null;
}

export async function startAndRest(): Promise<StartFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'satchel-start-'));
  try {
    const first = await start(dataDir);
    await first.stop();
    const warm = await start(dataDir);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const restingMegabytes = await memoryOf(warm.pid);
    await warm.stop();
    return { firstSeconds: first.seconds, warmSeconds: warm.seconds, restingMegabytes };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function start(dataDir: string): Promise<{ pid: number; seconds: number; stop: () => Promise<void> }> {
  const [port, smtp, sandbox, sandboxSmtp] = await freePorts(4);
  const begin = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      SATCHEL_DATA_DIR: dataDir,
      DATABASE_URL: '',
      PORT: String(port),
      SMTP_IN_PORT: String(smtp),
      SANDBOX_PORT: String(sandbox),
      SANDBOX_SMTP_PORT: String(sandboxSmtp),
    },
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error('npm start did not start');
  await ready(`http://127.0.0.1:${port}/readyz`, 60_000);
  const seconds = (performance.now() - begin) / 1000;
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // The whole group: npm passes a signal on, but not from every shell.
    process.kill(-pid, 'SIGTERM');
    await gone;
    await groupGone(pid);
  };
  return { pid, seconds, stop };
}

async function groupGone(pid: number): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Process {
  pid: number;
  parent: number;
  name: string;
}

/** Pss counts shared pages once over all who share them; only Linux tells it. */
async function memoryOf(root: number): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const all = await processes();
  const wanted = new Set([root]);
  for (let grown = true; grown;) {
    grown = false;
    for (const one of all) {
      if (!wanted.has(one.parent) || wanted.has(one.pid) || /^(postgres|unshare)/.test(one.name)) continue;
      wanted.add(one.pid);
      grown = true;
    }
  }
  let kilobytes = 0;
  for (const pid of wanted) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

async function processes(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const parts = /^\d+ \((.*)\) \S (\d+)/.exec(stat);
      return parts ? { pid: Number(pid), name: parts[1] ?? '', parent: Number(parts[2]) } : null;
    }),
  );
  return found.filter((one): one is Process => one !== null);
}
