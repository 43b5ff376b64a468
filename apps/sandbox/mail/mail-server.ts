import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { pause, type Faults } from '../control/faults';
import type { MailTokens } from '../imap/mail-tokens';
import type { Mailboxes } from './mailboxes';

const LARGEST_MAIL = 40 * 1024 * 1024;

interface SmtpError extends Error {
  responseCode: number;
}

/** What the server keeps of a connection; its typings do not say. */
interface LiveConnection {
  session: SMTPServerSession;
  _socket: Socket;
}

function smtpError(responseCode: number, message: string): SmtpError {
  return Object.assign(new Error(message), { responseCode });
}

export interface MailServerOptions {
  mailboxes: Mailboxes;
  faults: Faults;
  user: string;
  password: string;
  tokens: MailTokens;
  now: () => Date;
}

/** The world's mail server as Satchel sees it: takes every mail, for whomever, and keeps each delivery. */
export function mailServer({ mailboxes, faults, user, password, tokens, now }: MailServerOptions): SMTPServer {
  const keep = async (session: SMTPServerSession, raw: Buffer): Promise<void> => {
    const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
    const to = session.envelope.rcptTo.map((recipient) => recipient.address);
    const fault = faults.take('mail');
    if (fault?.mode === 'slow') await pause(fault.delayMs);
    if (fault?.mode === '429') throw smtpError(451, '4.7.0 Try again later');
    if (fault?.mode === '500') throw smtpError(550, '5.7.1 Message rejected');
    for (const address of to) {
      mailboxes.add({ folder: 'received', address, envelope: { from, to }, raw, receivedAt: now() });
    }
    if (fault?.mode === 'cut') throw smtpError(0, 'cut');
  };

  const server = new SMTPServer({
    name: 'mx.sandbox.example',
    banner: 'sandbox',
    size: LARGEST_MAIL,
    authOptional: true,
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    logger: false,
    onConnect(_session, callback) {
      if (faults.peek('mail') === 'down') {
        faults.take('mail');
        return callback(smtpError(421, '4.3.2 Service not available'));
      }
      callback();
    },
    onAuth(auth, _session, callback) {
      if (auth.method === 'XOAUTH2') {
        if (auth.username?.toLowerCase() === user && tokens.valid(auth.accessToken ?? '', user))
          return callback(null, { user });
        return callback(null, { data: { status: '400', schemes: 'bearer', scope: 'https://mail.google.com/' } });
      }
      if (auth.username?.toLowerCase() === user && auth.password === password) return callback(null, { user });
      callback(smtpError(535, '5.7.8 Authentication credentials invalid'));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(smtpError(552, '5.3.4 Message too big'));
        keep(session, Buffer.concat(chunks)).then(
          () => callback(),
          (error: SmtpError) => {
            // The uncertain end: the mail is kept, and the sender never hears of it.
            if (error.responseCode === 0) return hangUp(session);
            callback(error);
          },
        );
      });
    },
  });

  const hangUp = (session: SMTPServerSession) => {
    for (const connection of server.connections as Set<LiveConnection>) {
      if (connection.session.id === session.id) connection._socket.destroy();
    }
  };
  server.on('error', () => undefined);
  return server;
}
