import { createTransport } from 'nodemailer';
import { type Rate, summary } from './measure';
import type { Rig } from './rig';
import { Screen } from './screen';

/** From the SMTP door's "250 OK" to the message on an agent's screen. One mail at a time, each from a new customer. */
export async function mailToScreen(rig: Rig, mails: number): Promise<Rate> {
  const screen = await Screen.open(rig);
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
    const seen = screen.shows(text);
    await transport.sendMail({ from: `customer${n}@bench.example`, to: rig.support, subject: `Question ${n}`, text });
    const accepted = performance.now();
    latencies.push(Math.max(0, (await seen) - accepted));
  }
  const seconds = (performance.now() - begin) / 1000;
  transport.close();
  screen.close();
  return summary(latencies, seconds);
}
