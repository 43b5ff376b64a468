import { createServer, type Server, type Socket } from 'node:net';
import { pause, type Faults } from '../control/faults';
import { CommandReader } from './command-reader';
import { run } from './commands';
import { CAPABILITIES, Session, type ImapAccount } from './session';
import type { Outcome } from './sign-in';
import { BadCommand, textOf, tokenize } from './tokens';

export interface ImapServer {
  server: Server;
  stop(): Promise<void>;
}

/** An IMAP4rev1 server (RFC 3501) over the store's own mailbox. One command at a time per connection, in order. */
export function imapServer(account: ImapAccount, faults: Faults): ImapServer {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (faults.take('imap', ['down'])) return socket.destroy();
    serve(account, faults, socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return {
    server,
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function serve(account: ImapAccount, faults: Faults, socket: Socket): void {
  const session = new Session(account, socket);
  let before = Promise.resolve();
  const reader = new CommandReader(
    () => session.goAhead('go ahead'),
    (parts) => {
      const [line] = parts;
      // A line that a running command waits for: DONE, or a step of signing in.
      if (session.onLine) return session.onLine(line?.toString('latin1') ?? '');
      before = before.then(() => perform(session, faults, parts));
    },
  );
  socket.on('data', (chunk: Buffer) => {
    try {
      reader.push(chunk);
    } catch {
      socket.destroy();
    }
  });
  socket.on('close', () => session.onLine?.('*'));
  session.untagged(`OK [CAPABILITY ${CAPABILITIES}] sandbox`);

  async function perform(to: Session, broken: Faults, parts: Buffer[]): Promise<void> {
    const fault = broken.take('imap', ['slow', 'down']);
    if (fault?.mode === 'down') return void socket.destroy();
    if (fault) await pause(fault.delayMs);
    let tag = '*';
    let outcome: Outcome;
    try {
      const [first, command, ...args] = tokenize(parts);
      tag = textOf(first);
      outcome = await run(to, textOf(command).toUpperCase(), args);
    } catch (error) {
      if (!(error instanceof BadCommand)) return void socket.destroy();
      outcome = { bad: error.message };
    }
    const [word, text] =
      'ok' in outcome ? ['OK', outcome.ok] : 'no' in outcome ? ['NO', outcome.no] : ['BAD', outcome.bad];
    to.write(`${tag} ${word} ${text}\r\n`);
    if (to.ended) socket.end();
  }
}
