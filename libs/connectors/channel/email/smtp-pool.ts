import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/** Microsoft 365 allows three per mailbox and refuses the fourth; nobody allows fewer. */
const MAX_CONNECTIONS = 3;
/** Servers drop idle clients after a minute or more; a burst of answers shares one sign-in until then. */
const KEEP_IDLE_MS = 10_000;
/** Many servers end a connection after a hundred mails; we leave before they do. */
const MAX_MAILS = 50;

/** The connections of one mailbox: few at a time, the next mail waits its turn, and each is kept a few seconds. */
export class SmtpPool {
  private readonly idle: SMTPConnection[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly mails = new WeakMap<SMTPConnection, number>();
  private busy = 0;

  /** Runs one mail's work when a place is free. */
  async withPlace<T>(work: () => Promise<T>): Promise<T> {
    // A place that is given up goes straight to the one who has waited longest.
    if (this.busy >= MAX_CONNECTIONS) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.busy += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }

  takeIdle(): SMTPConnection | null {
    for (;;) {
      const connection = this.idle.pop();
      if (!connection) return null;
      if (!connection.destroyed) return connection;
    }
  }

  /** After a mail went through. */
  keep(connection: SMTPConnection): void {
    const mails = (this.mails.get(connection) ?? 0) + 1;
    this.mails.set(connection, mails);
    if (mails >= MAX_MAILS) return connection.quit();
    this.idle.push(connection);
    setTimeout(() => {
      const at = this.idle.indexOf(connection);
      // It may be in use or have been used again since; its next `keep` looks after it then.
      if (at < 0 || this.mails.get(connection) !== mails) return;
      this.idle.splice(at, 1);
      connection.quit();
    }, KEEP_IDLE_MS).unref();
  }
}
