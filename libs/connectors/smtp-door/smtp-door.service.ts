import type { AddressInfo } from 'node:net';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, ConfigError, Database, Log, Shutdown } from '@satchel/kernel';
import type { SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { SMTPServer } from 'smtp-server';
import { Doorway } from '../doorway/doorway.service';
import { Recipients } from './recipients';

const MAX_BYTES = 40 * 1024 * 1024;
const MAX_CLIENTS = 200;
const MAX_RECIPIENTS = 100;
const CLOSE_TIMEOUT_MS = 3_000;

/** A listening SMTP server for mail that is forwarded or routed (MX) to this installation. */
@Injectable()
export class SmtpDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server: SMTPServer | null = null;
  private port: number | null = null;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly recipients: Recipients,
    private readonly doorway: Doorway,
    private readonly shutdown: Shutdown,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.runsJobs) await this.open();
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    this.server = null;
    this.port = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** Where it listens; null while it is closed. */
  address(): { host: string; port: number } | null {
    return this.port === null ? null : { host: this.config.host, port: this.port };
  }

  private async open(): Promise<void> {
    const { smtpInPort: port, host } = this.config;
    const server = new SMTPServer({
      // It takes mail for us from anybody, as every MX does, and relays nothing; there is nobody to sign in.
      disabledCommands: ['AUTH', 'STARTTLS'],
      authOptional: true,
      disableReverseLookup: true,
      size: MAX_BYTES,
      maxClients: MAX_CLIENTS,
      closeTimeout: CLOSE_TIMEOUT_MS,
      logger: false,
      onRcptTo: (address, session, done) => void this.checkRecipient(address, session).then(done),
      onData: (stream, session, done) => void this.take(stream, session).then(done),
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(cannotListen(error, host, port)));
      server.listen(port, host, () => resolve());
    });
    // Answers are a few bytes: held back to be sent together, each would wait for a delayed ACK (40 ms).
    server.server.on('connection', (socket) => socket.setNoDelay(true));
    // A client that breaks off is its own trouble.
    server.on('error', (error) => this.log.debug({ err: error }, 'an SMTP client failed'));
    this.server = server;
    this.port = (server.server.address() as AddressInfo).port;
    this.log.info({ host, port: this.port }, 'the SMTP door is open');
  }

  private async checkRecipient(address: SMTPServerAddress, session: SMTPServerSession): Promise<Error | null> {
    if (this.shutdown.inProgress) return refusal(421, 'We are closing, please come again');
    if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) return refusal(452, 'Too many recipients');
    try {
      return (await this.recipients.find(address.address)) ? null : refusal(550, 'There is no such mailbox here');
    } catch (error) {
      this.log.error({ err: error }, 'cannot look up a recipient');
      return refusal(451, 'We cannot look that up just now, please try again');
    }
  }

  /** Answers "received" only after the commit; until then the sender keeps the mail and tries again. */
  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    try {
      const raw = await contentOf(stream);
      if (stream.sizeExceeded || !raw) return refusal(552, 'The mail is larger than 40 MB');
      const { mailFrom, rcptTo } = session.envelope;
      const ctx = this.database.system();
      const taken = new Set<string>();
      for (const { address } of rcptTo) {
        const recipient = await this.recipients.find(address);
        if (!recipient || taken.has(recipient.row.id)) continue;
        taken.add(recipient.row.id);
        const meta = {
          via: 'smtp',
          mailFrom: mailFrom ? mailFrom.address : '',
          rcptTo: rcptTo.map((it) => it.address),
          client: session.remoteAddress,
        };
        const outcome = await this.doorway.accept(ctx, recipient.row, recipient.receive(raw, meta));
        this.log.info(
          { connectionId: recipient.row.id, bytes: raw.length, outcome },
          'a mail came through the SMTP door',
        );
      }
      return taken.size > 0 ? null : refusal(550, 'There is no such mailbox here any more');
    } catch (error) {
      this.log.error({ err: error }, 'a mail could not be stored; its sender was asked to try again');
      return refusal(451, 'We cannot store that just now, please try again');
    }
  }
}

/** Null when it is too long; what is beyond the limit is read and forgotten, as the protocol wants. */
async function contentOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks) : null;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function cannotListen(error: Error, host: string, port: number): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new ConfigError(`The SMTP port ${port} is taken by another program: set SMTP_IN_PORT to a free one.`);
  if (code === 'EACCES')
    return new ConfigError(`This user may not listen on the SMTP port ${port}: set SMTP_IN_PORT to one above 1023.`);
  return new ConfigError(`The SMTP door cannot listen on ${host}:${port} (${code ?? error.message}).`);
}
