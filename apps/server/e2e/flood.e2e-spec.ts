import { waitFor } from '@satchel/testing';
import { letterOf, MailGun } from './mail-gun';
import { startWorld, SUPPORT, type World } from './world';

const MAILS = Number(process.env['SATCHEL_FLOOD'] ?? 500);
const LINES = 8;
/** Victims whom nothing proves, those whose domain disowns the mail, and those whom the transport takes for the sender. */
const VICTIMS = { unproven: 'nowhere.example', forged: 'example.com', proven: 'example.com' } as const;
type Kind = keyof typeof VICTIMS;
const KINDS: Kind[] = ['unproven', 'forged', 'unproven', 'forged', 'proven'];
const OF_EACH = 40;
const WORDS = 'Cheap watches at dealer.example';
const ANNA = 'anna.bergmann@example.com';
/** About 60 mails a second with all that follows from each, on a busy machine with two cores. */
const LIMIT_MS = 120_000 + MAILS * 50;

const victim = (kind: Kind, n: number): string => `${kind}-${n % OF_EACH}@${VICTIMS[kind]}`;

/** `SATCHEL_FLOOD=100000` for more of them; each opens a ticket, and all of them are worked through before the count. */
describe(`a flood of ${MAILS} mails in the name of others`, () => {
  let world: World;
  const guns: MailGun[] = [];

  beforeAll(async () => {
    world = await startWorld({ aiMode: 'auto' });
    for (let n = 0; n < LINES; n++) guns.push(await MailGun.at(world.server.smtpPort ?? 0));
  }, 60_000);
  afterAll(async () => {
    for (const gun of guns) gun.stop();
    await world.stop();
  });

  it(
    'reaches no thread and no victim',
    async () => {
      await world.write(ANNA, { subject: 'The zip', text: 'Do you repair the zip of a jacket from 2019?' });
      const ticket = await world.ticketOf(ANNA);
      await world.reply(ticket.id, 'We do. Send it in.');
      const { messageId } = await waitFor(
        async () => (await world.mailbox(ANNA)).find(({ text }) => text.includes('Send it in')),
        { timeoutMs: 15_000 },
      );
      await world.idle();
      const before = (await world.thread(ticket.id)).length;
      const annas = (await world.mailbox(ANNA)).length;
      await world.api('PATCH', '/desk/settings', { acknowledge: { enabled: true } });

      const began = Date.now();
      let next = 0;
      await Promise.all(
        guns.map(async (gun) => {
          for (let n = next++; n < MAILS; n = next++) await gun.shoot(mail(n, messageId));
        }),
      );
      const sentMs = Date.now() - began;
      // Events keep their order: once this one is acknowledged, all before it were thought about.
      await world.write('marco.rossi@example.com', { subject: 'Tents', text: 'Which tent is the warmest?' });
      await waitFor(async () => (await world.mailbox('marco.rossi@example.com')).length > 0, {
        timeoutMs: LIMIT_MS,
        what: 'an answer to somebody honest',
      });
      const [kept] = await world.sql<{ mails: number; mixed: number }>(
        `select count(*) filter (where external_id like 'flood-%')::int as mails,
           count(distinct ticket_id) filter (where exists (select 1 from message other where other.ticket_id = m.ticket_id
             and other.address <> m.address))::int as mixed
         from message m where direction = 'inbound'`,
      );
      expect(kept).toEqual({ mails: MAILS, mixed: 0 });
      await world.idle(LIMIT_MS);
      const doneMs = Date.now() - began;
      const figures = {
        mails: MAILS,
        takenPerSecond: rate(sentMs),
        doneAfterMs: doneMs,
        donePerSecond: rate(doneMs),
        // Server and test are one process here.
        memoryMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
      };
      process.stdout.write(`flood: ${JSON.stringify(figures)}\n`);

      expect((await world.thread(ticket.id)).length).toBe(before);
      expect((await world.mailbox(ANNA)).length).toBe(annas);
      const boxes = await fetch(`${world.sandbox.url}/mail`).then(
        (answer) => answer.json() as Promise<Record<string, { received: number }>>,
      );
      const reached = (kind: Kind): number[] =>
        Object.entries(boxes).flatMap(([address, { received }]) => (address.startsWith(`${kind}-`) ? [received] : []));
      expect(reached('unproven')).toEqual([]);
      expect(reached('forged')).toEqual([]);
      // Whom the transport vouches for is told once that it arrived, in our words alone.
      expect(reached('proven')).toEqual(
        Array.from({ length: Math.min(OF_EACH, Math.ceil(MAILS / KINDS.length)) }, () => 1),
      );
      for (let n = 0; n < OF_EACH; n++) {
        for (const answer of await world.mailbox(victim('proven', n))) {
          expect(JSON.stringify([answer.subject, answer.text, answer.html, answer.headers])).not.toMatch(
            /watches|dealer/i,
          );
        }
      }
    },
    LIMIT_MS + 60_000,
  );
});

const rate = (ms: number): number => Math.round((MAILS * 1000) / ms);

/** Everything a sender may choose says the same; every third mail claims to belong to somebody else's talk. */
function mail(n: number, messageId: string): { mailFrom: string; to: string; raw: string } {
  const kind = KINDS[n % KINDS.length] ?? 'unproven';
  const from = victim(kind, Math.floor(n / KINDS.length));
  const headers = {
    From: `"${WORDS}" <${from}>`,
    To: SUPPORT,
    Subject: `${WORDS} ${n % 7 === 0 ? n : ''}`.trim(),
    'Message-ID': `<flood-${n}@mail.example>`,
    ...(n % 3 === 0 && { 'In-Reply-To': messageId, References: messageId }),
  };
  const asks = n % 2 === 0 && kind !== 'proven' ? '\nWhere is my order #1001?' : '';
  return {
    mailFrom: kind === 'proven' ? from : 'bounce@dealer.example',
    to: SUPPORT,
    raw: letterOf(headers, `${WORDS}, number ${n}.${asks}`),
  };
}
