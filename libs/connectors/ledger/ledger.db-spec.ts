import type { EnvelopeBody, Page } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { makeWorkspace, testApp, type TestApp } from '@satchel/testing';
import request from 'supertest';
import { ConnectionEntity } from '../connection/connection.entity';
import { ConnectionService } from '../connection/connection.service';
import { ConnectorsModule } from '../connectors.module';
import { Doorway } from '../doorway/doorway.service';
import { InboundEnvelopeEntity } from '../doorway/envelope.entity';
import { EnvelopeService } from '../doorway/envelope.service';
import { MailLedgerEntity } from './mail-ledger.entity';

describe('/api/v1/envelopes', () => {
  let it_: TestApp;
  let caller: Ctx;
  let connection: { id: string; workspaceId: string };

  beforeAll(async () => {
    it_ = await testApp({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity, MailLedgerEntity],
      config: { role: 'api' },
      // The guard's part: it says who asks.
      before: (app) => {
        app
          .getHttpAdapter()
          .getInstance()
          .addHook('onRequest', async (incoming: object) => void Object.assign(incoming, { ctx: caller }));
      },
    });
    caller = (await makeWorkspace(it_.db)).ctx;
    const { id } = await it_.app.get(ConnectionService).create(caller, {
      connectorId: 'email',
      label: 'Support',
      address: 'support@fernhill.example',
      credentials: { smtpHost: '127.0.0.1', smtpPort: 25 },
    });
    connection = { id, workspaceId: caller.workspaceId };
  });
  afterAll(() => it_.close());

  const api = () => request(it_.app.getHttpServer());
  const mail = (id: string, from: string): Buffer =>
    Buffer.from(
      `Message-ID: <${id}@example.com>\r\nFrom: ${from}\r\nSubject: About ${id}\r\n\r\n<script>x</script>\r\n`,
    );
  async function arrive(id: string, from = 'Anna <anna@example.com>'): Promise<string> {
    const externalId = `${id}@example.com`;
    it_.clock.advance(1000);
    await it_.app.get(Doorway).accept(it_.db.system(), connection, { externalId, raw: mail(id, from), meta: {} });
    const sql = 'select id from inbound_envelope where external_id = $1';
    return (await caller.query<{ id: string }>(sql, [externalId]))[0]?.id ?? '';
  }
  const list = async (query = ''): Promise<Page<EnvelopeBody>> =>
    (await api().get(`/api/v1/envelopes${query}`).expect(200)).body as Page<EnvelopeBody>;

  it('lists what came in, newest first, with sender and subject once it was read, page by page', async () => {
    const first = await arrive('one');
    const second = await arrive('two', 'Zoë <zoe@example.com>');
    await it_.app.get(EnvelopeService).take(caller, second);
    await it_.app.get(EnvelopeService).settle(caller, second, 'ignored');
    const whole = await list();
    expect(whole.data.map(({ id, from, subject, state }) => ({ id, from, subject, state }))).toEqual([
      { id: second, from: 'zoe@example.com', subject: 'About two', state: 'ignored' },
      { id: first, from: null, subject: null, state: 'stored' },
    ]);
    expect(whole.data[0]?.bytes).toBe(mail('two', 'Zoë <zoe@example.com>').length);
    const page = await list('?limit=1');
    const next = await list(`?limit=1&cursor=${page.nextCursor}`);
    expect([page, next].map(({ data }) => data[0]?.id)).toEqual([second, first]);
    expect(next.nextCursor).toBeNull();
    await api().get('/api/v1/envelopes?cursor=nonsense').expect(400);
  });

  it('finds by state, connection and words, taken literally', async () => {
    const id = await arrive('100%_sure');
    expect((await list('?q=100%25_')).data.map((row) => row.id)).toEqual([id]);
    expect((await list('?q=1_0')).data).toEqual([]);
    expect((await list('?q=ZOE')).data).toHaveLength(1);
    expect((await list('?state=quarantined')).data).toEqual([]);
    expect((await list(`?connection=${connection.id}`)).data.length).toBeGreaterThan(2);
    expect((await list('?connection=00000000-0000-7000-8000-000000000000')).data).toEqual([]);
  });

  it('gives the bytes back as a file that no browser opens', async () => {
    const id = await arrive('raw');
    const answer = await api()
      .get(`/api/v1/envelopes/${id}/raw`)
      .buffer(true)
      .parse(bytes as never)
      .expect(200);
    expect((answer.body as Buffer).equals(mail('raw', 'Anna <anna@example.com>'))).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${id}.eml"`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('has what was put aside read again, and nothing else', async () => {
    const id = await arrive('again');
    await api().post(`/api/v1/envelopes/${id}/retry`).expect(409);
    await it_.app.get(EnvelopeService).settle(caller, id, 'quarantined', { reason: 'it was odd' });
    expect((await list('?state=quarantined')).data).toMatchObject([{ id, reason: 'it was odd' }]);
    await api().post(`/api/v1/envelopes/${id}/retry`).expect(202);
    expect((await list('?q=again')).data).toMatchObject([{ id, state: 'stored', reason: null }]);
    expect((await it_.app.get(EnvelopeService).take(caller, id))?.items).toHaveLength(1);
  });

  it('shows nothing of another workspace', async () => {
    const id = await arrive('private');
    const own = caller;
    caller = (await makeWorkspace(it_.db)).ctx;
    expect((await list()).data).toEqual([]);
    await api().get(`/api/v1/envelopes/${id}/raw`).expect(404);
    await api().post(`/api/v1/envelopes/${id}/retry`).expect(404);
    await api().post(`/api/v1/connections/${connection.id}/reconcile`).send({}).expect(404);
    await api().get(`/api/v1/connections/${connection.id}/reconcile`).expect(404);
    caller = own;
  });

  it('says that a connection without a mailbox has nothing to compare', async () => {
    const { body } = await api().post(`/api/v1/connections/${connection.id}/reconcile`).send({ days: 7 }).expect(409);
    expect(body).toMatchObject({ code: 'no_inventory' });
    await api().post(`/api/v1/connections/${connection.id}/backfill`).send({ days: 30 }).expect(409);
    await api().post(`/api/v1/connections/${connection.id}/backfill`).send({ days: 9999 }).expect(400);
  });
});

function bytes(stream: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
