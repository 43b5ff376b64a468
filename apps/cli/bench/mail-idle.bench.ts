import { ImapFlow } from 'imapflow';
import { type Dovecot, hasDovecot, startDovecot } from '../../../libs/testing/dovecot';
import { type Rate, summary } from './measure';
import type { Rig } from './rig';
import { Screen } from './screen';

/** The listener notices a changed connection within three seconds, and signs in. */
const CONNECTED_MS = 6_000;

/** From the delivery into a mailbox to the screen, beside what IDLE alone takes. Null: there is no Dovecot here. */
export async function idleToScreen(rig: Rig, mails: number): Promise<{ screen: Rate; idle: Rate } | null> {
  if (!hasDovecot) return null;
  const dovecot = await startDovecot();
  const client = await idling(dovecot);
  const screen = await Screen.open(rig);
  try {
    const { data } = await rig.api<{ data: { id: string; kind: string }[] }>('GET', '/connections?kind=channel');
    const { host: imapHost, port: imapPort, user: imapUser, pass: imapPass } = dovecot;
    const credentials = { imapHost, imapPort, imapUser, imapPass };
    await rig.api('PATCH', `/connections/${data[0]?.id}`, { credentials });
    await new Promise((resolve) => setTimeout(resolve, CONNECTED_MS));
    const latencies: { screen: number[]; idle: number[] } = { screen: [], idle: [] };
    const begin = performance.now();
    for (let n = 0; n < mails; n++) {
      const text = `idle mail ${n}`;
      const shown = screen.shows(text);
      const told = new Promise<number>((resolve) => client.once('exists', () => resolve(performance.now())));
      await dovecot.deliver(mail(n, text));
      const delivered = performance.now();
      latencies.screen.push(Math.max(0, (await shown) - delivered));
      latencies.idle.push(Math.max(0, (await told) - delivered));
    }
    const seconds = (performance.now() - begin) / 1000;
    return { screen: summary(latencies.screen, seconds), idle: summary(latencies.idle, seconds) };
  } finally {
    screen.close();
    client.close();
    await dovecot.stop();
  }
}

async function idling({ host, port, user, pass }: Dovecot): Promise<ImapFlow> {
  const client = new ImapFlow({ host, port, secure: false, auth: { user, pass }, logger: false, autoIdleDelay: 50 });
  client.on('error', () => undefined);
  await client.connect();
  await client.mailboxOpen('INBOX', { readOnly: true });
  return client;
}

const mail = (n: number, text: string): string =>
  `Message-ID: <idle-${n}@bench.example>\r\nFrom: idle${n}@bench.example\r\nSubject: Idle ${n}\r\n\r\n${text}\r\n`;
