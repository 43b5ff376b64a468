import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { hammer, type Rate, summary } from './measure';
import type { Rig } from './rig';
import { Screen } from './screen';

const CLIENTS = 16;

function post(port: number, connections: number) {
  return createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
  });
}

/** As many mails as the door takes durably, from many clients at once. */
export function mailsAccepted(rig: Rig, seconds: number): Promise<Rate> {
  return hammerSmtp(rig.smtpPort, rig.support, seconds);
}

/** What the SMTP library alone can do here: takes each mail and forgets it. */
export async function mailsForgotten(seconds: number): Promise<Rate> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      stream.on('end', () => done());
      stream.resume();
    },
  });
  server.server.on('connection', (socket) => socket.setNoDelay(true));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await hammerSmtp((server.server.address() as AddressInfo).port, 'support@bench.example', seconds);
  } finally {
    await new Promise<void>((resolve) => server.close(resolve));
  }
}

async function hammerSmtp(port: number, to: string, seconds: number): Promise<Rate> {
  const transport = post(port, CLIENTS);
  try {
    return await hammer(CLIENTS, seconds, async (writer, turn) => {
      const from = `load${writer}-${turn % 50}@bench.example`;
      await transport.sendMail({ from, to, subject: `Load ${writer}.${turn}`, text: `load mail ${writer}.${turn}` });
    });
  } finally {
    transport.close();
  }
}

/** From "250 OK" to the screen while mail comes in at a steady pace, whether or not the server keeps up. */
export async function mailToScreenUnderLoad(rig: Rig, perSecond: number, seconds: number): Promise<Rate> {
  const screen = await Screen.open(rig);
  const transport = post(rig.smtpPort, CLIENTS);
  const latencies: number[] = [];
  const begin = performance.now();
  const all = Array.from({ length: perSecond * seconds }, async (_, n) => {
    await new Promise((resolve) => setTimeout(resolve, (n * 1000) / perSecond));
    const text = `steady mail ${n}`;
    const seen = screen.shows(text);
    await transport.sendMail({ from: `steady${n % 500}@bench.example`, to: rig.support, subject: `Steady ${n}`, text });
    const accepted = performance.now();
    latencies.push(Math.max(0, (await seen) - accepted));
  });
  await Promise.all(all);
  const took = (performance.now() - begin) / 1000;
  transport.close();
  screen.close();
  return summary(latencies, took);
}
