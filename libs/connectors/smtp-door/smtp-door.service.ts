import type { AddressInfo } from 'node:net';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, ConfigError, Database, Log, Shutdown } from '@satchel/kernel';
import type { SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { SMTPServer } from 'smtp-server';
import { Doorway } from '../doorway/doorway.service';
import { contentOf, MAX_ACCEPTED_BYTES, MB } from './content';
import { IntakeBudget } from './intake-budget';
import { type Recipient, Recipients } from './recipients';
import { keyPairOf } from './tls';

const MAX_CLIENTS = 200;
/** One program that opens connection after connection must not keep everybody else out. */
const MAX_CLIENTS_OF_ADDRESS = 50;
/** Held by all clients together while their mails come in: three of the largest, or thousands of the usual. */
const MAX_HELD_BYTES = 128 * MB;
const MAX_RECIPIENTS = 100;
const CLOSE_TIMEOUT_MS = 3_000;

/** A listening SMTP server for mail that is forwarded or routed (MX) to this installation. */
@Injectable()
export class SmtpDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server: SMTPServer | null = null;
  private port: number | null = null;
  private readonly budget = new IntakeBudget(MAX_HELD_BYTES);
  private readonly clients = new Map<string, number>();
  /** Looked up at RCPT, for the mail that follows. */
  private readonly known = new WeakMap<object, Map<string, Recipient>>();

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
    const pair = await keyPairOf(this.config, this.log);
    const server = new SMTPServer({
      // It takes mail for us from anybody, as every MX does, and relays nothing; there is nobody to sign in.
      disabledCommands: pair ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      ...pair,
      authOptional: true,
      disableReverseLookup: true,
      size: MAX_ACCEPTED_BYTES,
      maxClients: MAX_CLIENTS,
      closeTimeout: CLOSE_TIMEOUT_MS,
      logger: false,
      onConnect: (session, done) => done(this.admit(session)),
      onClose: (session) => this.dismiss(session),
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

  private admit({ remoteAddress }: SMTPServerSession): Error | null {
    const count = (this.clients.get(remoteAddress) ?? 0) + 1;
    this.clients.set(remoteAddress, count);
    return count > MAX_CLIENTS_OF_ADDRESS ? refusal(421, 'Too many connections from your address') : null;
  }

  private dismiss({ remoteAddress }: SMTPServerSession): void {
    const count = (this.clients.get(remoteAddress) ?? 0) - 1;
    if (count > 0) this.clients.set(remoteAddress, count);
    else this.clients.delete(remoteAddress);
  }

  private async checkRecipient(address: SMTPServerAddress, session: SMTPServerSession): Promise<Error | null> {
    if (this.shutdown.inProgress) return refusal(421, 'We are closing, please come again');
    if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) return refusal(452, 'Too many recipients');
    try {
      const recipient = await this.recipients.find(address.address);
      if (!recipient) return refusal(550, 'There is no such mailbox here');
      const known = this.known.get(session.envelope) ?? new Map<string, Recipient>();
      this.known.set(session.envelope, known.set(address.address, recipient));
      return null;
    } catch (error) {
      this.log.error({ err: error }, 'cannot look up a recipient');
      return refusal(451, 'We cannot look that up just now, please try again');
    }
  }

  /** Answers "received" only after the commit; until then the sender keeps the mail and tries again. */
  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    try {
      const content = await contentOf(stream as AsyncIterable<Buffer>, this.budget);
      if (!content.ok)
        return content.why === 'too large'
          ? refusal(552, `The mail is larger than ${MAX_ACCEPTED_BYTES / MB} MB`)
          : refusal(452, 'We are taking too much mail at once, please try again');
      try {
        const meta = { ...metaOf(session), size: content.size, ...(content.truncated && { truncated: true }) };
        return await this.store(content.raw, meta, session);
      } finally {
        content.release();
      }
    } catch (error) {
      this.log.error({ err: error }, 'a mail could not be stored; its sender was asked to try again');
      return refusal(451, 'We cannot store that just now, please try again');
    }
  }

  private async store(raw: Buffer, meta: Record<string, unknown>, session: SMTPServerSession): Promise<Error | null> {
    const taken = new Set<string>();
    for (const { address } of session.envelope.rcptTo) {
      const recipient = this.known.get(session.envelope)?.get(address);
      if (!recipient || taken.has(recipient.row.id)) continue;
      taken.add(recipient.row.id);
      const inbound = recipient.receive(raw, meta);
      const outcome = await this.doorway.accept(this.database.system(), recipient.row, inbound);
      const fields = { connectionId: recipient.row.id, bytes: raw.length, outcome };
      this.log.info(fields, 'a mail came through the SMTP door');
    }
    return taken.size > 0 ? null : refusal(550, 'There is no such mailbox here any more');
  }
}

/** What the transport knew and the bytes do not say. */
function metaOf(session: SMTPServerSession): Record<string, unknown> {
  const { mailFrom, rcptTo } = session.envelope;
  const tls = session.tlsOptions as { name?: string; standardName?: string } | false | undefined;
  return {
    via: 'smtp',
    mailFrom: mailFrom ? mailFrom.address : '',
    rcptTo: rcptTo.map((it) => it.address),
    client: session.remoteAddress,
    helo: session.hostNameAppearsAs || null,
    tls: session.secure ? ((tls && (tls.standardName ?? tls.name)) ?? true) : null,
  };
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
