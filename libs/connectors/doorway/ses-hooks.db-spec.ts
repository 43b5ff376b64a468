import { type Ctx, HttpClient } from '@satchel/kernel';
import { makeWorkspace, testApp, type TestApp } from '@satchel/testing';
import request from 'supertest';
import { Sns, SUBSCRIBE, TOPIC } from '../channel/email/ses/sns.fixture';
import { ConnectionEntity } from '../connection/connection.entity';
import { ConnectionService } from '../connection/connection.service';
import { ConnectorsModule } from '../connectors.module';
import { MailLedgerEntity } from '../ledger/mail-ledger.entity';
import { InboundEnvelopeEntity } from './envelope.entity';

const MAIL = 'Message-ID: <by-ses@example.com>\r\nFrom: a@b.example\r\n\r\nHello\r\n';
const NOTE = {
  notificationType: 'Received',
  mail: { messageId: 'ses-1', source: 'a@b.example' },
  receipt: { recipients: ['support@fernhill.example'], action: { type: 'SNS', encoding: 'BASE64' } },
  content: Buffer.from(MAIL).toString('base64'),
};

describe('/hooks/:connectionId, with mail that Amazon SES posts', () => {
  let it_: TestApp;
  let ctx: Ctx;
  let sns: Sns;
  let id: string;

  beforeAll(async () => {
    sns = await Sns.start();
    it_ = await testApp({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity, MailLedgerEntity],
      config: { role: 'api', publicUrlGiven: 'https://desk.fernhill.example' },
    });
    jest.spyOn(it_.app.get(HttpClient), 'fetch').mockImplementation((url, init) => sns.fetch(String(url), init));
    ctx = (await makeWorkspace(it_.db)).ctx;
    const credentials = { smtpHost: '127.0.0.1', smtpPort: 25, parseProvider: 'ses', parseTopic: TOPIC };
    const typed = { connectorId: 'email', label: 'Support', address: 'support@fernhill.example', credentials };
    id = (await it_.app.get(ConnectionService).create(ctx, typed)).id;
  });
  afterAll(async () => {
    await it_.close();
    await sns.stop();
  });

  const post = (fields: object) =>
    request(it_.app.getHttpServer())
      .post(`/hooks/${id}`)
      .set('content-type', 'text/plain; charset=UTF-8')
      .send(JSON.stringify(fields));
  const Timestamp = new Date().toISOString();
  const stored = () =>
    ctx.query<{ external_id: string; raw: Buffer }>('select external_id, raw from inbound_envelope order by 1');

  it('confirms the topic once and stores nothing', async () => {
    await post(sns.subscription({ Timestamp })).expect(200);
    await post(sns.subscription({ Timestamp })).expect(200);
    expect(sns.asked.filter((url) => url === SUBSCRIBE)).toHaveLength(1);
    expect(await stored()).toEqual([]);
  });

  it('refuses a forged call, and one of another topic', async () => {
    await post({ ...sns.notification(NOTE, { Timestamp }), Message: '{}' }).expect(401);
    await post(sns.notification(NOTE, { Timestamp, TopicArn: `${TOPIC}2` })).expect(401);
    expect(await stored()).toEqual([]);
  });

  it('takes a mail once, however often it is told', async () => {
    await post(sns.notification(NOTE, { Timestamp })).expect(200);
    await post(sns.notification(NOTE, { Timestamp })).expect(200);
    const rows = await stored();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ external_id: 'by-ses@example.com', raw: Buffer.from(MAIL) });
  });
});
