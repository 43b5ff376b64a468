import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface Shot {
  /** The envelope's sender: what SPF is about. */
  mailFrom: string;
  to: string;
  raw: string;
}

/** A mail server of a stranger's own, which says whatever it likes, over one connection. */
export class MailGun {
  private constructor(private readonly connection: SMTPConnection) {}

  static async at(port: number): Promise<MailGun> {
    const connection = new SMTPConnection({
      host: '127.0.0.1',
      port,
      name: 'mx.forger.example',
      ignoreTLS: true,
      logger: false,
    });
    // A refusal comes back from `shoot`; what else goes wrong is the test's to see there.
    connection.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect(() => resolve());
    });
    return new MailGun(connection);
  }

  /** Rejects with `responseCode` when the server refuses the mail. */
  shoot({ mailFrom, to, raw }: Shot): Promise<void> {
    return new Promise((resolve, reject) => {
      this.connection.send({ from: mailFrom, to: [to] }, raw.replace(/\r?\n/g, '\r\n'), (error) =>
        error ? reject(error) : resolve(),
      );
    });
  }

  stop(): void {
    this.connection.close();
  }
}

/** A mail in plain text, each header as given. */
export const letterOf = (headers: Record<string, string>, text: string): string =>
  [
    ...Object.entries({ Date: new Date().toUTCString(), ...headers }).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    `Content-Type: ${text.startsWith('<') ? 'text/html' : 'text/plain'}; charset=utf-8`,
    '',
    text,
    '',
  ].join('\n');
