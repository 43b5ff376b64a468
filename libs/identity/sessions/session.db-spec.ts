import { type TestApp, makeWorkspace, testApp } from '@satchel/testing';
import request from 'supertest';
import { SocketAuth } from '../auth/socket-auth';
import { identityEntities } from '../identity.entities';
import { IdentityModule } from '../identity.module';
import { PeopleService } from '../people/people.service';
import { SessionService } from './session.service';

const PASSWORD = 'a long sentence';
const DAY_MS = 24 * 60 * 60_000;

describe('signing in', () => {
  let it_: TestApp;
  let workspaceId: string;
  const http = () => request(it_.app.getHttpServer());
  const signIn = (email: string, password = PASSWORD, cookie = '') =>
    http().post('/api/v1/sessions').set('cookie', cookie).send({ email, password });
  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    String((answer.headers['set-cookie'] as string[])[0]).split(';')[0] ?? '';
  const me = (cookie: string) => http().get('/api/v1/me').set('cookie', cookie);
  const personWith = async (email: string) => {
    const ctx = it_.db.ctx(workspaceId, { kind: 'system', id: null, name: 'test', role: null });
    return it_.app
      .get(PeopleService)
      .create(ctx, { workspaceId, email, name: 'Maya', password: PASSWORD, role: 'agent' });
  };

  beforeAll(async () => {
    it_ = await testApp({ imports: [IdentityModule], entities: identityEntities });
    workspaceId = (await makeWorkspace(it_.db)).id;
    await personWith('maya@fernhill.example');
  });
  afterAll(() => it_.close());

  it('opens the door, whatever the letters of the address look like', async () => {
    const answer = await signIn(' Maya@Fernhill.EXAMPLE'.trim()).expect(200);
    expect(answer.body).toMatchObject({
      person: { email: 'maya@fernhill.example', role: 'agent' },
      workspace: { id: workspaceId },
    });
    await me(cookieOf(answer)).expect(200, answer.body);
  });

  it('says the same to a wrong password and to a stranger', async () => {
    const wrong = await signIn('maya@fernhill.example', 'not this one').expect(401);
    const stranger = await signIn('nobody@fernhill.example', 'not this one').expect(401);
    expect(wrong.body).toMatchObject({ code: 'wrong_credentials', detail: stranger.body.detail });
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('keeps no token that a stolen database would give away', async () => {
    const token = cookieOf(await signIn('maya@fernhill.example')).split('=')[1] ?? '';
    const rows = await it_.db.system().query<{ row: string }>('select session::text as row from session');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('ends the session that the browser still held', async () => {
    const before = cookieOf(await signIn('maya@fernhill.example'));
    const after = cookieOf(await signIn('maya@fernhill.example', PASSWORD, before));
    expect(after).not.toBe(before);
    await me(before).expect(401);
    await me(after).expect(200);
  });

  it('lasts until the sign-out, which works at once', async () => {
    const cookie = cookieOf(await signIn('maya@fernhill.example'));
    await me(cookie).expect(200);
    const answer = await http().delete('/api/v1/sessions/current').set('cookie', cookie).expect(204);
    expect(String(answer.headers['set-cookie'])).toContain('Max-Age=0');
    const { body } = await me(cookie).expect(401);
    expect(body).toMatchObject({ code: 'session_ended', detail: expect.stringContaining('Sign in again') });
  });

  it('lasts 30 days', async () => {
    const cookie = cookieOf(await signIn('maya@fernhill.example'));
    it_.clock.advance(30 * DAY_MS - 60_000);
    await me(cookie).expect(200);
    it_.clock.advance(61_000);
    await me(cookie).expect(401);
  });

  it('is refused after ten wrong passwords, with the time to wait', async () => {
    await personWith('tom@fernhill.example');
    for (let n = 0; n < 10; n += 1) await signIn('tom@fernhill.example', 'guess').expect(401);
    const { body, headers } = await signIn('tom@fernhill.example').expect(429);
    expect(body).toMatchObject({ code: 'too_many_tries', detail: expect.stringContaining('Try again in') });
    const wait = Number(headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    await signIn('maya@fernhill.example').expect(200);
    it_.clock.advance(wait * 1000);
    await signIn('tom@fernhill.example').expect(200);
  });

  it('ends for a person who left the workspace', async () => {
    const { id } = await personWith('leaver@fernhill.example');
    const cookie = cookieOf(await signIn('leaver@fernhill.example'));
    await it_.db.system().query('delete from membership where person_id = $1', [id]);
    it_.clock.advance(5_001);
    await me(cookie).expect(401);
    await signIn('leaver@fernhill.example').expect(401);
  });

  it('is asked of a socket too, and not from another site', async () => {
    const sockets = it_.app.get(SocketAuth);
    const result = await it_.app.get(SessionService).signIn('maya@fernhill.example', PASSWORD, null);
    const cookie = `satchel_session=${result.ok ? result.token : ''}`;
    const ctx = await sockets.authenticateSocket({ cookie, host: 'desk.example', origin: 'http://desk.example' });
    expect(ctx).toMatchObject({ workspaceId, actor: { kind: 'person', name: 'Maya' } });
    await expect(
      sockets.authenticateSocket({ cookie, host: 'desk.example', origin: 'http://evil.example' }),
    ).resolves.toBeNull();
    await expect(sockets.authenticateSocket({ cookie: 'satchel_session=nonsense' })).resolves.toBeNull();
    await expect(sockets.authenticateSocket({})).resolves.toBeNull();
  });
});
