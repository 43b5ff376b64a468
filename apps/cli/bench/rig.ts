import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbeddedPostgres, withDatabase } from '@satchel/kernel';
import { migrations } from '../../../migrations';

const DIST = join(__dirname, '..', '..', '..');
const SUPPORT = 'support@bench.example';
/** A worker warms up what a first turn needs a few seconds after its start; figures are of a server at work. */
const SETTLE_MS = 8_000;

/** A server of its own with fsync on, as in production, and the vendors beside it; nothing of it outlives the run. */
export interface Rig {
  url: string;
  databaseUrl: string;
  dataDir: string;
  sandboxUrl: string;
  smtpPort: number;
  support: string;
  apiKey: string;
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export async function startRig(): Promise<Rig> {
  const dataDir = await mkdtemp(join(tmpdir(), 'satchel-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'pg'), maxConnections: 120 });
  const databaseUrl = withDatabase(postgres.url, 'satchel');
  await migrate({ url: databaseUrl, migrations });
  const [port, smtpPort, sandboxPort, sandboxSmtpPort] = await freePorts(4);
  const url = `http://127.0.0.1:${port}`;
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    SATCHEL_DATA_DIR: dataDir,
    SATCHEL_DEMO: '0',
    PORT: String(port),
    HOST: '127.0.0.1',
    SMTP_IN_PORT: String(smtpPort),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_SMTP_PORT: String(sandboxSmtpPort),
    SANDBOX_TARGET_SMTP: `127.0.0.1:${smtpPort}`,
    SATCHEL_SUPPORT_ADDRESS: SUPPORT,
    LOG_LEVEL: 'warn',
  };
  const children = [node('apps/sandbox/main.js', env), node('apps/server/main.js', env)];
  const stop = async (): Promise<void> => {
    for (const child of children) await ended(child);
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(`${url}/readyz`);
    await ready(`${sandboxUrl}/__control/state`);
    const apiKey = await keyOf(url, await setUp(url));
    const api = apiOf(url, apiKey);
    await furnish(api, sandboxSmtpPort ?? 0);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    return { url, databaseUrl, dataDir, sandboxUrl, smtpPort: smtpPort ?? 0, support: SUPPORT, apiKey, api, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export function node(script: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', join(DIST, script)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
}

export async function ready(url: string, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} was not ready within ${withinMs} ms`);
}

export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function setUp(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      workspaceName: 'Bench',
      name: 'Bench',
      email: 'bench@bench.example',
      password: 'bench bench bench',
    }),
  });
  if (!answer.ok) throw new Error(`the set-up answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function keyOf(url: string, cookie: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/api-keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ name: 'bench' }),
  });
  if (!answer.ok) throw new Error(`the key answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { key: string }).key;
}

function apiOf(url: string, apiKey: string): Rig['api'] {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}

async function furnish(api: Rig['api'], sandboxSmtpPort: number): Promise<void> {
  await api('PATCH', '/ai/settings', { mode: 'off' });
  await api('POST', '/connections', {
    connectorId: 'email',
    label: 'Support',
    address: SUPPORT,
    credentials: {
      smtpHost: '127.0.0.1',
      smtpPort: sandboxSmtpPort,
      smtpSecure: false,
      smtpUser: SUPPORT,
      smtpPass: 'sandbox',
    },
  });
}
