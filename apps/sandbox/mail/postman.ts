import type { Mailboxes } from './mailboxes';
import type { Mail } from './mailbox.types';

/** The waits between tries while the door is shut; the last one repeats. */
const RETRY_MS = [250, 500, 1_000, 2_000];

interface DeliveryError extends Error {
  responseCode?: number;
}

/** Carries customers' mails to Satchel's SMTP door, and tries again while nobody opens. */
export class Postman {
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;

  constructor(
    private readonly mailboxes: Mailboxes,
    /** Read at each try, so that a restarted door on another port is found. */
    private readonly door: () => { host: string; port: number },
    /** Keeps it in the store's own mailbox instead; false: it does not want it. */
    private readonly keep: (mail: Mail) => boolean = () => false,
  ) {}

  /** Resolves after the first try; a mail that could not be delivered yet goes on in the background. */
  async send(mail: Mail): Promise<void> {
    if (!mail.transport || this.stopped) return;
    mail.transport.attempts += 1;
    try {
      await this.deliver(mail);
      mail.transport = { ...mail.transport, state: 'delivered', lastError: null };
    } catch (error) {
      const { responseCode, message } = error as DeliveryError;
      const refused = responseCode !== undefined && responseCode >= 500;
      mail.transport = { ...mail.transport, state: refused ? 'refused' : 'waiting', lastError: message };
      if (!refused && !this.stopped) this.later(mail);
    }
    this.mailboxes.changed(mail.address);
  }

  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private later(mail: Mail): void {
    const wait = RETRY_MS[Math.min(mail.transport?.attempts ?? 1, RETRY_MS.length) - 1] ?? 1_000;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      // A box that was cleared in the meantime takes its mails with it.
      if (this.mailboxes.find(mail.address, mail.id)) void this.send(mail);
    }, wait);
    this.timers.add(timer);
  }

  private async deliver(mail: Mail): Promise<void> {
    if (this.keep(mail)) return;
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      ...this.door(),
      secure: false,
      ignoreTLS: true,
      name: 'mail.sandbox.example',
      connectionTimeout: 5_000,
      socketTimeout: 30_000,
    });
    try {
      await transport.sendMail({ envelope: mail.envelope, raw: mail.raw });
    } finally {
      transport.close();
    }
  }
}
