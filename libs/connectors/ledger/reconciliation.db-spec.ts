import { testKernel, waitFor, type TestKernel } from '@satchel/testing';
import { hasDovecot, startDovecot, type Dovecot } from '../../testing/dovecot';
import { ConnectionEntity } from '../connection/connection.entity';
import { ConnectionService } from '../connection/connection.service';
import { openImap } from '../channel/email/imap';
import { ConnectorsModule } from '../connectors.module';
import { InboundEnvelopeEntity } from '../doorway/envelope.entity';
import { MailLedgerEntity } from './mail-ledger.entity';
import { ReconciliationService } from './reconciliation.service';

const DAY_MS = 24 * 60 * 60_000;

(hasDovecot ? describe : describe.skip)('a mailbox held against the ledger (install dovecot-imapd to run this)', () => {
  let server: Dovecot;
  let kernel: TestKernel;
  let id: string;
  let reconciliation: ReconciliationService;

  beforeAll(async () => {
    server = await startDovecot();
    kernel = await testKernel({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity, MailLedgerEntity],
      runJobs: false,
      config: { host: '127.0.0.1' },
    });
    reconciliation = kernel.moduleRef.get(ReconciliationService);
    ({ id } = await kernel.moduleRef.get(ConnectionService).create(kernel.ctx, {
      connectorId: 'email',
      label: 'Support',
      address: 'support@fernhill.example',
      credentials: {
        smtpHost: '127.0.0.1',
        smtpPort: 25,
        imapHost: server.host,
        imapPort: server.port,
        imapUser: server.user,
        imapPass: server.pass,
      },
    }));
  });
  afterAll(async () => {
    await kernel.close();
    await server.stop();
  });

  const mail = (name: string): string =>
    `Message-ID: <${name}@example.com>\r\nFrom: anna@example.com\r\nSubject: ${name}\r\n\r\nHello ${name}\r\n`;
  const ledger = () =>
    kernel.ctx.query<{ message: string; state: string; size: string }>(
      'select message_id as message, state, size from mail_ledger order by message_id',
    );
  /** The clock of the house goes ahead, so that nothing counts as still on its way. */
  const later = (): void => kernel.clock.advance(2 * 60_000);

  it('is sound when everything came in, and each mail stands in the ledger', async () => {
    for (const name of ['a', 'b', 'c']) await server.deliver(mail(name));
    await waitFor(async () => (await ledger()).filter(({ state }) => state === 'stored').length === 3, {
      timeoutMs: 15_000,
    });
    later();
    const body = await reconciliation.reconcile(kernel.ctx, id, { days: 7, fetch: false });
    expect(body).toMatchObject({ atSource: 3, waiting: 3, routed: 0, missing: [] });
    expect(await reconciliation.last(kernel.ctx, id)).toEqual(body);
    expect((await ledger()).map(({ message }) => message)).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
  });

  it('names what is missing, and fetches it when asked to', async () => {
    await kernel.ctx.query(`delete from inbound_envelope where external_id = 'b@example.com'`);
    const bad = await reconciliation.reconcile(kernel.ctx, id, { days: 7, fetch: false });
    expect(bad.missing).toEqual([expect.stringMatching(/^INBOX\/\d+\/2$/)]);
    expect(await reconciliation.reconcile(kernel.ctx, id, { days: 7, fetch: true })).toMatchObject({
      missing: [],
      waiting: 3,
    });
    const sql = `select count(*)::int as n from inbound_envelope where external_id = 'b@example.com'`;
    expect((await kernel.ctx.query<{ n: number }>(sql))[0]?.n).toBe(1);
  });

  it('imports old mail on request, once, marked so that nothing answers it', async () => {
    const client = await openImap(
      { host: server.host, port: server.port, secure: false, user: server.user, pass: server.pass },
      { disableAutoIdle: true },
    );
    // The listener takes it as well, being new in INBOX; so it is taken away again.
    await client.append('INBOX', mail('old'), [], new Date(Date.now() - 20 * DAY_MS));
    client.close();
    await waitFor(async () => (await ledger()).some(({ message }) => message === 'old@example.com'), {
      timeoutMs: 15_000,
    });
    await kernel.ctx.query(`delete from inbound_envelope where external_id = 'old@example.com'`);
    expect(await reconciliation.backfill(kernel.ctx, id, 10)).toEqual({ found: 3, imported: 0 });
    expect(await reconciliation.backfill(kernel.ctx, id, 30)).toEqual({ found: 4, imported: 1 });
    expect(await reconciliation.backfill(kernel.ctx, id, 30)).toEqual({ found: 4, imported: 0 });
    const rows = await kernel.ctx.query<{ meta: object }>(
      `select meta from inbound_envelope where external_id = 'old@example.com'`,
    );
    expect(rows).toEqual([{ meta: expect.objectContaining({ backfill: true, via: 'imap' }) }]);
  });
});
