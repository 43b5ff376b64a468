import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeWorkspace, testApp, type TestApp } from '@satchel/testing';
import type { Ctx } from '@satchel/kernel';
import request from 'supertest';
import { ConnectorsModule } from '../connectors.module';
import { InboundEnvelopeEntity } from '../doorway/envelope.entity';
import { ConnectionEntity } from './connection.entity';
import { ConnectionService } from './connection.service';

describe('/api/v1/connections/:id/setup', () => {
  const zone = new Map<string, string[][]>();
  let it_: TestApp;
  let names: Server;
  let caller: Ctx;

  beforeAll(async () => {
    names = createServer((asked, answer) => {
      const { searchParams } = new URL(asked.url ?? '/', 'http://localhost');
      const records = zone.get(searchParams.get('name') ?? '');
      answer.writeHead(records ? 200 : 404, { 'content-type': 'application/json' });
      answer.end(JSON.stringify(records ? { records } : { code: 'ENOTFOUND' }));
    });
    await new Promise<void>((resolve) => names.listen(0, '127.0.0.1', resolve));
    it_ = await testApp({
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
    caller = (await makeWorkspace(it_.db)).ctx;
  });
  afterAll(async () => {
    await it_.close();
    names.close();
  });
  afterEach(() => zone.clear());

  const api = () => request(it_.app.getHttpServer());
  const connect = async (connectorId: string, credentials: object, address?: string) => {
    const baseUrl = `http://127.0.0.1:${(names.address() as AddressInfo).port}`;
    const input = { connectorId, label: 'One', address, baseUrl, credentials: { ...credentials } };
    return `/api/v1/connections/${(await it_.app.get(ConnectionService).create(caller, input)).id}`;
  };
  const mailbox = () => connect('email', { smtpHost: 'mx.fernhill.example', smtpPort: 25 }, 'help@fernhill.example');
  const states = async (path: string) =>
    (await api().get(`${path}/setup`).expect(200)).body.checks.map((one: any) => [one.label, one.state]);

  it('makes a key, tells its record, and sees the record once it stands', async () => {
    zone.set('fernhill.example', [['v=spf1 a:mx.fernhill.example ~all']]);
    const path = await mailbox();
    expect(await states(path)).toEqual([
      ['SPF', 'ok'],
      ['DKIM', 'unknown'],
      ['DMARC', 'missing'],
    ]);
    const made = await api().post(`${path}/dkim`).expect(201);
    expect(made.body).toMatchObject({ type: 'TXT', name: expect.stringMatching(/\._domainkey\.fernhill\.example$/) });
    expect(made.text).not.toContain('PRIVATE');
    expect(await states(path)).toContainEqual(['DKIM', 'missing']);
    zone.set(made.body.name, [[made.body.value]]);
    expect(await states(path)).toContainEqual(['DKIM', 'ok']);
    const again = await api().post(`${path}/dkim`).expect(201);
    expect(again.body.name).not.toBe(made.body.name);
    await it_.app.get(ConnectionService).remove(caller, path.split('/').at(-1) ?? '');
  });

  it('asks for nothing where nothing has to stand, and signs nothing there', async () => {
    const path = await connect('chat', {});
    expect((await api().get(`${path}/setup`).expect(200)).body).toEqual({ checks: [] });
    expect((await api().post(`${path}/dkim`).expect(409)).body).toMatchObject({ code: 'no_signing_key' });
  });

  it('knows no connection of another workspace', async () => {
    const path = await connect('chat', {});
    const mine = caller;
    caller = (await makeWorkspace(it_.db)).ctx;
    await api().get(`${path}/setup`).expect(404);
    await api().post(`${path}/dkim`).expect(404);
    caller = mine;
  });
});
