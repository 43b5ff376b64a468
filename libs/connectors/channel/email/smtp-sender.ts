import { Readable } from 'node:stream';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { BeforeCommit, ConnectorError } from '../../port';
import { smtpError } from './smtp-errors';

export interface SmtpSettings {
  host: string;
  port: number;
  secure: boolean;
  user: string | null;
  pass: string | null;
}

const CONNECT_TIMEOUT_MS = 15_000;
/** Silence after which a connection is given up; big mails are scanned before the answer comes. */
const SILENCE_TIMEOUT_MS = 120_000;
/** Servers drop idle clients after a minute or more; a burst of answers shares one sign-in until then. */
const KEEP_IDLE_MS = 10_000;
const MAX_IDLE = 3;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Sends finished mails, one connection per mail at a time, kept a few seconds for the next. */
export class SmtpSender {
  private readonly idle: SMTPConnection[] = [];

  constructor(private readonly settings: SmtpSettings) {}

  /** Proves that the server is there and lets us in. */
  async check(): Promise<void> {
    const connection = await this.open();
    connection.quit();
  }

  /** `beforeCommit` is awaited when all bytes have left but the final dot, without which the server does nothing. */
  async send(envelope: { from: string; to: string }, mail: Buffer, beforeCommit: BeforeCommit): Promise<void> {
    const kept = this.takeIdle();
    if (kept) {
      const outcome = await this.transmit(kept, envelope, mail, beforeCommit);
      if (outcome.ok) return;
      // A kept connection may have died unnoticed; nothing was asked of the server yet, so a fresh one may try.
      if (outcome.committed || outcome.error.code !== 'unavailable' || outcome.answered) throw outcome.error;
    }
    const outcome = await this.transmit(await this.open(), envelope, mail, beforeCommit);
    if (!outcome.ok) throw outcome.error;
  }

  private async open(): Promise<SMTPConnection> {
    const { host, port, secure, user, pass } = this.settings;
    const options: SMTPConnectionOptions = {
      host,
      port,
      secure,
      // A password never crosses a network in the clear, even when somebody hides the server's STARTTLS.
      requireTLS: !secure && user !== null && !LOOPBACK.test(host),
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_TIMEOUT_MS,
      logger: false,
    };
    const connection = new SMTPConnection(options);
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject);
        connection.connect((error) => (error ? reject(error) : resolve()));
      });
      if (user !== null) {
        await new Promise<void>((resolve, reject) => {
          connection.once('error', reject);
          connection.login({ user, pass: pass ?? '' }, (error) => (error ? reject(error) : resolve()));
        });
      }
    } catch (error) {
      this.discard(connection);
      throw smtpError(error, false);
    }
    // Failures reach us through the callback of `send`; an unheard 'error' event would end the process.
    connection.removeAllListeners('error').on('error', () => undefined);
    return connection;
  }

  private async transmit(
    connection: SMTPConnection,
    envelope: { from: string; to: string },
    mail: Buffer,
    beforeCommit: BeforeCommit,
  ): Promise<Outcome> {
    const commit: Commit = { done: false, refusal: null, running: null };
    const bytes = Readable.from(mailThenCommit(mail, beforeCommit, commit));
    try {
      await new Promise<void>((resolve, reject) => {
        connection.send({ from: envelope.from, to: [envelope.to], size: mail.length }, bytes, (error) =>
          error ? reject(error) : resolve(),
        );
      });
      this.keep(connection);
      return { ok: true };
    } catch (error) {
      this.discard(connection);
      // The caller's mark may still be on its way; nobody may act on our answer before it has landed.
      await commit.running;
      if (commit.refusal) throw commit.refusal.reason;
      const answered = (error as { responseCode?: number }).responseCode !== undefined;
      return { ok: false, committed: commit.done, answered, error: smtpError(error, commit.done) };
    } finally {
      bytes.destroy();
    }
  }

  private takeIdle(): SMTPConnection | null {
    for (;;) {
      const connection = this.idle.pop();
      if (!connection) return null;
      if (!connection.destroyed) return connection;
    }
  }

  private keep(connection: SMTPConnection): void {
    if (this.idle.length >= MAX_IDLE) return connection.quit();
    this.idle.push(connection);
    setTimeout(() => {
      const at = this.idle.indexOf(connection);
      if (at < 0) return;
      this.idle.splice(at, 1);
      connection.quit();
    }, KEEP_IDLE_MS).unref();
  }

  private discard(connection: SMTPConnection): void {
    connection.removeAllListeners('error').on('error', () => undefined);
    connection.close();
  }
}

interface Commit {
  done: boolean;
  refusal: { reason: unknown } | null;
  running: Promise<void> | null;
}

async function* mailThenCommit(mail: Buffer, beforeCommit: BeforeCommit, commit: Commit): AsyncGenerator<Buffer> {
  yield mail;
  commit.running = beforeCommit().catch((reason: unknown) => void (commit.refusal = { reason }));
  await commit.running;
  if (commit.refusal) throw commit.refusal.reason;
  commit.done = true;
}

type Outcome = { ok: true } | { ok: false; committed: boolean; answered: boolean; error: ConnectorError };
