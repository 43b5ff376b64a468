import type { ConsoleChanges } from '@satchel/contracts';
import { createTransport } from 'nodemailer';
import { io } from 'socket.io-client';
import { type Rate, summary } from './measure';
import type { Rig } from './rig';

/** From the SMTP door's "250 OK" to the message on an agent's screen. One mail at a time, each from a new customer. */
export async function mailToScreen(rig: Rig, mails: number): Promise<Rate> {
  const arrived = new Map<string, () => void>();
  const socket = io(`${rig.url}/console`, {
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${rig.apiKey}` },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('hello', () => resolve());
    socket.once('connect_error', reject);
  });
  socket.on('changes', (changes: ConsoleChanges) => {
    for (const message of changes.messages) arrived.get(message.text.trim())?.();
  });
  const transport = createTransport({
    host: '127.0.0.1',
    port: rig.smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
  });
  const latencies: number[] = [];
  const begin = performance.now();
  for (let n = 0; n < mails; n++) {
    const text = `bench mail ${n}`;
    const seen = new Promise<number>((resolve) => arrived.set(text, () => resolve(performance.now())));
    await transport.sendMail({ from: `customer${n}@bench.example`, to: rig.support, subject: `Question ${n}`, text });
    const accepted = performance.now();
    latencies.push(Math.max(0, (await seen) - accepted));
  }
  const seconds = (performance.now() - begin) / 1000;
  transport.close();
  socket.close();
  return summary(latencies, seconds);
}
