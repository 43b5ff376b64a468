import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConnectionService } from '@satchel/connectors';
import type { ConnectionBody, ReconciliationBody } from '@satchel/contracts';
import { type Dovecot, hasDovecot, startDovecot, waitFor } from '@satchel/testing';
import { Client } from 'pg';
import { freePort } from './free-port';
import { OtherMailClient } from './other-mail-client';
import { ServerProcess } from './server-process';
import { TcpProxy } from './tcp-proxy';
import { startWorld, SUPPORT, type World } from './world';

const MAILS = Number(process.env['SATCHEL_CHAOS_MAILS'] ?? 2000);
const WAVES = 20;
/** Customers write more than once. */
const CUSTOMERS = Math.ceil(MAILS / 4);
/** A wave is half taken by then, on a busy machine. */
const IN_THE_MIDDLE_MS = 800;
const ROOT = join(__dirname, '..', '..', '..');
/** About 15 mails a second on a busy machine with two cores, and room for the start. */
const LIMIT_MS = 180_000 + MAILS * 150;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const mail = (n: number): string =>
  [
    `From: Customer ${n % CUSTOMERS} <customer${n % CUSTOMERS}@example.com>`,
    `To: ${SUPPORT}`,
    `Date: ${new Date().toUTCString()}`,
    `Subject: Question ${n}`,
    `Message-ID: <chaos-${n}@mail.example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `This is mail number ${n}.`,
    '',
  ].join('\r\n');

/** `SATCHEL_CHAOS_MAILS` or `npm run cli -- chaos --mails 10000` for more of them. */
(hasDovecot ? describe : describe.skip)(`${MAILS} mails while everything breaks that can break`, () => {
  let world: World;
  let dovecot: Dovecot;
  let network: TcpProxy;
  let server: ServerProcess;
  let database: Client;
  let others: OtherMailClient;
  let connection: ConnectionBody;
  const story: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build();
    dovecot = await startDovecot();
    network = await TcpProxy.to(dovecot.port);
    others = new OtherMailClient(dovecot);
    await others.createFolder('Archive');
    world = await startWorld({
      aiMode: 'off',
      withoutShop: true,
      settings: { port: await freePort(), smtpInPort: await freePort() },
    });
    const connections = world.server.app.get(ConnectionService);
    const [email] = await connections.list(world.ctx, 'channel');
    const { host, user: imapUser, pass: imapPass } = dovecot;
    const imap = { imapHost: host, imapPort: network.port, imapSecure: false, imapUser, imapPass, folders: 'Archive' };
    connection = await connections.update(world.ctx, email?.id ?? '', { credentials: imap });
    await world.server.stop();
    database = new Client({ connectionString: world.config.databaseUrl ?? '' });
    await database.connect();
    server = new ServerProcess(world.config);
    await server.start();
  }, 120_000);
  afterAll(async () => {
    await server.kill();
    await database.end();
    await network.stop();
    await world.stop();
    await dovecot.stop();
  }, 60_000);

  const troubles: Record<string, () => Promise<void>> = {
    'the server is killed': async () => {
      await pause(Math.random() * IN_THE_MIDDLE_MS);
      await server.kill();
      await server.start();
    },
    'the network is cut': async () => {
      await pause(Math.random() * IN_THE_MIDDLE_MS);
      network.cut();
      await pause(500);
      network.mend();
    },
    'the mailbox is renumbered': async () => {
      const before = await others.uidValidity();
      network.cut();
      await waitFor(
        async () => {
          await dovecot.renumber();
          return (await others.uidValidity()) !== before;
        },
        { timeoutMs: 15_000, what: 'another UIDVALIDITY' },
      );
      network.mend();
    },
    'a phone reads along': () => others.markRead(0.5),
    'a colleague files mail away': async () => {
      story.push(`(${await others.moveTo('Archive', 0.2)} moved)`);
    },
  };

  const received = async (): Promise<{ messages: number; distinct: number }> => {
    const { rows } = await database.query<{ messages: number; distinct: number }>(
      `select count(*)::int as messages, count(distinct external_id)::int as distinct from message
       where direction = 'inbound' and external_id like 'chaos-%'`,
    );
    return rows[0] ?? { messages: 0, distinct: 0 };
  };

  it(
    'loses none and doubles none, and the ledger agrees with the mailbox',
    async () => {
      const names = Object.keys(troubles);
      const size = Math.ceil(MAILS / WAVES);
      for (let wave = 0; wave < WAVES; wave++) {
        const name = names[wave % names.length] ?? '';
        story.push(name);
        const delivered = (async () => {
          for (let n = wave * size; n < Math.min((wave + 1) * size, MAILS); n++) await dovecot.deliver(mail(n));
        })();
        await troubles[name]?.();
        await delivered;
      }
      const wanted = { messages: MAILS, distinct: MAILS };
      const what = `every mail on a ticket (${story.join(', ')})`;
      await waitFor(async () => (await received()).distinct === MAILS, { timeoutMs: LIMIT_MS - 60_000, what }).catch(
        async (error: unknown) => {
          throw new Error(`${what}; there are ${JSON.stringify(await received())}`, { cause: error });
        },
      );
      expect(await received()).toEqual(wanted);

      const body = await waitFor(
        async () => {
          const path = `/connections/${connection.id}/reconcile`;
          const now = await world.api<ReconciliationBody>('POST', path, { days: 7 });
          // Mails of the last minute that were just renumbered may be on their way a second time.
          return now.waiting === 0 && now;
        },
        { timeoutMs: 100_000, what: 'a reconciliation with nothing on its way' },
      );
      expect(body).toMatchObject({ atSource: MAILS, routed: MAILS, ignored: 0, quarantined: 0, missing: [] });
      expect(await received()).toEqual(wanted);
      // What was done to the mailbox left its marks, or this proves nothing.
      const { rows } = await database.query<{ places: number; filed: number; duplicates: number }>(
        `select count(distinct split_part(source, '/', 2))::int as places,
           count(*) filter (where source like 'Archive/%')::int as filed,
           count(*) filter (where state = 'duplicate')::int as duplicates from mail_ledger`,
      );
      expect(rows[0]?.places).toBeGreaterThan(2);
      expect(rows[0]?.filed).toBeGreaterThan(0);
      expect(rows[0]?.duplicates).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );

  it('says so on the command line, and fails there when a mail is missing', async () => {
    const run = (): Promise<{ code: number; stdout: string }> =>
      promisify(execFile)(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), 'reconcile', SUPPORT], {
        env: {
          ...process.env,
          DATABASE_URL: world.config.databaseUrl ?? '',
          SATCHEL_DATA_DIR: world.config.dataDir,
        },
      }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
      );
    const sound = await run();
    expect(sound.stdout).toContain('0 missing');
    expect(sound.code).toBe(0);
    // The listener has passed it and will not come back to it by itself.
    await database.query(`delete from inbound_envelope where external_id = 'chaos-0@mail.example.com'`);
    const lost = await run();
    expect(lost.stdout).toContain('1 missing');
    expect(lost.code).toBe(1);
  }, 60_000);
});
