import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START = join(__dirname, '../bin/start.mjs');
const READY_MS = 40_000;

interface Ready {
  url: string;
  pid: number;
  adminEmail: string;
  adminPassword: string;
}

interface Run {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

describe('npm start', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'satchel-start-'));
  const runs: Run[] = [];

  function run(environment: Record<string, string> = {}): Run {
    const free = { PORT: '0', SMTP_IN_PORT: '0', SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0' };
    const env: Record<string, string | undefined> = {
      ...process.env,
      ...free,
      SATCHEL_DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      ...environment,
    };
    if (!environment.DATABASE_URL) delete env.DATABASE_URL;
    const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const started = { child, ended, output: () => text };
    runs.push(started);
    return started;
  }

  async function ready(started: Run): Promise<Ready> {
    const deadline = Date.now() + READY_MS;
    for (;;) {
      const line = /^\{"ready".*\}$/m.exec(started.output())?.[0];
      if (line) return JSON.parse(line) as Ready;
      if (Date.now() > deadline || started.child.exitCode !== null)
        throw new Error(`no ready line in:\n${started.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const demoFile = () => JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as Record<string, string>;

  async function tickets(url: string): Promise<{ subject: string }[]> {
    const answer = await fetch(`${url}/api/v1/tickets?limit=100`, {
      headers: { authorization: `Bearer ${demoFile().apiKey}` },
    });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: { subject: string }[] }).data;
  }

  afterAll(async () => {
    for (const { child, ended } of runs) {
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  it('comes up with a demo, keeps it through a kill -9, and says where it runs', async () => {
    const first = run();
    const { url, pid } = await ready(first);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const demo = demoFile();
    expect(Object.keys(demo).sort()).toEqual([
      'adminEmail',
      'adminPassword',
      'apiKey',
      'baseUrl',
      'sandboxUrl',
      'smtpPort',
    ]);
    expect((await fetch(`${demo.sandboxUrl}/desk`)).status).toBe(200);
    const before = await tickets(url);
    expect(before.length).toBeGreaterThan(30);

    const second = run();
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain(`Satchel is already running at ${url}`);

    const created = await fetch(`${url}/api/v1/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${demo.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        subject: 'Kept?',
        customer: { email: 'kept@example.com' },
        message: { text: 'Is this kept?' },
      }),
    });
    expect(created.status).toBe(201);
    process.kill(pid, 'SIGKILL');
    await first.ended;

    const again = await ready(run());
    expect((await tickets(again.url)).map(({ subject }) => subject).sort()).toEqual(
      [...before.map(({ subject }) => subject), 'Kept?'].sort(),
    );
    expect(demoFile().adminPassword).toBe(demo.adminPassword);
    const signIn = await fetch(`${again.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: again.adminEmail, password: again.adminPassword }),
    });
    expect(signIn.ok).toBe(true);
  }, 100_000);

  it.each([
    [
      'a taken port',
      async () => ({ PORT: String(await takePort()) }),
      /^Port \d+ for the console and the API is taken by another program: set PORT/m,
    ],
    [
      'a database that is not there',
      async () => ({ DATABASE_URL: 'postgres://bob:hush@127.0.0.1:1/satchel' }),
      /^The database postgres:\/\/bob:\*\*\*@127\.0\.0\.1:1\/satchel cannot be used: nothing listens there/m,
    ],
    ['a bad setting', async () => ({ SMTP_IN_PORT: 'mail' }), /^SMTP_IN_PORT takes a port number/m],
  ])(
    'says %s in one sentence',
    async (_what, environment, sentence) => {
      const folder = mkdtempSync(join(tmpdir(), 'satchel-start-'));
      const refused = run({ SATCHEL_DATA_DIR: folder, ...(await environment()) });
      expect(await refused.ended).toBe(1);
      expect(refused.output()).toMatch(sentence);
      expect(refused.output()).not.toMatch(/\n {4}at |hush/);
      rmSync(folder, { recursive: true, force: true });
    },
    30_000,
  );

  const taken: ReturnType<typeof createServer>[] = [];
  afterAll(() => taken.forEach((server) => server.close()));

  function takePort(): Promise<number> {
    return new Promise((resolve) => {
      const server = createServer().listen(0, '0.0.0.0', () => {
        taken.push(server);
        resolve((server.address() as { port: number }).port);
      });
    });
  }
});
