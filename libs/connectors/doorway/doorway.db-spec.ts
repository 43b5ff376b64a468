import { makeWorkspace, testKernel, waitFor, type TestKernel } from '@satchel/testing';
import { Injectable } from '@nestjs/common';
import { type Ctx, EventLog, JobHandler } from '@satchel/kernel';
import { connect } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { ConnectionEntity } from '../connection/connection.entity';
import { ConnectionService } from '../connection/connection.service';
import { ConnectorsModule } from '../connectors.module';
import { ConnectorError } from '../port';
import { SmtpDoor } from '../smtp-door/smtp-door.service';
import { Doorway } from './doorway.service';
import { InboundEnvelopeEntity } from './envelope.entity';
import { EnvelopeService, type TakenEnvelope } from './envelope.service';
import { intakeJob } from './intake.job';

/** Stands where the desk will: takes each envelope once. */
@Injectable()
class Desk {
  readonly taken: { workspaceId: string; envelope: TakenEnvelope | null; id: string }[] = [];
  constructor(private readonly envelopes: EnvelopeService) {}

  @JobHandler(intakeJob)
  async run(ctx: Ctx, { envelopeId }: { envelopeId: string }): Promise<void> {
    const envelope = await this.envelopes.take(ctx, envelopeId);
    if (envelope) await this.envelopes.settle(ctx, envelopeId, 'routed');
    this.taken.push({ workspaceId: ctx.workspaceId, envelope, id: envelopeId });
  }
}

describe('the way in', () => {
  let kernel: TestKernel;
  let desk: Desk;
  let support: { id: string; workspaceId: string };
  let sales: { id: string; workspaceId: string };

  beforeAll(async () => {
    kernel = await testKernel({
      imports: [ConnectorsModule],
      providers: [Desk],
      entities: [ConnectionEntity, InboundEnvelopeEntity],
      config: { host: '127.0.0.1' },
    });
    desk = kernel.moduleRef.get(Desk);
    const connections = kernel.moduleRef.get(ConnectionService);
    const credentials = { smtpHost: '127.0.0.1', smtpPort: 25 };
    const other = await makeWorkspace(kernel.db);
    const make = async (ctx: Ctx, address: string) => {
      const { id } = await connections.create(ctx, { connectorId: 'email', label: address, address, credentials });
      return { id, workspaceId: ctx.workspaceId };
    };
    support = await make(kernel.ctx, 'support@fernhill.example');
    sales = await make(other.ctx, 'sales@northwind.example');
  });
  afterAll(() => kernel.close());

  const mail = (id: string, text = 'Where is my order?'): string =>
    `Message-ID: <${id}@example.com>\r\nFrom: anna@example.com\r\nTo: support@fernhill.example\r\nSubject: Order\r\n\r\n${text}\r\n`;
  const intakes = (id: string) =>
    desk.taken.filter(({ envelope }) => envelope?.items.some((item) => item.externalId === `${id}@example.com`));
  const stateOf = async (externalId: string) =>
    (
      await kernel.db
        .system()
        .query<{ state: string; reason: string | null }>(
          'select state, reason from inbound_envelope where external_id = $1',
          [externalId],
        )
    )[0];

  it('takes a message once, however often and at the same time it comes', async () => {
    const doorway = kernel.moduleRef.get(Doorway);
    const inbound = { externalId: 'twice@example.com', raw: Buffer.from(mail('twice')), meta: { odd: '\u0000' } };
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => doorway.accept(kernel.db.system(), support, inbound)),
    );
    expect(outcomes.filter((it) => it === 'stored')).toHaveLength(1);
    await waitFor(() => intakes('twice').length > 0);
    expect(await doorway.accept(kernel.db.system(), support, inbound)).toBe('duplicate');
    expect(intakes('twice')).toHaveLength(1);
    expect(await doorway.accept(kernel.db.system(), sales, inbound)).toBe('stored');
  });

  it('keeps another text under the same id beside the first, once', async () => {
    const doorway = kernel.moduleRef.get(Doorway);
    const take = (text: string, hash: string) =>
      doorway.accept(kernel.db.system(), support, {
        externalId: 'reused@example.com',
        raw: Buffer.from(mail('reused', text)),
        meta: {},
        contentHash: hash.repeat(32),
        source: `INBOX/1/${text.length}`,
      });
    const [first, second] = ['Where is my order?', 'And where is the other one?'];
    expect(await take(first, 'aa')).toBe('stored');
    expect(await take(first, 'aa')).toBe('duplicate');
    const both = await Promise.all([take(second, 'bb'), take(second, 'bb')]);
    expect(both.sort()).toEqual(['duplicate', 'stored']);
    const rows = await kernel.db.system().query<{ id: string; reused: string | null; ledger: string }>(
      `select e.external_id as id, e.meta ->> 'reusedId' as reused, l.source || ' ' || l.state as ledger
         from inbound_envelope e join mail_ledger l on l.envelope_id = e.id
         where e.external_id like 'reused@%' order by 1`,
    );
    expect(rows).toEqual([
      { id: 'reused@example.com', reused: null, ledger: `INBOX/1/${first.length} stored` },
      {
        id: 'reused@example.com;v=bbbbbbbbbbbb',
        reused: 'reused@example.com',
        ledger: `INBOX/1/${second.length} stored`,
      },
    ]);
    const texts = await waitFor(() => {
      const items = desk.taken.flatMap(({ envelope }) => envelope?.items ?? []);
      const mine = items.filter((item) => item.type === 'message' && item.externalId.startsWith('reused@'));
      return mine.length === 2 && mine.map((item) => (item.type === 'message' ? item.text : ''));
    });
    expect(texts.sort()).toEqual([second, first]);
  });

  it('lets the job try again what a vendor could not answer just now, instead of putting it aside', async () => {
    const doorway = kernel.moduleRef.get(Doorway);
    const adapter = await kernel.moduleRef.get(ConnectionService).adapter(kernel.ctx, support.id, 'channel');
    const away = jest.spyOn(adapter, 'read').mockRejectedValue(new ConnectorError('unavailable', 'come back later'));
    await doorway.accept(kernel.db.system(), support, {
      externalId: 'slow@example.com',
      raw: Buffer.from(mail('slow')),
      meta: {},
    });
    await waitFor(() => away.mock.calls.length > 0);
    away.mockRestore();
    await waitFor(() => intakes('slow').length === 1, { timeoutMs: 20_000 });
    expect((await stateOf('slow@example.com'))?.state).toBe('routed');
  });

  it('puts a message aside that cannot be read, says so, and goes on with the next', async () => {
    const doorway = kernel.moduleRef.get(Doorway);
    const cursor = await kernel.moduleRef.get(EventLog).head();
    await kernel.ctx.query(`update connection set secret = '\\x00', updated_at = now() where id = $1`, [support.id]);
    await doorway.accept(kernel.db.system(), support, { externalId: 'unreadable', raw: Buffer.from('x'), meta: {} });
    await waitFor(async () => (await stateOf('unreadable'))?.state === 'quarantined');
    expect((await stateOf('unreadable'))?.reason).toContain('cannot be opened');
    // The log shows what is older than every open transaction, other tests' included.
    const log = kernel.moduleRef.get(EventLog);
    const told = () => log.read(kernel.ctx, cursor, 10, { types: ['envelope.quarantined'] });
    await waitFor(async () => (await told()).events.length > 0, { timeoutMs: 10_000 });
    expect((await told()).events).toHaveLength(1);
    await kernel.moduleRef.get(ConnectionService).remove(kernel.ctx, support.id);
    const again = await kernel.moduleRef.get(ConnectionService).create(kernel.ctx, {
      connectorId: 'email',
      label: 'Support',
      address: 'support@fernhill.example',
      credentials: { smtpHost: '127.0.0.1', smtpPort: 25 },
    });
    support = { id: again.id, workspaceId: kernel.ctx.workspaceId };
    await doorway.accept(kernel.db.system(), support, {
      externalId: 'fine@example.com',
      raw: Buffer.from(mail('fine')),
      meta: {},
    });
    await waitFor(() => intakes('fine').length === 1);
  });

  describe('by SMTP', () => {
    const port = (): number => kernel.moduleRef.get(SmtpDoor).address()?.port ?? 0;

    /** Sends as another mail server would; resolves with the last answer, rejects with the refusal. */
    async function deliver(
      raw: string | Buffer,
      to: string[],
      from = 'anna@example.com',
      how: { requireTLS?: boolean; ignoreTLS?: boolean } = { ignoreTLS: true },
    ): Promise<string> {
      // Self-signed, as mail servers take it from each other.
      const tls = { rejectUnauthorized: false };
      const client = new SMTPConnection({ host: '127.0.0.1', port: port(), logger: false, tls, ...how });
      client.on('error', () => undefined);
      try {
        await new Promise<void>((resolve, reject) => client.connect((error) => (error ? reject(error) : resolve())));
        return await new Promise<string>((resolve, reject) =>
          client.send({ from, to }, raw, (error, info) => (error ? reject(error) : resolve(info.response))),
        );
      } finally {
        client.close();
      }
    }

    it('answers 250 once the mail is stored, and leads it to its workspace', async () => {
      expect(await deliver(mail('smtp'), ['Support@Fernhill.example'])).toMatch(/^250/);
      expect(await stateOf('smtp@example.com')).toBeDefined();
      await waitFor(() => intakes('smtp').length === 1);
      expect(intakes('smtp')[0]).toMatchObject({
        workspaceId: support.workspaceId,
        envelope: {
          connectionId: support.id,
          connectorId: 'email',
          addressKind: 'email',
          items: [{ text: 'Where is my order?' }],
        },
      });
    });

    it('answers 250 to the same mail again, which changes nothing', async () => {
      expect(await deliver(mail('smtp'), ['support@fernhill.example'])).toMatch(/^250/);
      await deliver(mail('after'), ['support@fernhill.example']);
      await waitFor(() => intakes('after').length === 1);
      expect(intakes('smtp')).toHaveLength(1);
    });

    it('takes plus addresses, and one envelope for each of ours', async () => {
      await deliver(mail('both'), [
        'support+r-1@fernhill.example',
        'SALES@northwind.example',
        'support@fernhill.example',
      ]);
      await waitFor(() => intakes('both').length === 2);
      expect(
        intakes('both')
          .map(({ workspaceId }) => workspaceId)
          .sort(),
      ).toEqual([support.workspaceId, sales.workspaceId].sort());
    });

    it('refuses strangers for good, and relays nothing', async () => {
      await expect(deliver(mail('stranger'), ['anna@example.com'])).rejects.toMatchObject({ responseCode: 550 });
      await expect(deliver(mail('stranger'), ['nobody@fernhill.example'])).rejects.toMatchObject({ responseCode: 550 });
      expect(await stateOf('stranger@example.com')).toBeUndefined();
    });

    it('takes a bounce (the null sender) as mail of a program', async () => {
      await deliver(mail('bounce'), ['support@fernhill.example'], '');
      const [taken] = await waitFor(() => (intakes('bounce').length > 0 ? intakes('bounce') : null));
      expect(taken?.envelope?.items[0]).toMatchObject({ automated: 'null return path' });
    });

    it('asks the sender to come again when the mail cannot be stored', async () => {
      const doorway = kernel.moduleRef.get(Doorway);
      const broken = jest.spyOn(doorway, 'accept').mockRejectedValueOnce(new Error('the disk is full'));
      await expect(deliver(mail('later'), ['support@fernhill.example'])).rejects.toMatchObject({ responseCode: 451 });
      broken.mockRestore();
      expect(await deliver(mail('later'), ['support@fernhill.example'])).toMatch(/^250/);
      await waitFor(() => intakes('later').length === 1);
    });

    it('keeps the bytes exactly as they came, dots and 8-bit letters too', async () => {
      const raw = Buffer.concat([Buffer.from(mail('bytes', '.\r\n..dot')), Buffer.from([0xe4, 0xff, 0x0d, 0x0a])]);
      await deliver(raw, ['support@fernhill.example']);
      const [row] = await kernel.db
        .system()
        .query<{ raw: Buffer }>('select raw from inbound_envelope where external_id = $1', ['bytes@example.com']);
      expect(row?.raw.equals(raw)).toBe(true);
    });

    it('survives a client that hangs up in the middle', async () => {
      await new Promise<void>((resolve) => {
        const socket = connect(port(), '127.0.0.1', () => {
          socket.write(
            'EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<support@fernhill.example>\r\nDATA\r\nSubject: half',
          );
          socket.once('data', () => (socket.destroy(), resolve()));
        });
      });
      expect(await deliver(mail('whole'), ['support@fernhill.example'])).toMatch(/^250/);
    });

    it('takes it encrypted when asked to, and writes down how it came', async () => {
      await deliver(mail('sealed'), ['support@fernhill.example'], 'anna@example.com', { requireTLS: true });
      await deliver(mail('open'), ['support@fernhill.example'], 'anna@example.com', { ignoreTLS: true });
      const rows = await kernel.db
        .system()
        .query<{ meta: Record<string, unknown> }>(
          `select meta from inbound_envelope where external_id in ('sealed@example.com', 'open@example.com') order by external_id desc`,
        );
      const common = {
        via: 'smtp',
        client: '127.0.0.1',
        mailFrom: 'anna@example.com',
        rcptTo: ['support@fernhill.example'],
      };
      expect(rows[0]?.meta).toMatchObject({
        ...common,
        tls: expect.stringContaining('TLS_'),
        helo: expect.any(String),
      });
      expect(rows[1]?.meta).toMatchObject({ ...common, tls: null });
    });

    it('takes a bounce to the return path of one of our mails', async () => {
      expect(await deliver(mail('returned'), ['support+b-abc-defg@fernhill.example'], '')).toMatch(/^250/);
      await waitFor(() => intakes('returned').length === 1);
    });

    it('keeps the beginning of a mail beyond 40 MB, says so in it, and refuses one beyond 64 MB', async () => {
      const big = (id: string, size: number): Buffer =>
        Buffer.concat([Buffer.from(mail(id)), Buffer.alloc(size, `${'x'.repeat(76)}\r\n`)]);
      expect(await deliver(big('big', 60 * 1024 * 1024), ['support@fernhill.example'])).toMatch(/^250/);
      const [taken] = await waitFor(() => (intakes('big').length > 0 ? intakes('big') : null), { timeoutMs: 20_000 });
      expect(taken?.envelope?.meta).toMatchObject({ truncated: true, size: expect.any(Number) });
      expect(taken?.envelope?.items[0]).toMatchObject({ text: expect.stringContaining('Where is my order?') });
      expect(taken?.envelope?.items[0]).toMatchObject({ text: expect.stringContaining('too large') });
      await expect(deliver(big('huge', 65 * 1024 * 1024), ['support@fernhill.example'])).rejects.toMatchObject({
        responseCode: 552,
      });
    }, 60_000);

    it('lets no single address take all places', async () => {
      const sockets = Array.from({ length: 60 }, () => connect(port(), '127.0.0.1'));
      const greetings = await Promise.all(
        sockets.map(
          (socket) =>
            new Promise<string>((resolve) => {
              socket.once('data', (line) => resolve(line.toString().slice(0, 3)));
              socket.once('error', () => resolve('error'));
            }),
        ),
      );
      for (const socket of sockets) socket.destroy();
      expect(greetings.filter((it) => it === '220')).toHaveLength(50);
      expect(greetings.filter((it) => it === '421')).toHaveLength(10);
      await waitFor(async () =>
        (await deliver(mail('after the crowd'), ['support@fernhill.example'])).startsWith('250'),
      );
    });

    it('says in one sentence that the port is taken', async () => {
      await expect(
        testKernel({
          imports: [ConnectorsModule],
          entities: [ConnectionEntity, InboundEnvelopeEntity],
          config: { host: '127.0.0.1', smtpInPort: port() },
          databaseUrl: kernel.databaseUrl,
        }),
      ).rejects.toThrow(/^The SMTP port \d+ is taken by another program: set SMTP_IN_PORT to a free one\.$/);
    });
  });
});
