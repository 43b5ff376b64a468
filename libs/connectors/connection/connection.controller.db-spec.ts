import { makeWorkspace, testApp, type TestApp } from '@satchel/testing';
import type { Ctx } from '@satchel/kernel';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import request from 'supertest';
import { MailServer } from '../channel/email/mail-server.fixture';
import { ConnectorsModule } from '../connectors.module';
import { InboundEnvelopeEntity } from '../doorway/envelope.entity';
import { ConnectionEntity } from './connection.entity';

describe('/api/v1/connections', () => {
  let it_: TestApp;
  let server: MailServer;
  let caller: Ctx;

  beforeAll(async () => {
    server = await MailServer.start();
    it_ = await testApp({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity],
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
  });
  afterAll(async () => {
    await it_.close();
    await server.stop();
  });

  const api = () => request(it_.app.getHttpServer());
  const input = (address: string) => ({
    connectorId: 'email',
    label: 'Support mailbox',
    address,
    credentials: { smtpHost: '127.0.0.1', smtpPort: server.port, smtpUser: 'support', smtpPass: 'secret-pw' },
  });

  it('offers every connector with the form of its settings', async () => {
    const { body } = await api().get('/api/v1/connectors').expect(200);
    const offered = body.data.map(({ kind }: { kind: string }) => kind);
    expect(offered).toEqual(expect.arrayContaining(['channel', 'commerce', 'carrier']));
    const email = body.data.find(({ id }: { id: string }) => id === 'email');
    expect(email.fields).toContainEqual({
      name: 'smtpHost',
      label: 'SMTP host',
      type: 'text',
      required: true,
      help: null,
    });
    expect(email.fields).toContainEqual(expect.objectContaining({ name: 'smtpPass', type: 'secret' }));
  });

  it('makes, lists, tries, changes and removes a connection, and never tells a secret', async () => {
    const made = await api().post('/api/v1/connections').send(input('one@fernhill.example')).expect(201);
    const path = `/api/v1/connections/${made.body.id}`;
    expect(made.body).toEqual({
      id: expect.any(String),
      kind: 'channel',
      connectorId: 'email',
      label: 'Support mailbox',
      address: 'one@fernhill.example',
      enabled: true,
      health: {
        state: 'unknown',
        message: null,
        checkedAt: null,
        lastSuccessAt: null,
        lastError: null,
        refusedHooks: 0,
      },
      traits: expect.objectContaining({ addressKind: 'email', threads: 'ids' }),
      hookUrl: null,
      capabilities: null,
    });
    expect((await api().get('/api/v1/connections?kind=channel').expect(200)).body).toEqual({
      data: [made.body],
      nextCursor: null,
    });
    expect((await api().get('/api/v1/connections?kind=commerce').expect(200)).body.data).toEqual([]);
    expect((await api().post(`${path}/check`).expect(200)).body).toMatchObject({ state: 'ok' });
    const changed = await api().patch(path).send({ enabled: false, label: 'Old mailbox' }).expect(200);
    expect(changed.body).toMatchObject({ enabled: false, label: 'Old mailbox', health: { state: 'ok' } });
    for (const answer of [made, changed, await api().get(path)]) expect(answer.text).not.toContain('secret-pw');
    await api().delete(path).expect(204);
    await api().get(path).expect(404);
  });

  it('names what is wrong with a request', async () => {
    const missing = await api()
      .post('/api/v1/connections')
      .send({ ...input('two@fernhill.example'), credentials: {} })
      .expect(422);
    expect(missing.body).toMatchObject({ code: 'invalid_credentials' });
    expect(missing.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'credentials.smtpHost',
      'credentials.smtpPort',
    ]);
    await api()
      .post('/api/v1/connections')
      .send({ ...input('no address') })
      .expect(400);
    await api().get('/api/v1/connections/not-an-id').expect(400);
  });

  it('takes no base URL from a request: it would lead our credentials elsewhere', async () => {
    await api()
      .post('/api/v1/connections')
      .send({ ...input('three@fernhill.example'), baseUrl: 'http://127.0.0.1' })
      .expect(400);
  });

  it('is described whole in the OpenAPI document', () => {
    const document = SwaggerModule.createDocument(it_.app, new DocumentBuilder().build());
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/connectors',
        '/api/v1/connections',
        '/api/v1/connections/{id}',
        '/api/v1/connections/{id}/check',
      ]),
    );
    const { schemas = {} } = document.components ?? {};
    expect(schemas.CreateConnectionDto).toMatchObject({ required: ['connectorId', 'label', 'credentials'] });
    expect(schemas.ConnectionDto).toMatchObject({
      required: [
        'id',
        'kind',
        'connectorId',
        'label',
        'address',
        'enabled',
        'health',
        'traits',
        'hookUrl',
        'capabilities',
      ],
    });
  });
});
