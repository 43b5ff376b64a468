import { makeWorkspace, type SandboxProcess, startSandboxProcess, testApp, type TestApp } from '@satchel/testing';
import type { Ctx } from '@satchel/kernel';
import request from 'supertest';
import { ConnectorsModule } from '../connectors.module';
import { InboundEnvelopeEntity } from '../doorway/envelope.entity';
import { ConnectionEntity } from './connection.entity';
import { ConnectionService } from './connection.service';

describe('/api/v1/connections/:id/theme', () => {
  let house: TestApp;
  let sandbox: SandboxProcess;
  let caller: Ctx;
  let shop: string;
  let chat: string;

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    house = await testApp({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity],
      config: { role: 'api' },
      before: (app) => {
        app
          .getHttpAdapter()
          .getInstance()
          .addHook('onRequest', async (incoming: object) => void Object.assign(incoming, { ctx: caller }));
      },
    });
    caller = (await makeWorkspace(house.db)).ctx;
    shop = await connect('lightspeed', {
      baseUrl: `${sandbox.url}/lightspeed`,
      credentials: { apiKey: 'sandbox-key', apiSecret: 'sandbox-secret', cluster: 'eu1', language: 'nl' },
    });
    chat = await connect('chat', { credentials: {} });
  });
  afterAll(async () => {
    await house?.close();
    await sandbox?.stop();
  });

  const connect = async (connectorId: string, more: { baseUrl?: string; credentials: Record<string, unknown> }) =>
    (await house.app.get(ConnectionService).create(caller, { connectorId, label: connectorId, ...more })).id;
  const api = () => request(house.app.getHttpServer());
  const theme = (id = shop) => `/api/v1/connections/${id}/theme`;
  const scripts = async (): Promise<string> => {
    const basic = Buffer.from('sandbox-key:sandbox-secret').toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    return (await fetch(`${sandbox.url}/lightspeed/nl/shop/scripts.json`, { headers })).text();
  };

  it('puts the chat into the shop once, tells that it is there, and takes it away', async () => {
    expect((await api().get(theme()).expect(200)).body).toEqual({ installed: false });
    for (let time = 0; time < 2; time += 1) {
      const { body } = await api().put(theme()).send({ chatConnectionId: chat }).expect(200);
      expect(body).toEqual({ installed: true });
    }
    expect((await scripts()).split(`dataset.key = \\"${chat}\\"`)).toHaveLength(2);
    expect((await api().delete(theme()).expect(200)).body).toEqual({ installed: false });
    expect(await scripts()).not.toContain(chat);
  });

  it('says what is wrong, and changes nothing', async () => {
    expect((await api().put(theme()).send({ chatConnectionId: shop }).expect(409)).body.code).toBe('not_a_chat');
    expect((await api().get(theme(chat)).expect(422)).body.detail).toMatch(/commerce/);
    const other = await connect('shopify', {
      credentials: { shopDomain: 'other.myshopify.com', accessToken: 'shpat_x' },
    });
    expect((await api().get(theme(other)).expect(409)).body.code).toBe('no_theme');
    await sandbox.control('faults', { vendor: 'lightspeed', mode: 'down' });
    const { body } = await api().put(theme()).send({ chatConnectionId: chat }).expect(502);
    expect(body).toMatchObject({ code: 'shop_refused', detail: expect.stringContaining('Lightspeed') });
    await sandbox.control('faults', { vendor: 'lightspeed', mode: 'none' });
    expect(await scripts()).not.toContain(chat);
  });
});
