import { createHmac } from 'node:crypto';
import type { Ctx } from '@satchel/kernel';
import { makeWorkspace, testApp, type TestApp } from '@satchel/testing';
import request from 'supertest';
import { ConnectionEntity } from '../connection/connection.entity';
import { ConnectionService } from '../connection/connection.service';
import { ConnectorsModule } from '../connectors.module';
import { MailLedgerEntity } from '../ledger/mail-ledger.entity';
import { Doorway } from './doorway.service';
import { InboundEnvelopeEntity } from './envelope.entity';

describe('/hooks/:connectionId, with mail that any program posts', () => {
  let it_: TestApp;
  let ctx: Ctx;
  let id: string;
  let hookUrl: string;

  beforeAll(async () => {
    it_ = await testApp({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity, MailLedgerEntity],
      config: { role: 'api', publicUrlGiven: 'https://desk.fernhill.example' },
    });
    ctx = (await makeWorkspace(it_.db)).ctx;
    const made = await it_.app.get(ConnectionService).create(ctx, {
      connectorId: 'email',
      label: 'Support',
      address: 'support@fernhill.example',
      credentials: { smtpHost: '127.0.0.1', smtpPort: 25, parseProvider: 'generic', parseSecret: 'shared secret' },
    });
    id = made.id;
    hookUrl = made.hookUrl ?? '';
  });
  afterAll(() => it_.close());

  const raw = Buffer.from('Message-ID: <posted@example.com>\r\nFrom: a@b.example\r\n\r\nGr\xfc\xdfe\r\n', 'latin1');
  const post = (signature: string, body = raw, to = id) =>
    request(it_.app.getHttpServer())
      .post(`/hooks/${to}?to=support@fernhill.example`)
      .set('content-type', 'message/rfc822')
      .set('x-satchel-signature', signature)
      .send(body);
  const good = createHmac('sha256', 'shared secret').update(raw).digest('hex');
  const stored = () =>
    ctx.query<{ raw: Buffer; meta: Record<string, unknown> }>(
      `select raw, meta from inbound_envelope where external_id = 'posted@example.com'`,
    );

  it('is at the address that the settings show', () => {
    expect(hookUrl).toBe(`https://desk.fernhill.example/hooks/${id}`);
  });

  it('refuses who cannot sign, stores nothing and counts it', async () => {
    await post('0'.repeat(64)).expect(401);
    await post(good, Buffer.from('another mail')).expect(401);
    expect(await stored()).toEqual([]);
    expect((await it_.app.get(ConnectionService).get(ctx, id)).health.refusedHooks).toBe(2);
  });

  it('asks to come again when the mail cannot be stored', async () => {
    const broken = jest.spyOn(it_.app.get(Doorway), 'accept').mockRejectedValueOnce(new Error('the disk is full'));
    await post(good).expect(503);
    broken.mockRestore();
    expect(await stored()).toEqual([]);
  });

  it('says "received" once it is stored, byte for byte, and takes it once', async () => {
    await post(good).expect(200);
    await post(good).expect(200);
    const rows = await stored();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.raw.equals(raw)).toBe(true);
    expect(rows[0]?.meta).toMatchObject({ via: 'hook', rcptTo: ['support@fernhill.example'] });
  });

  it('is nowhere else', async () => {
    await post(good, raw, '00000000-0000-7000-8000-000000000000').expect(404);
    await post(good, raw, 'anything').expect(404);
    await it_.app.get(ConnectionService).update(ctx, id, { enabled: false });
    await post(good).expect(404);
  });
});
