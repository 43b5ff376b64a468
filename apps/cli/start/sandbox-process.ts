import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Config } from '@satchel/kernel';
import { CliError } from './cli-error';

/** It keeps a shop and a few mailboxes in memory; more would only be garbage that waits. */
const HEAP_MB = 96;
const READY_MS = 20_000;
const RESTART_MS = 500;
const STOP_MS = 3_000;
const LAST_CHARS = 2_000;

/**
 * The simulated vendors in a process of their own: they share no code and no fate with the server. Started again when
 * they die; gone when we are, even if we are killed.
 */
export class SandboxProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private said = '';
  private tellAgain: () => Promise<void> = async () => undefined;

  constructor(private readonly config: Config) {}

  /** What a sandbox that came back must be told again. */
  onRestart(tell: () => Promise<void>): void {
    this.tellAgain = tell;
  }

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = this.spawn();
      this.child = child;
      const fail = (why: string): void => reject(new CliError(`The sandbox did not start: ${this.said.trim() || why}`));
      const timer = setTimeout(() => fail('it did not answer in time.'), READY_MS).unref();
      let ready = false;
      child.stdout?.on('data', (chunk: Buffer) => {
        if (ready || !chunk.toString().includes('"ready"')) return;
        ready = true;
        clearTimeout(timer);
        resolve();
      });
      child.stderr?.on('data', (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-LAST_CHARS)));
      child.once('error', (error) => fail(error.message));
      child.once('exit', (code) => {
        clearTimeout(timer);
        if (!ready) fail(`it ended with code ${code}.`);
        else if (!this.stopping) this.startAgain();
      });
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }

  private startAgain(): void {
    setTimeout(() => {
      if (this.stopping) return;
      this.start().then(
        () => this.tellAgain(),
        () => this.startAgain(),
      );
    }, RESTART_MS).unref();
  }

  private spawn(): ChildProcess {
    this.said = '';
    const { sandboxPort, sandboxSmtpPort, smtpInPort } = this.config;
    const follow = join(__dirname, 'die-with-parent.js');
    const main = join(__dirname, '../../sandbox/main.js');
    return spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--require', follow, main], {
      env: {
        ...process.env,
        SANDBOX_PORT: String(sandboxPort),
        SANDBOX_SMTP_PORT: String(sandboxSmtpPort),
        // Nothing of the demo reads it; whoever does is told its port by the sandbox.
        SANDBOX_IMAP_PORT: process.env.SANDBOX_IMAP_PORT ?? '0',
        SANDBOX_TARGET_SMTP: `127.0.0.1:${smtpInPort}`,
      },
      // The channel closes when this process ends in any way, which is how the child notices.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
  }
}
