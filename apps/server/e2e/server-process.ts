import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '@satchel/kernel';
import { waitFor } from '@satchel/testing';

const ROOT = join(__dirname, '..', '..', '..');

/** The server as the process that an operator runs, so that a test can kill it like a power cut would. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private complaints = '';

  constructor(
    private readonly config: Config,
    private readonly env: Record<string, string> = {},
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  static async build(options: { console?: boolean } = {}): Promise<void> {
    const args = [join(ROOT, 'apps/cli/bin/build.mjs'), ...(options.console ? [] : ['--no-console'])];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  }

  async start(): Promise<void> {
    const { config } = this;
    this.child = spawn(process.execPath, [join(ROOT, 'dist/apps/server/main.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: config.databaseUrl ?? '',
        SATCHEL_DATA_DIR: config.dataDir,
        SATCHEL_DEMO: '0',
        HOST: config.host,
        PORT: String(config.port),
        PUBLIC_URL: config.publicUrlGiven ?? '',
        SMTP_IN_PORT: String(config.smtpInPort),
        LOG_LEVEL: 'error',
        ...this.env,
      },
    });
    this.child.stderr?.on(
      'data',
      (chunk: Buffer) => (this.complaints = (this.complaints + chunk.toString()).slice(-4000)),
    );
    await waitFor(async () => (await fetch(`http://127.0.0.1:${config.port}/readyz`)).ok, {
      timeoutMs: 30_000,
      what: `the server to be ready ${this.complaints}`,
    });
  }

  /** No goodbye: nothing is flushed, closed or handed back. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}
