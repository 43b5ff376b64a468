import { existsSync, statfsSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { bad, type Finding, note, ok } from './finding';

const GB = 2 ** 30;
const MB = 2 ** 20;
/** A fresh demo needs about 100 MB; mail and files want room to grow. */
const TIGHT_DISK = 2 * GB;
const FULL_DISK = 300 * MB;
const TIGHT_MEMORY = 700 * MB;

export function nodeFinding(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return ok('node', version);
  return bad('node', `${version} is too old`, 'Install Node 20.19 or newer from https://nodejs.org.');
}

export function platformFinding(embedded: boolean): Finding {
  const words = `${process.platform} ${process.arch}`;
  const header = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  const musl = process.platform === 'linux' && !header.header?.glibcVersionRuntime;
  if (musl && embedded) {
    return bad(
      'platform',
      `${words} with musl: the embedded database needs glibc`,
      'Set DATABASE_URL, or use a Debian-based image.',
    );
  }
  return ok('platform', words);
}

export function memoryFinding(): Finding {
  const words = `${Math.round(freemem() / MB)} MB free of ${Math.round(totalmem() / MB)} MB`;
  if (totalmem() >= TIGHT_MEMORY) return ok('memory', words);
  return note('memory', words, 'Satchel with its database wants about 700 MB.');
}

export function diskFinding(dataDir: string): Finding {
  const there = nearestFolder(dataDir);
  const { bavail, bsize } = statfsSync(there);
  const free = bavail * bsize;
  const words = `${(free / GB).toFixed(1)} GB free at ${dataDir}`;
  const fix = 'Free some space, or set SATCHEL_DATA_DIR to a larger disk.';
  if (free < FULL_DISK) return bad('disk', words, fix);
  return free < TIGHT_DISK ? note('disk', words, fix) : ok('disk', words);
}

/** The data folder may not be made yet. */
function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}
