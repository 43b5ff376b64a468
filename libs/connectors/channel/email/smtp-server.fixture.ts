import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SmtpFixture {
  port: number;
  /** What was taken, envelope and bytes. */
  taken: { from: string; to: string[]; raw: Buffer }[];
  /** The most clients that were ever connected at once. */
  mostOpen(): number;
  /** Connections so far. */
  opened(): number;
  /** Drops everybody, as a restart does. */
  hangUp(): void;
  stop(): Promise<void>;
}

/** A real SMTP server of which a test changes what it is about. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<SmtpFixture> {
  const taken: SmtpFixture['taken'] = [];
  let most = 0;
  let opened = 0;
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_session, done) => {
      opened += 1;
      most = Math.max(most, server.connections.size);
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((it) => it.address),
          raw: Buffer.concat(chunks),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    mostOpen: () => most,
    opened: () => opened,
    hangUp: () => {
      for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>)
        connection._socket.destroy();
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export const refusal = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code });
