import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from './paths.mjs';
import { step } from './print.mjs';

const STAMP = `${root}/node_modules/.satchel-lock`;
const LAST_LINES = 15;
const LINKED =
  'node_modules is a link to packages that were installed for another lockfile. Remove the link and run the command again.';

/** What an installation is made for: another lockfile, system or processor needs another one. */
export const installKey = (lockfile) =>
  `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform} ${process.arch}`;

/**
 * Whether npm's own record of what it installed is what the lockfile asks for: an `npm ci` by hand counts as well.
 * Optional packages of other platforms are in the lockfile only.
 */
export function installedMatches(lock, installed) {
  const have = installed.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    return have[path] ? have[path].version === wanted.version : Boolean(wanted.optional ?? wanted.devOptional);
  });
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function isInstalled(key) {
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === key;
  const record = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  try {
    return installedMatches(readJson(`${root}/package-lock.json`), readJson(record));
  } catch {
    return false;
  }
}

/** What to do about a failed installation, by what npm said. */
export function installHint(output) {
  const hints = [
    [/ENOSPC/, 'The disk is full: free about 1 GB and run the command again.'],
    [/EACCES|EPERM/, 'This user may not write here: use a folder of your own, or mend its owner.'],
    [
      /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_SOCKET_TIMEOUT/,
      'The package registry did not answer: check the network, the proxy and `npm config get registry`.',
    ],
    [/E401|E403/, 'The package registry refused us: check `npm config get registry` and its sign-in.'],
    [
      /in sync|Missing:.*from lock file/,
      'package.json and package-lock.json disagree: run `npm install` once and look at the difference.',
    ],
  ];
  return hints.find(([pattern]) => pattern.test(output))?.[1] ?? 'Run `npm ci` by hand to see all of it.';
}

/** The npm that runs us, so that its settings and version hold; else the one on the path. */
function npmCommand() {
  const path = process.env.npm_execpath;
  if (path && /^npm/.test(basename(path)) && existsSync(path)) return { command: process.execPath, args: [path] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

function runNpmCi(onTick) {
  const npm = npmCommand();
  // Development packages are always wanted: they build the product. No package needs its install script.
  const args = [
    ...npm.args,
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ];
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(npm.command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const collect = (chunk) => (output = (output + chunk).slice(-64_000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const ticker = setInterval(onTick, 500);
    const end = (code) => {
      clearInterval(ticker);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `\n${error.message}`;
      end(1);
    });
    child.on('close', end);
  });
}

/** Installs what the lockfile names when it is not there yet. Ends the process when that fails. */
export async function ensureInstalled() {
  const key = installKey(readFileSync(`${root}/package-lock.json`));
  if (isInstalled(key)) {
    if (!existsSync(STAMP)) stamp(key);
    return;
  }
  if (lstatSync(`${root}/node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // `npm ci` empties the folder first: here that would be another checkout's.
    console.error(LINKED);
    process.exit(1);
  }
  const progress = step('packages');
  progress.update('installing (one to three minutes the first time)');
  if (!process.stdout.isTTY) console.log('· packages       installing (one to three minutes the first time)');
  const { code, output } = await runNpmCi(() => progress.update('installing (one to three minutes the first time)'));
  if (code !== 0) {
    progress.failed('npm ci failed; its last lines:');
    console.error(output.trim().split('\n').slice(-LAST_LINES).join('\n'));
    console.error(`\n${installHint(output)}`);
    process.exit(1);
  }
  stamp(key);
  progress.done();
}

function stamp(key) {
  try {
    writeFileSync(STAMP, key);
  } catch {
    // A read-only installation is complete as well; the next start only looks once more.
  }
}
