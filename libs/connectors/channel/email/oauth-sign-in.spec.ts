import type { OAuthDeps, OAuthSignIn } from '../../port';
import { mailSignIn } from './oauth-sign-in';

const signIn: OAuthSignIn = {
  provider: 'google',
  credentials: { oauthClientId: 'the-client', oauthClientSecret: 'the-secret' },
  address: 'support@fernhill.example',
  redirectUri: 'https://desk.fernhill.example/back',
  baseUrl: null,
};
const microsoft = { ...signIn, provider: 'microsoft' };
const proof = { state: 'the-state', challenge: 'the-challenge' };

function urlOf(given: OAuthSignIn): { place: string; query: Record<string, string> } {
  const url = new URL(mailSignIn.authorizationUrl({ ...given, ...proof }));
  return { place: `${url.origin}${url.pathname}`, query: Object.fromEntries(url.searchParams) };
}

describe('where the browser is sent', () => {
  it('is Google, asked for a lasting access to the mail, with proof and state', () => {
    expect(urlOf(signIn)).toEqual({
      place: 'https://accounts.google.com/o/oauth2/v2/auth',
      query: {
        response_type: 'code',
        client_id: 'the-client',
        redirect_uri: 'https://desk.fernhill.example/back',
        scope: 'openid email https://mail.google.com/',
        state: 'the-state',
        code_challenge: 'the-challenge',
        code_challenge_method: 'S256',
        login_hint: 'support@fernhill.example',
        access_type: 'offline',
        prompt: 'consent',
      },
    });
  });

  it("is Microsoft's page of the directory, for one resource", () => {
    const { place, query } = urlOf(microsoft);
    expect(place).toBe('https://login.microsoftonline.com/common/oauth2/v2.0/authorize');
    expect(query.scope?.split(' ').sort()).toEqual([
      'email',
      'https://outlook.office.com/IMAP.AccessAsUser.All',
      'https://outlook.office.com/SMTP.Send',
      'offline_access',
      'openid',
      'profile',
    ]);
    expect(query).not.toHaveProperty('access_type');
    const tenant = { ...microsoft.credentials, oauthTenant: ' fernhill.example ' };
    expect(urlOf({ ...microsoft, credentials: tenant }).place).toContain('/fernhill.example/oauth2/');
  });

  it('is the base URL when one is set, and never learns the client secret', () => {
    expect(urlOf({ ...signIn, baseUrl: 'http://127.0.0.1:3001/' }).place).toBe('http://127.0.0.1:3001/oauth/authorize');
    for (const given of [signIn, microsoft]) expect(JSON.stringify(urlOf(given))).not.toContain('the-secret');
  });
});

describe('the settings that come with a provider', () => {
  it("are its hosts, and not those of the vendor's own place when another is set", () => {
    expect(mailSignIn.settingsOf(signIn)).toMatchObject({ auth: 'google', imapHost: 'imap.gmail.com', smtpPort: 465 });
    expect(mailSignIn.settingsOf(microsoft)).toMatchObject({ imapHost: 'outlook.office365.com', smtpSecure: false });
    expect(mailSignIn.settingsOf({ ...signIn, baseUrl: 'http://127.0.0.1:3001' })).not.toHaveProperty('imapHost');
  });
});

describe('the exchange of a code', () => {
  const idToken = (claims: object): string => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
  async function exchange(answer: () => Response, given = signIn) {
    const calls: { url: string; form: Record<string, string> }[] = [];
    const deps: OAuthDeps = {
      fetch: async (url, init) => {
        calls.push({ url, form: Object.fromEntries(new URLSearchParams(init?.body as string)) });
        return answer();
      },
      now: () => new Date(),
    };
    const ended = await mailSignIn
      .exchange({ ...given, code: 'the-code', verifier: 'the-verifier' }, deps)
      .catch((error: unknown) => error);
    return { ended, calls };
  }
  const good = { access_token: 'a', refresh_token: 'r', expires_in: 3599, scope: 'openid https://mail.google.com/' };

  it('shows the proof, and answers with a lasting token and who signed in', async () => {
    const { ended, calls } = await exchange(() =>
      Response.json({ ...good, id_token: idToken({ email: 'Support@Fernhill.example' }) }),
    );
    expect(ended).toEqual({
      ok: true,
      credentials: { oauthRefreshToken: 'r' },
      accounts: ['support@fernhill.example'],
    });
    expect(calls).toEqual([
      {
        url: 'https://oauth2.googleapis.com/token',
        form: {
          grant_type: 'authorization_code',
          code: 'the-code',
          code_verifier: 'the-verifier',
          redirect_uri: 'https://desk.fernhill.example/back',
          client_id: 'the-client',
          client_secret: 'the-secret',
        },
      },
    ]);
  });

  it('knows a Microsoft account by each of its names, and scopes without their resource', async () => {
    const claims = { email: 'support@fernhill.example', preferred_username: 'maya@fernhill.onmicrosoft.example' };
    const { ended, calls } = await exchange(
      () => Response.json({ ...good, scope: 'IMAP.AccessAsUser.All SMTP.Send', id_token: idToken(claims) }),
      microsoft,
    );
    expect(ended).toMatchObject({
      ok: true,
      accounts: ['support@fernhill.example', 'maya@fernhill.onmicrosoft.example'],
    });
    expect(calls[0]?.url).toBe('https://login.microsoftonline.com/common/oauth2/v2.0/token');
  });

  it.each([
    ['no_refresh_token', () => Response.json({ ...good, refresh_token: undefined })],
    ['no_access', () => Response.json({ ...good, scope: 'openid email' })],
    ['bad_client', () => Response.json({ error: 'invalid_client' }, { status: 401 })],
    ['refused', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
  ])('is refused as %s', async (code, answer) => {
    expect((await exchange(answer)).ended).toEqual({ ok: false, code });
  });

  it('can be tried again when the vendor is down', async () => {
    const { ended } = await exchange(() => new Response('gateway', { status: 503 }));
    expect(ended).toMatchObject({ code: 'unavailable', retryable: true });
  });
});
