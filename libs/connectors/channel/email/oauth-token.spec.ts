import type { ConnectorDeps } from '../../port';
import { OAuthToken } from './oauth-token';

interface Call {
  url: string;
  form: URLSearchParams;
}

/** A token endpoint that answers what the test says. */
function endpoint(answers: (() => Response)[], now: () => Date = () => new Date()) {
  const calls: Call[] = [];
  const kept: Record<string, unknown>[] = [];
  const deps: ConnectorDeps = {
    fetch: async (url, init) => {
      calls.push({ url, form: new URLSearchParams(init?.body as string) });
      const answer = answers[Math.min(calls.length, answers.length) - 1];
      if (!answer) throw new Error('no answer left');
      return answer();
    },
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
    now,
    sign: () => '',
    baseUrl: null,
    address: 'support@fernhill.example',
    hookUrl: '',
    keep: async (changes) => void kept.push(changes),
  };
  return { deps, calls, kept };
}

const issued =
  (token: string, more: object = {}) =>
  (): Response =>
    Response.json({ access_token: token, expires_in: 3600, token_type: 'Bearer', ...more });
const refused = (error: string) => (): Response =>
  Response.json({ error, error_description: 'Token has been expired or revoked.' }, { status: 400 });
const settings = {
  provider: 'google' as const,
  clientId: 'id',
  clientSecret: 'the-secret',
  refreshToken: 'refresh-1',
  tenant: 'common',
};

describe('the token of a mailbox', () => {
  it('is asked for once by many, and again at 80 % of its life', async () => {
    let now = new Date('2026-11-20T10:00:00Z');
    const { deps, calls } = endpoint([issued('one'), issued('two')], () => now);
    const token = new OAuthToken(settings, deps);
    expect(await Promise.all([token.get(), token.get(), token.accessToken()])).toEqual(['one', 'one', 'one']);
    now = new Date('2026-11-20T10:47:59Z');
    expect(await token.get()).toBe('one');
    now = new Date('2026-11-20T10:48:00Z');
    expect(await token.get()).toBe('two');
    expect(calls).toHaveLength(2);
    expect(calls[0]?.url).toBe('https://oauth2.googleapis.com/token');
    expect(Object.fromEntries(calls[0]?.form ?? [])).toEqual({
      grant_type: 'refresh_token',
      client_id: 'id',
      client_secret: 'the-secret',
      refresh_token: 'refresh-1',
    });
  });

  it('is another one when the server refused the first', async () => {
    const { deps } = endpoint([issued('one'), issued('two')]);
    const token = new OAuthToken(settings, deps);
    expect(await token.accessToken()).toBe('one');
    expect(await token.accessToken(true)).toBe('two');
    token.refused('one');
    expect(await token.get()).toBe('two');
  });

  it("keeps a rotated refresh token, uses it from then on, and asks Microsoft at the tenant's address", async () => {
    const { deps, calls, kept } = endpoint([
      issued('one', { refresh_token: 'refresh-2', refresh_token_expires_in: 86_400 }),
      issued('two'),
    ]);
    const token = new OAuthToken({ ...settings, provider: 'microsoft', tenant: 'fernhill.example' }, deps);
    expect(token.expiresAt()).toBeNull();
    await token.accessToken();
    await token.accessToken(true);
    expect(kept).toEqual([{ oauthRefreshToken: 'refresh-2' }]);
    expect(calls.map(({ form }) => form.get('refresh_token'))).toEqual(['refresh-1', 'refresh-2']);
    expect(calls[0]?.url).toBe('https://login.microsoftonline.com/fernhill.example/oauth2/v2.0/token');
    expect(calls[0]?.form.get('scope')).toContain('https://outlook.office.com/IMAP.AccessAsUser.All');
    expect(token.expiresAt()?.getTime()).toBeGreaterThan(Date.now() + 80_000_000);
  });

  it('says which field to mend when the grant or the client is refused, and never the secret', async () => {
    for (const [code, field] of [
      ['invalid_grant', 'oauthRefreshToken'],
      ['invalid_client', 'oauthClientSecret'],
    ] as const) {
      const error: unknown = await new OAuthToken(settings, endpoint([refused(code)]).deps).get().catch((it) => it);
      expect(error).toMatchObject({ code: 'auth', vendorCode: code, message: expect.stringContaining(field) });
      expect(String(error)).not.toMatch(/the-secret|refresh-1/);
    }
  });

  it('is a refused sign-in after three failures in a row, and well again with the next success', async () => {
    const down = (): Response => new Response('gateway', { status: 503 });
    const { deps } = endpoint([down, down, down, issued('back')]);
    const token = new OAuthToken(settings, deps);
    const codes: unknown[] = [];
    for (let i = 0; i < 3; i++) await token.get().catch((error: { code: string }) => codes.push(error.code));
    expect(codes).toEqual(['unavailable', 'unavailable', 'auth']);
    expect(await token.get()).toBe('back');
  });

  it('asks the base URL when one is set', async () => {
    const { deps, calls } = endpoint([issued('one')]);
    await new OAuthToken(settings, { ...deps, baseUrl: 'http://127.0.0.1:3001/imap/' }).get();
    expect(calls[0]?.url).toBe('http://127.0.0.1:3001/imap/oauth/token');
  });
});
