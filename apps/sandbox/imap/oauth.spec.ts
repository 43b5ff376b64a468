import { createHash } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { sandboxForTest } from '../testing/start';

const USER = 'support@fernhill.example';
const BACK = 'http://127.0.0.1:1/back';
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-0123456789';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const SCOPE = 'openid email https://mail.google.com/';

describe('the sign-in page of the mailbox', () => {
  let box: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => void (box = await sandboxForTest()));
  afterAll(() => box.stop());
  beforeEach(() => box.post('/__control/reset'));

  const open = (changes: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      ...{ client_id: 'sandbox-id', redirect_uri: BACK, response_type: 'code', scope: SCOPE, state: 'the-state' },
      ...{ access_type: 'offline', login_hint: USER, code_challenge: CHALLENGE, code_challenge_method: 'S256' },
      ...changes,
    });
    return fetch(`${box.url}/oauth/authorize?${query.toString()}`, { redirect: 'manual' });
  };
  const press = async (page: Response, decision: string): Promise<URLSearchParams> => {
    const request = /name="request" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const body = new URLSearchParams({ request, decision });
    const answer = await fetch(`${box.url}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:1\/back\?/);
    return new URL(answer.headers.get('location') ?? '').searchParams;
  };
  const redeem = async (code: string, changes: Record<string, string> = {}) => {
    const body = new URLSearchParams({
      ...{ grant_type: 'authorization_code', code, redirect_uri: BACK, code_verifier: VERIFIER },
      ...{ client_id: 'sandbox-id', client_secret: 'sandbox-secret', ...changes },
    });
    const response = await fetch(`${box.url}/oauth/token`, { method: 'POST', body });
    return { status: response.status, json: (await response.json()) as any };
  };
  const entersAs = async (accessToken: string): Promise<boolean> => {
    const client = new ImapFlow({
      ...{ host: '127.0.0.1', port: box.imapPort, secure: false, doSTARTTLS: false, logger: false as const },
      auth: { user: USER, accessToken },
    });
    client.on('error', () => undefined);
    const entered = await client.connect().then(
      () => true,
      () => false,
    );
    client.close();
    return entered;
  };

  it('gives a code that opens the mailbox, once, to whoever holds the proof', async () => {
    const page = await open();
    expect(page.headers.get('content-type')).toContain('text/html');
    const answer = await press(page, 'allow');
    expect(answer.get('state')).toBe('the-state');
    const { json } = await redeem(answer.get('code') ?? '');
    expect(json).toMatchObject({ token_type: 'Bearer', scope: SCOPE, refresh_token: expect.any(String) });
    const claims: unknown = JSON.parse(Buffer.from(json.id_token.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({ email: USER });
    expect(await entersAs(json.access_token)).toBe(true);
    expect(await redeem(answer.get('code') ?? '')).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });

  it.each([
    ['another verifier', { code_verifier: 'wrong' }],
    ['no verifier', { code_verifier: '' }],
    ['another address to come back to', { redirect_uri: 'http://127.0.0.1:1/else' }],
  ])('gives no token for %s', async (_, changes) => {
    const code = (await press(await open(), 'allow')).get('code') ?? '';
    expect(await redeem(code, changes)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });

  it('sends nobody to an application that it does not know', async () => {
    const page = await open({ client_id: 'another' });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('invalid_client');
  });

  it('says no when the person does, or when it is told to', async () => {
    expect((await press(await open(), 'deny')).get('error')).toBe('access_denied');
    await box.post('/__control/faults', { vendor: 'oauth', mode: 'denied', times: 1 });
    expect((await open()).headers.get('location')).toContain('error=access_denied');
  });

  it('can forget the refresh token, and let somebody else sign in', async () => {
    await box.post('/__control/faults', { vendor: 'oauth', mode: 'no_refresh_token', times: 1 });
    const short = await redeem((await press(await open(), 'allow')).get('code') ?? '');
    expect(short.json).toMatchObject({ access_token: expect.any(String) });
    expect(short.json).not.toHaveProperty('refresh_token');
    await box.post('/__control/faults', { vendor: 'oauth', mode: 'wrong_account', times: 1 });
    const page = await open();
    const other = await redeem((await press(page, 'allow')).get('code') ?? '');
    expect(await entersAs(other.json.access_token)).toBe(false);
  });

  it('withdraws an access for good', async () => {
    const { json } = await redeem((await press(await open(), 'allow')).get('code') ?? '');
    await box.post('/__control/oauth/withdraw');
    expect(await entersAs(json.access_token)).toBe(false);
    const again = await redeem('', { grant_type: 'refresh_token', refresh_token: json.refresh_token });
    expect(again.json.error).toBe('invalid_grant');
  });
});
