import type { ConnectionBody } from '@satchel/contracts';
import { AppError, type Ctx } from '@satchel/kernel';
import {
  makePerson,
  makeWorkspace,
  type SandboxProcess,
  startSandboxProcess,
  testApp,
  type TestApp,
} from '@satchel/testing';
import request from 'supertest';
import { ConnectorsModule } from '../connectors.module';
import { InboundEnvelopeEntity } from '../doorway/envelope.entity';
import { ConnectionEntity } from './connection.entity';
import { ConnectionService } from './connection.service';
import { OAuthService } from './oauth.service';

const ADDRESS = 'support@fernhill.example';
const CLIENT = { oauthClientId: 'sandbox-id', oauthClientSecret: 'sandbox-secret' };
const COOKIE = 'satchel_session=the-session';
const NOWHERE = { outcome: null, connection: null };

describe('signing in at a vendor', () => {
  let it_: TestApp;
  let sandbox: SandboxProcess;
  let caller: Ctx | null;
  let maya: Ctx;

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    it_ = await testApp({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity],
      config: { role: 'api', publicUrlGiven: 'https://desk.fernhill.example' },
      before: (app) => {
        const http = app.getHttpAdapter().getInstance();
        http.addHook('onRequest', async (incoming: object) => void Object.assign(incoming, { ctx: caller }));
      },
    });
  });
  beforeEach(async () => {
    maya = (await makeWorkspace(it_.db, { role: 'admin' })).ctx;
    caller = maya;
    await sandbox.control('reset', {});
    await it_.db.system().query('delete from connection');
  });
  afterAll(async () => {
    await it_.close();
    await sandbox.stop();
  });

  const mailbox = () => ({
    connectorId: 'email',
    label: 'Support',
    address: ADDRESS,
    credentials: {
      ...CLIENT,
      ...{ smtpHost: '127.0.0.1', smtpPort: sandbox.smtpPort, smtpSecure: false },
      ...{ imapHost: '127.0.0.1', imapPort: sandbox.imapPort, imapSecure: false },
    },
  });
  /** As the controller does it, at the sandbox: a request cannot name a base URL. */
  const begin = (changes: object = {}, ctx = maya): Promise<string> =>
    it_.app
      .get(OAuthService)
      .begin(ctx, 'the-session', { ...mailbox(), provider: 'google', baseUrl: sandbox.url, ...changes });
  /** Opens the consent page and presses a button; the address that the browser is sent to. */
  async function consent(url: string, decision = 'allow'): Promise<URL> {
    const page = await fetch(url, { redirect: 'manual' });
    const asked = /name="request" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const body = new URLSearchParams({ request: asked, decision });
    const answer = asked
      ? await fetch(`${sandbox.url}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' })
      : page;
    return new URL(answer.headers.get('location') ?? '');
  }
  /** The browser comes back to us; how it ended, as the console's address says it. */
  async function come(back: URL, cookie = COOKIE) {
    const path = `${back.pathname}${back.search}`;
    const answer = await request(it_.app.getHttpServer()).get(path).set('cookie', cookie).expect(303);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { pathname, searchParams } = new URL(String(answer.headers.location), 'https://desk.fernhill.example');
    expect(pathname).toBe('/settings');
    return { outcome: searchParams.get('signIn'), connection: searchParams.get('connection') };
  }
  const list = (ctx = maya): Promise<ConnectionBody[]> => it_.app.get(ConnectionService).list(ctx);

  it('makes a connection that works, and says where it was signed in', async () => {
    const back = await consent(await begin());
    expect(back.origin + back.pathname).toBe('https://desk.fernhill.example/api/v1/connections/oauth/callback');
    const ended = await come(back);
    const [made] = await list();
    expect(ended).toEqual({ outcome: 'connected', connection: made?.id });
    expect(made).toMatchObject({
      address: ADDRESS,
      health: { state: 'ok' },
      signIn: { provider: 'google', label: 'Google' },
    });
    // The check has used up the first refresh token: the one that took its place must have been kept.
    expect(await it_.app.get(ConnectionService).check(maya, made?.id ?? '')).toMatchObject({ state: 'ok' });
  }, 30_000);

  it('takes a state once', async () => {
    const back = await consent(await begin());
    const [first, second] = await Promise.all([come(back), come(back)]);
    expect([first.outcome, second.outcome].sort()).toEqual(['connected', 'unknown_state']);
    expect((await come(back)).outcome).toBe('unknown_state');
    expect(await list()).toHaveLength(1);
  }, 30_000);

  it('takes no state of another session, person or workspace, and leaves it to whoever began it', async () => {
    const back = await consent(await begin());
    expect((await come(back, 'satchel_session=another')).outcome).toBe('other_session');
    expect((await come(back, '')).outcome).toBe('other_session');
    const tom = await makePerson(it_.db, maya.workspaceId, { role: 'admin' });
    caller = it_.db.ctx(maya.workspaceId, tom);
    expect((await come(back)).outcome).toBe('other_session');
    caller = (await makeWorkspace(it_.db, { role: 'admin' })).ctx;
    expect((await come(back)).outcome).toBe('unknown_state');
    expect(await list()).toEqual([]);
    caller = maya;
    expect((await come(back)).outcome).toBe('connected');
  }, 30_000);

  it('takes no state that was changed or is ten minutes old', async () => {
    const forged = await consent(await begin());
    forged.searchParams.set(
      'state',
      (forged.searchParams.get('state') ?? '').replace(/.$/, (it) => (it === '0' ? '1' : '0')),
    );
    expect((await come(forged)).outcome).toBe('unknown_state');
    const late = await consent(await begin());
    it_.clock.advance(10 * 60_000);
    expect((await come(late)).outcome).toBe('expired');
    expect(await list()).toEqual([]);
  });

  it('says that the person said no, and keeps nothing', async () => {
    expect(await come(await consent(await begin(), 'deny'))).toEqual({ ...NOWHERE, outcome: 'denied' });
    expect(await list()).toEqual([]);
  });

  it('keeps nothing when no lasting token was given', async () => {
    await sandbox.control('faults', { vendor: 'oauth', mode: 'no_refresh_token', times: 1 });
    expect(await come(await consent(await begin()))).toEqual({ ...NOWHERE, outcome: 'no_refresh_token' });
    expect(await list()).toEqual([]);
  });

  it('keeps nothing when another mailbox signed in', async () => {
    await sandbox.control('faults', { vendor: 'oauth', mode: 'wrong_account', times: 1 });
    expect(await come(await consent(await begin()))).toEqual({ ...NOWHERE, outcome: 'wrong_account' });
    expect(await list()).toEqual([]);
  }, 30_000);

  it('says which client is not known, and that the vendor does not answer', async () => {
    const wrong = { credentials: { ...mailbox().credentials, oauthClientSecret: 'mistyped' } };
    expect((await come(await consent(await begin(wrong)))).outcome).toBe('bad_client');
    const back = await consent(await begin());
    await sandbox.control('faults', { vendor: 'oauth', mode: 'down', times: 1 });
    expect((await come(back)).outcome).toBe('unavailable');
  });

  it('keeps a sign-in that is right while the mailbox is down, and says why it does not work', async () => {
    await sandbox.control('faults', { vendor: 'mail', mode: 'down', times: 1 });
    const { outcome, connection } = await come(await consent(await begin()));
    expect(outcome).toBe('not_working');
    expect(await list()).toMatchObject([{ id: connection, health: { state: 'failing', message: expect.any(String) } }]);
    expect(await it_.app.get(ConnectionService).check(maya, connection ?? '')).toMatchObject({ state: 'ok' });
  }, 30_000);

  it('notices what happened here meanwhile', async () => {
    const connections = it_.app.get(ConnectionService);
    const taken = await consent(await begin());
    const credentials = { smtpHost: '127.0.0.1', smtpPort: 25 };
    const { id } = await connections.create(maya, { ...mailbox(), baseUrl: sandbox.url, credentials });
    expect((await come(taken)).outcome).toBe('address_taken');
    const again = { connectionId: id, provider: 'google', credentials: CLIENT };
    const gone = await consent(await it_.app.get(OAuthService).begin(maya, 'the-session', again));
    await connections.remove(maya, id);
    expect(await come(gone)).toEqual({ ...NOWHERE, outcome: 'gone' });
    expect(await list()).toEqual([]);
  }, 30_000);

  it('mends a connection whose token died, without asking for anything again', async () => {
    const { connection } = await come(await consent(await begin()));
    const id = connection ?? '';
    await sandbox.control('oauth/withdraw', {});
    // What was read before it died is not asked for again until it is tried anew.
    await it_.app.get(ConnectionService).update(maya, id, { label: 'Support' });
    expect(await it_.app.get(ConnectionService).check(maya, id)).toMatchObject({
      state: 'failing',
      message: expect.stringContaining('sign in again'),
    });
    const url = await it_.app.get(OAuthService).begin(maya, 'the-session', { connectionId: id });
    expect(new URL(url).origin).toBe(sandbox.url);
    expect(await come(await consent(url))).toEqual({ outcome: 'connected', connection: id });
    expect(await list()).toMatchObject([{ id, health: { state: 'ok' }, address: ADDRESS }]);
  }, 30_000);

  it('leads a mailbox with a password over to a sign-in', async () => {
    const { id } = await it_.app.get(ConnectionService).create(maya, {
      ...mailbox(),
      baseUrl: sandbox.url,
      credentials: {
        ...mailbox().credentials,
        ...{ imapUser: 'an old name', imapPass: 'wrong', smtpUser: 'an old name', smtpPass: 'wrong' },
      },
    });
    const url = await it_.app.get(OAuthService).begin(maya, 'the-session', { connectionId: id, provider: 'microsoft' });
    expect(await come(await consent(url))).toEqual({ outcome: 'connected', connection: id });
    expect(await list()).toMatchObject([{ id, signIn: { provider: 'microsoft' } }]);
  }, 30_000);

  describe('the way there', () => {
    const api = (body: object, cookie = COOKIE) =>
      request(it_.app.getHttpServer()).post('/api/v1/connections/oauth').set('cookie', cookie).send(body);
    const wanted = {
      connectorId: 'email',
      provider: 'google',
      label: 'Support',
      address: ADDRESS,
      credentials: CLIENT,
    };

    it('needs no more than the client, and shows no secret', async () => {
      const { body } = await api(wanted).expect(200);
      const url = new URL(body.url);
      expect(url.origin).toBe('https://accounts.google.com');
      expect(url.searchParams.get('redirect_uri')).toBe(
        'https://desk.fernhill.example/api/v1/connections/oauth/callback',
      );
      expect(url.searchParams.get('code_challenge_method')).toBe('S256');
      expect(body.url).not.toContain('sandbox-secret');
      const rows = await maya.query<{ secret: Buffer }>('select * from oauth_flow where workspace_id = $1', [
        maya.workspaceId,
      ]);
      expect(rows).toHaveLength(1);
      for (const known of ['sandbox-secret', 'the-session', ADDRESS])
        expect(rows.map((row) => Object.values(row).join(' ') + row.secret.toString('latin1')).join()).not.toContain(
          known,
        );
    });

    it('is refused before anybody leaves when the settings cannot be used', async () => {
      const refusal = (await api({ ...wanted, credentials: {} }).expect(422)).body;
      expect(refusal.errors.map(({ field }: { field: string }) => field)).toEqual([
        'credentials.oauthClientId',
        'credentials.oauthClientSecret',
      ]);
      expect((await api({ ...wanted, provider: 'yahoo' }).expect(422)).body.code).toBe('unknown_provider');
      expect((await api({ ...wanted, connectorId: 'ups' }).expect(422)).body.code).toBe('no_sign_in');
      expect((await api({ ...wanted, label: undefined }).expect(422)).body.code).toBe('invalid_credentials');
      await it_.app
        .get(ConnectionService)
        .create(maya, { ...mailbox(), credentials: { smtpHost: '127.0.0.1', smtpPort: 25 } });
      expect((await api(wanted).expect(409)).body.code).toBe('address_taken');
    });

    it('is for people in a browser, at the address that the vendor sends them back to', async () => {
      expect((await api(wanted, '').expect(403)).body.code).toBe('needs_session');
      caller = it_.db.ctx(maya.workspaceId, { kind: 'api', id: null, name: 'key', role: 'admin' });
      expect((await api(wanted).expect(403)).body.code).toBe('needs_session');
      caller = maya;
      const elsewhere = await api(wanted).set('origin', 'http://127.0.0.1:3000').expect(409);
      expect(elsewhere.body).toMatchObject({ code: 'other_host', detail: expect.stringContaining('desk.fernhill') });
      await expect(
        it_.app.get(OAuthService).begin((await makeWorkspace(it_.db)).ctx, 's', {
          connectionId: '01980000-0000-7000-8000-000000000001',
        }),
      ).rejects.toThrow(AppError);
    });

    it('keeps no more sign-ins than one person has windows for', async () => {
      for (let i = 0; i < 12; i++) await api(wanted).expect(200);
      expect(await maya.query('select id from oauth_flow where workspace_id = $1', [maya.workspaceId])).toHaveLength(
        10,
      );
      it_.clock.advance(10 * 60_000 + 1);
      await api(wanted).expect(200);
      expect(await maya.query('select id from oauth_flow where workspace_id = $1', [maya.workspaceId])).toHaveLength(1);
    });
  });
});
