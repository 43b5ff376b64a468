import fastifyMultipart from '@fastify/multipart';
import type { Ctx } from '@satchel/kernel';
import { makeWorkspace, type SandboxProcess, startSandboxProcess, testApp, type TestApp } from '@satchel/testing';
import request from 'supertest';
import { ConnectionEntity } from '../connection/connection.entity';
import { ConnectionService } from '../connection/connection.service';
import { ConnectorsModule } from '../connectors.module';
import { clubOperations } from '../custom/http/club.fixture';
import { InboundEnvelopeEntity } from '../doorway/envelope.entity';

const SECRET = 'sandbox-custom-token';
const EMAIL = 'anna.bergmann@example.com';

describe('/api/v1/connections/:id/operations', () => {
  let it_: TestApp;
  let club: SandboxProcess;
  let caller: Ctx;
  let stranger: Ctx;
  let who: Ctx;

  beforeAll(async () => {
    club = await startSandboxProcess();
    it_ = await testApp({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity],
      config: { role: 'api' },
      before: (app) => {
        void app.register(fastifyMultipart as never);
        app
          .getHttpAdapter()
          .getInstance()
          .addHook('onRequest', async (incoming: object) => void Object.assign(incoming, { ctx: who }));
      },
    });
    caller = (await makeWorkspace(it_.db)).ctx;
    stranger = (await makeWorkspace(it_.db)).ctx;
  });
  beforeEach(() => void (who = caller));
  afterAll(async () => {
    await it_.close();
    await club.stop();
  });

  const api = () => request(it_.app.getHttpServer());
  const connect = async (connectorId: string, baseUrl: string, credentials: Record<string, unknown>) => {
    const input = { connectorId, label: 'Club', baseUrl: club.url + baseUrl, credentials };
    return `/api/v1/connections/${(await it_.app.get(ConnectionService).create(caller, input)).id}`;
  };
  const overHttp = (more: Record<string, unknown> = {}) =>
    connect('custom_http', '/custom', {
      ...{ baseUrl: 'https://club.example', auth: 'bearer', secret: SECRET },
      ...{ headers: 'X-Shop: of-the-house', operations: clubOperations, ...more },
    });
  const overMcp = () =>
    connect('custom_mcp', '/mcp-tools/mcp', { url: 'https://club.example/mcp', auth: 'bearer', secret: SECRET });
  const credits = async () => (await club.control('effects')).effects.filter((one: any) => one.kind === 'store_credit');

  it('tells what was described, to be changed, and nothing of the credentials', async () => {
    const path = await overHttp();
    const { body, text } = await api().get(`${path}/operations`).expect(200);
    expect(body.data.map((one: any) => [one.name, one.effect, one.allowed])).toEqual([
      ['find_member', 'read', true],
      ['list_credits', 'read', true],
      ['grant_credit', 'write', true],
    ]);
    expect(body.data[2].definition).toEqual(clubOperations[2]);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('of-the-house');
    who = stranger;
    await api().get(`${path}/operations`).expect(404);
  });

  it('says of each operation that is stored what is wrong with it', async () => {
    const path = await overHttp();
    const operations = [{ ...clubOperations[0], path: '/members/{id}' }];
    const { body } = await api().patch(path).send({ credentials: { operations } }).expect(422);
    expect(body.errors).toEqual([
      { field: 'credentials.operations', message: 'operation find_member: path names {id}, which is no argument' },
    ]);
  });

  it('tries a read for real and shows what left, secrets covered, and what came back', async () => {
    const path = await overHttp();
    const { body, text } = await api()
      .post(`${path}/operations/find_member/try`)
      .send({ arguments: { email: EMAIL } })
      .expect(200);
    expect(body).toMatchObject({ status: 200, error: null, raw: { members: [{ email: EMAIL }] } });
    expect(body.fields[0]).toEqual({ label: 'Tier', value: expect.any(String) });
    expect(body.request).toMatchObject({ method: 'GET', body: null });
    expect(body.request.url).toMatch(/\/custom\/members\?email=anna.bergmann%40example.com$/);
    expect(body.request.headers).toMatchObject({ authorization: '•••', 'x-shop': '•••', accept: 'application/json' });
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('of-the-house');
  });

  it('covers a key that stands in the address', async () => {
    const path = await overHttp({ auth: 'query', keyName: 'api_key', secret: 'a&b key', headers: '' });
    const tried = await api()
      .post(`${path}/operations/find_member/try`)
      .send({ arguments: { email: EMAIL } });
    expect(tried.body).toMatchObject({ status: 401, error: expect.stringContaining('refused our credentials') });
    expect(tried.body.request.url).toMatch(/api_key=•••$/);
  });

  it('writes only when that is meant', async () => {
    const path = await overHttp();
    const found = await api()
      .post(`${path}/operations/find_member/try`)
      .send({ arguments: { email: EMAIL } });
    const input = { arguments: { member_id: found.body.raw.members[0].id, amount: 250 } };
    const refused = await api().post(`${path}/operations/grant_credit/try`).send(input).expect(409);
    expect(refused.body).toMatchObject({ code: 'needs_confirm' });
    expect(await credits()).toEqual([]);
    const done = await api()
      .post(`${path}/operations/grant_credit/try`)
      .send({ ...input, confirm: true })
      .expect(200);
    expect(done.body).toMatchObject({ status: 201, error: null, request: { method: 'POST' } });
    expect(await credits()).toEqual([expect.objectContaining({ amount: 250 })]);
  });

  it('names what cannot be tried', async () => {
    const path = await overHttp();
    const wrong = await api().post(`${path}/operations/find_member/try`).send({ arguments: {} }).expect(422);
    expect(wrong.body.detail).toBe('find_member: email is needed.');
    await api().post(`${path}/operations/nothing/try`).send({}).expect(404);
    await club.control('faults', { vendor: 'custom', mode: '500' });
    const down = await api()
      .post(`${path}/operations/find_member/try`)
      .send({ arguments: { email: EMAIL } });
    await club.control('faults', { vendor: 'custom', mode: 'none' });
    expect(down.body).toMatchObject({ status: 500, fields: [], raw: null, error: expect.stringContaining('trouble') });
  });

  it('does the same with the tools of an MCP server, of which a person ticks those that write', async () => {
    const path = await overMcp();
    const { body } = await api().get(`${path}/operations`).expect(200);
    expect(body.data.map((one: any) => [one.name, one.allowed])).toEqual([
      ['find_member', true],
      ['store_credit_balance', true],
      ['add_store_credit', false],
    ]);
    const args = { arguments: { email: EMAIL, amount: 100 }, confirm: true };
    await api().post(`${path}/operations/add_store_credit/try`).send(args).expect(404);
    const tools = [{ name: 'add_store_credit', effect: 'write', keyArgument: 'reference' }];
    await api().patch(path).send({ credentials: { tools } }).expect(200);
    const done = await api().post(`${path}/operations/add_store_credit/try`).send(args).expect(200);
    expect(done.body).toMatchObject({ status: 200, error: null });
    expect(done.body.request.body).toContain('"tools/call"');
    expect(done.text).not.toContain(SECRET);
  });

  it('reads an OpenAPI document, pasted or as a file, and stores nothing', async () => {
    const document = await (await fetch(`${club.url}/custom/openapi.json`)).text();
    const pasted = await api().post('/api/v1/connections/custom/openapi').send({ document }).expect(200);
    expect(pasted.body.operations.map((one: any) => one.name)).toEqual([
      'find_member',
      'list_credits',
      'grant_credit',
      'status',
    ]);
    const uploaded = await api()
      .post('/api/v1/connections/custom/openapi')
      .attach('file', Buffer.from(document), 'openapi.json')
      .expect(200);
    expect(uploaded.body).toEqual(pasted.body);
    const path = await overHttp({ operations: pasted.body.operations });
    const tried = await api()
      .post(`${path}/operations/find_member/try`)
      .send({ arguments: { email: EMAIL } });
    expect(tried.body.fields).toContainEqual({ label: 'Email', value: EMAIL });
    const large = await api()
      .post('/api/v1/connections/custom/openapi')
      .attach('file', Buffer.alloc(5 * 1024 * 1024 + 1, ' '), 'openapi.json')
      .expect(422);
    expect(large.body.detail).toBe('The document is larger than 5 MB.');
    await api().post('/api/v1/connections/custom/openapi').send({}).expect(422);
  });
});
