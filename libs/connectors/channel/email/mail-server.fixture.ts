import type { AddressInfo } from 'node:net';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  raw: Buffer;
  mail: ParsedMail;
  from: string;
  to: string[];
}

type Trouble = 'refuse' | 'busy' | 'hang_up_before' | 'lose_the_answer';

/** A real SMTP server for tests: takes mail for anybody and misbehaves when asked to. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Signed-in connections so far. */
  connections = 0;
  private trouble: Trouble | null = null;
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onAuth: ({ username, password }, _session, done) =>
        username === 'support' && password === 'secret-pw'
          ? done(null, { user: username })
          : done(Object.assign(new Error('5.7.8 wrong password'), { responseCode: 535 })),
      onConnect: (_session, done) => {
        this.connections++;
        done();
      },
      onMailFrom: (_address, session, done) => {
        if (this.trouble === 'hang_up_before') {
          this.trouble = null;
          return hangUp(this.server, session.id);
        }
        done();
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { trouble } = this;
          this.trouble = null;
          if (trouble === 'refuse') return done(Object.assign(new Error('5.7.1 not from you'), { responseCode: 550 }));
          if (trouble === 'busy') return done(Object.assign(new Error('4.3.0 come back later'), { responseCode: 451 }));
          const raw = Buffer.concat(chunks);
          void simpleParser(raw).then((mail) => {
            const { mailFrom, rcptTo } = session.envelope;
            this.mails.push({ raw, mail, from: mailFrom ? mailFrom.address : '', to: rcptTo.map((it) => it.address) });
            if (trouble === 'lose_the_answer') hangUp(this.server, session.id);
            else done();
          });
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async start(): Promise<MailServer> {
    const it = new MailServer();
    await new Promise<void>((resolve) => it.server.listen(0, '127.0.0.1', resolve));
    return it;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  next(trouble: Trouble): void {
    this.trouble = trouble;
  }

  /** Drops everybody, as a restart does. */
  hangUpOnAll(): void {
    for (const connection of this.server.connections as Set<{ _socket: { destroy(): void } }>)
      connection._socket.destroy();
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function hangUp(server: SMTPServer, id: string): void {
  for (const connection of server.connections as Set<{
    id: string;
    session: { id: string };
    _socket: { destroy(): void };
  }>) {
    if (connection.id === id || connection.session.id === id) connection._socket.destroy();
  }
}
