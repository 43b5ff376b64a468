import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { transform, version } from '@swc/core';

export interface SandboxProcess {
  /** Of every simulated vendor: `${url}/shopify`, `${url}/ups`, `${url}/openai/v1`. */
  url: string;
  smtpPort: number;
  imapPort: number;
  /** Asks the control API; `path` as in 'faults' or 'orders/1002/fulfil'. Without a body it reads. */
  control<T = any>(path: string, body?: object): Promise<T>;
  stop(): Promise<void>;
}

export interface SandboxProcessOptions {
  /** host:port of the SMTP door that customers' mails are brought to. */
  targetSmtp?: string;
  supportAddress?: string;
}

const root = resolve(__dirname, '../..');
const sources = join(root, 'apps/sandbox');
const cache = join(root, 'node_modules/.cache/satchel-sandbox');
const KEEP_MS = 24 * 3600_000;

const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 3_000;

/**
 * The sandbox as its own process on free ports: tests of adapters meet it over the wire only, as they would the vendor.
 * It ends with `stop`, or with this process however that ends: its standard input closes then.
 */
export async function startSandboxProcess(options: SandboxProcessOptions = {}): Promise<SandboxProcess> {
  const main = await compiledSandbox();
  const untilParentEnds = `process.stdin.on('close', () => process.exit(0)).resume(); require(${JSON.stringify(main)});`;
  const child = spawn(process.execPath, ['--enable-source-maps', '-e', untilParentEnds], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SANDBOX_HOST: '127.0.0.1',
      SANDBOX_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_IMAP_PORT: '0',
      ...(options.targetSmtp ? { SANDBOX_TARGET_SMTP: options.targetSmtp } : {}),
      ...(options.supportAddress ? { SATCHEL_SUPPORT_ADDRESS: options.supportAddress } : {}),
    },
  });
  const { url, smtpPort, imapPort } = await readyLine(child);
  return { url, smtpPort, imapPort, control: (path, body) => control(url, path, body), stop: () => end(child) };
}

type Doors = Pick<SandboxProcess, 'url' | 'smtpPort' | 'imapPort'>;

function readyLine(child: ChildProcess): Promise<Doors> {
  return new Promise((resolve, reject) => {
    let out = '';
    let complaints = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`The sandbox ${why}.\n${complaints || out}`));
    };
    const timer = setTimeout(() => fail(`was not ready within ${READY_WITHIN_MS / 1000} s`), READY_WITHIN_MS);
    child.stderr?.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)));
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('exit', (code) => fail(`ended with code ${code} before it was ready`));
    child.stdout?.on('data', (chunk: Buffer) => {
      out = (out + chunk.toString()).slice(-4000);
      const line = out.split('\n').find((one) => one.startsWith('{"ready":true') && one.endsWith('}'));
      if (!line) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      child.stdout?.removeAllListeners('data').resume();
      resolve(JSON.parse(line) as Doors);
    });
  });
}

async function control<T>(url: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${url}/__control/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The sandbox refused ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

/**
 * The path of the sandbox' main.js, compiled when its sources are not the ones compiled before. Each state of the
 * sources has a folder of its own, made complete and then moved into place, so that tests side by side never meet half of one.
 */
async function compiledSandbox(): Promise<string> {
  const settings = await readFile(join(root, '.config/swc.json'), 'utf8');
  const files = await sourceFiles();
  const state = createHash('sha256').update(`${version}\n${settings}`);
  for (const file of files) {
    const { size, mtimeMs } = await stat(file);
    state.update(`\n${relative(sources, file)} ${size} ${mtimeMs}`);
  }
  const home = join(cache, state.digest('hex').slice(0, 20));
  const main = join(home, 'main.js');
  if (!existsSync(main)) await build(files, JSON.parse(settings) as object, home);
  return main;
}

async function sourceFiles(): Promise<string[]> {
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(spec|md)\b/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function build(files: string[], settings: object, home: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await sweep();
  const draft = await mkdtemp(join(cache, 'draft-'));
  for (const file of files) {
    const target = join(draft, relative(sources, file));
    await mkdir(dirname(target), { recursive: true });
    if (!/\.tsx?$/.test(file)) {
      await copyFile(file, target);
      continue;
    }
    const options = { ...settings, filename: file, sourceMaps: 'inline' as const, swcrc: false, configFile: false };
    const { code } = await transform(await readFile(file, 'utf8'), options);
    await writeFile(target.replace(/\.tsx?$/, '.js'), code);
  }
  // Another test may have moved the same state into place meanwhile; then this draft is not needed.
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
}

async function sweep(): Promise<void> {
  for (const name of await readdir(cache)) {
    const { mtimeMs } = await stat(join(cache, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > KEEP_MS) await rm(join(cache, name), { recursive: true, force: true });
  }
}
