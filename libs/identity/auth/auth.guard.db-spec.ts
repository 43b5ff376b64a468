import { type TestApp, makeWorkspace, testApp } from '@satchel/testing';
import request from 'supertest';
import { ApiKeyService } from '../api-keys/api-key.service';
import { identityEntities } from '../identity.entities';
import { IdentityModule } from '../identity.module';
import { PeopleService } from '../people/people.service';
import { SessionService } from '../sessions/session.service';

const PASSWORD = 'a long sentence';

describe('the guard', () => {
  let it_: TestApp;
  let shop: { id: string; key: string };
  let other: { id: string; key: string };
  const http = () => request(it_.app.getHttpServer());
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  const ctxOf = (workspaceId: string) =>
    it_.db.ctx(workspaceId, { kind: 'system', id: null, name: 'test', role: null });

  async function workspaceWithKey() {
    const { id } = await makeWorkspace(it_.db);
    const { key } = await it_.app.get(ApiKeyService).create(ctxOf(id), { name: 'Warehouse' });
    return { id, key };
  }

  async function cookieOf(role: 'agent' | 'lead' | 'admin' | 'owner') {
    const email = `${role}-${Math.random().toString(36).slice(2)}@fernhill.example`;
    await it_.app
      .get(PeopleService)
      .create(ctxOf(shop.id), { workspaceId: shop.id, email, name: role, password: PASSWORD, role });
    const result = await it_.app.get(SessionService).signIn(email, PASSWORD, null);
    return `satchel_session=${result.ok ? result.token : ''}`;
  }

  beforeAll(async () => {
    it_ = await testApp({ imports: [IdentityModule], entities: identityEntities });
    shop = await workspaceWithKey();
    other = await workspaceWithKey();
  });
  afterAll(() => it_.close());

  it.each([
    ['nothing', {}, 'unauthenticated'],
    ['an unknown session', { cookie: 'satchel_session=nonsense' }, 'session_ended'],
    ['an unknown key', bearer(`sk_${'x'.repeat(40)}`), 'unknown_api_key'],
    ['another scheme', { authorization: 'Basic YTpi' }, 'bad_authorization'],
  ])('stops a caller with %s and says what to do', async (_, headers, code) => {
    const answer = await http().get('/api/v1/me').set(headers).expect(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.body).toMatchObject({ status: 401, code, requestId: expect.any(String) });
  });

  it('takes a key to its own workspace and to no other', async () => {
    const mine = await http().get('/api/v1/me').set(bearer(shop.key)).expect(200);
    const theirs = await http().get('/api/v1/me').set(bearer(other.key)).expect(200);
    expect(mine.body).toMatchObject({ workspace: { id: shop.id }, person: { name: 'Warehouse', role: 'admin' } });
    expect(theirs.body.workspace.id).toBe(other.id);

    const keys = await http().get('/api/v1/api-keys').set(bearer(other.key)).expect(200);
    const people = await http().get('/api/v1/people').set(bearer(other.key)).expect(200);
    expect(keys.body.data).toHaveLength(1);
    expect(people.body.data).toHaveLength(1);
    await http()
      .delete(`/api/v1/api-keys/${await firstKeyId(shop.key)}`)
      .set(bearer(other.key))
      .expect(404);
    await http().get('/api/v1/me').set(bearer(shop.key)).expect(200);
  });

  it('asks for the role that a route needs', async () => {
    const agent = await cookieOf('agent');
    const { body } = await http().get('/api/v1/api-keys').set('cookie', agent).expect(403);
    expect(body).toMatchObject({ code: 'role_needed', detail: expect.stringContaining('needs the role admin') });
    await http()
      .get('/api/v1/api-keys')
      .set('cookie', await cookieOf('admin'))
      .expect(200);
    await http()
      .get('/api/v1/api-keys')
      .set('cookie', await cookieOf('owner'))
      .expect(200);
    await http().get('/api/v1/people').set('cookie', agent).expect(200);
  });

  it('lets nobody but an owner make an owner', async () => {
    const person = { name: 'New', email: 'new-owner@fernhill.example', password: PASSWORD, role: 'owner' };
    const from = { 'sec-fetch-site': 'same-origin' };
    await http()
      .post('/api/v1/people')
      .set({ cookie: await cookieOf('admin'), ...from })
      .send(person)
      .expect(403);
    await http()
      .post('/api/v1/people')
      .set({ cookie: await cookieOf('owner'), ...from })
      .send(person)
      .expect(201);
    const again = await http()
      .post('/api/v1/people')
      .set({ cookie: await cookieOf('owner'), ...from })
      .send(person)
      .expect(409);
    expect(again.body).toMatchObject({ code: 'email_taken', errors: [{ field: 'email' }] });
  });

  it('takes a write by cookie only from our own pages', async () => {
    const cookie = await cookieOf('admin');
    const rename = (headers: Record<string, string>) =>
      http()
        .patch('/api/v1/workspace')
        .set({ cookie, host: 'desk.example', ...headers })
        .send({ name: 'Renamed' });
    const { body } = await rename({}).expect(403);
    expect(body).toMatchObject({ code: 'cross_origin', detail: expect.stringContaining('API key') });
    await rename({ origin: 'https://evil.example' }).expect(403);
    await rename({ 'sec-fetch-site': 'cross-site' }).expect(403);
    await rename({ origin: 'http://desk.example' }).expect(200);
    await rename({ 'sec-fetch-site': 'same-origin' }).expect(200);
    await http().patch('/api/v1/workspace').set(bearer(shop.key)).send({ name: 'By key' }).expect(200);
    const { body: workspace } = await http().get('/api/v1/workspace').set('cookie', cookie).expect(200);
    expect(workspace.name).toBe('By key');
  });

  it('shows a key once, keeps its hash, and forgets a revoked one at once', async () => {
    const created = await http().post('/api/v1/api-keys').set(bearer(shop.key)).send({ name: 'Till' }).expect(201);
    const { key, id, prefix } = created.body as { key: string; id: string; prefix: string };
    expect(key).toMatch(/^sk_[0-9A-Za-z]{40}$/);
    expect(key.startsWith(prefix)).toBe(true);
    const { body } = await http().get('/api/v1/api-keys').set(bearer(shop.key)).expect(200);
    expect(JSON.stringify(body)).not.toContain(key);
    const stored = await it_.db.system().query<{ row: string }>('select api_key::text as row from api_key');
    expect(JSON.stringify(stored)).not.toContain(key);

    await http().get('/api/v1/me').set(bearer(key)).expect(200);
    await http().delete(`/api/v1/api-keys/${id}`).set(bearer(shop.key)).expect(204);
    await http().get('/api/v1/me').set(bearer(key)).expect(401);
    await http().delete(`/api/v1/api-keys/${id}`).set(bearer(shop.key)).expect(404);
  });

  it('notes when a key was used, to the minute', async () => {
    it_.clock.set('2030-01-01T00:00:00Z');
    const lastUsed = async () => {
      const { body } = await http().get('/api/v1/api-keys').set(bearer(other.key)).expect(200);
      return body.data[0].lastUsedAt as string;
    };
    expect(await lastUsed()).toBe('2030-01-01T00:00:00.000Z');
    it_.clock.advance(59_000);
    expect(await lastUsed()).toBe('2030-01-01T00:00:00.000Z');
    it_.clock.advance(1_000 + 5_000);
    expect(await lastUsed()).toBe('2030-01-01T00:01:05.000Z');
  });

  it('asks the database once in five seconds about a busy key', async () => {
    const { key } = await workspaceWithKey();
    const spy = jest.spyOn(it_.db, 'system');
    for (let n = 0; n < 5; n += 1) await http().get('/api/v1/people').set(bearer(key)).expect(200);
    expect(spy).toHaveBeenCalledTimes(1);
    spy.mockRestore();
  });

  async function firstKeyId(key: string): Promise<string> {
    const { body } = await http().get('/api/v1/api-keys').set(bearer(key)).expect(200);
    return body.data[0].id as string;
  }
});
