import AxeBuilder from '@axe-core/playwright';
import type { ConnectionBody, Page as Pages } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import type { Browser, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from './browser';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';
import { OWNER, startWorld, type World } from './world';
import { settled } from './settled';

const ANNA = 'anna.bergmann@example.com';
const MARCO = 'marco.rossi@example.com';

(hasBrowser ? describe : describe.skip)('signing in to a mailbox in a real browser', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build({ console: true });
    // The provider sends the browser back to the public address, which names the port.
    world = await startWorld({ aiMode: 'off', withoutShop: true, settings: { port: await freePort() } });
    await world.sandbox.control('imap', { deliver: 'imap' });
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(world.server.url);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'All tickets' }).first().waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await world.stop();
  }, 30_000);
  afterEach(() => expect(complaints).toEqual([]));

  const shows = (text: string): Promise<void> => page.getByText(text).first().waitFor({ timeout: 30_000 });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const accessible = async (): Promise<void> => {
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  const support = async (): Promise<ConnectionBody | undefined> =>
    (await world.api<Pages<ConnectionBody>>('GET', '/connections')).data.find(({ label }) => label === 'Support');
  const consent = async (decision: 'Allow' | 'Deny'): Promise<void> => {
    await page.getByRole('heading', { name: 'Sandbox sign-in' }).waitFor();
    await button(decision).click();
    await page.waitForURL(/\/settings\?signIn=/);
  };

  it('leads from the form over the consent page to a mailbox that works', async () => {
    await button('Edit Support').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Sign in with Google').check();
    expect(await form.getByText(/refresh token/i).count()).toBe(0);
    await form.getByText(`${world.server.url}/api/v1/connections/oauth/callback`).waitFor();
    await form.getByLabel('OAuth client id').fill('sandbox-id');
    await form.getByLabel('OAuth client secret').fill('sandbox-secret');
    await button('Advanced settings').click();
    await form.getByLabel('IMAP host').fill('127.0.0.1');
    await form.getByLabel('IMAP port').fill(String(world.sandbox.imapPort));
    await accessible();
    await button('Sign in with Google').click();
    await consent('Allow');
    await shows('Signed in: Support');
    await shows('Working');
    await accessible();
    expect(page.url()).not.toMatch(/code=|state=|sandbox-secret/);
    expect(await support()).toMatchObject({ health: { state: 'ok' }, signIn: { provider: 'google' } });
    await button('Close this message').click();
    await page.waitForURL(/\/settings$/);
  }, 90_000);

  it('fetches what customers write, with no password at all', async () => {
    await world.write(ANNA, { subject: 'By token', text: 'Is this mailbox read?' });
    const ticket = await world.ticketOf(ANNA);
    expect(await world.thread(ticket.id)).toMatchObject([{ direction: 'inbound', text: 'Is this mailbox read?' }]);
    await world.reply(ticket.id, 'It is.');
    expect(await world.received(ANNA)).toMatchObject({ text: expect.stringContaining('It is.') });
  }, 90_000);

  it('offers to sign in again once the access was withdrawn, asking for nothing but that', async () => {
    await world.sandbox.control('oauth/withdraw', {});
    await waitFor(
      async () => {
        await button('Check now: Support').click();
        return (await button('Sign in again: Support').count()) > 0;
      },
      { timeoutMs: 30_000, what: 'the button to sign in again' },
    );
    await accessible();
    await button('Sign in again: Support').click();
    await consent('Allow');
    await shows('Signed in: Support');
    await world.write(MARCO, { subject: 'Again', text: 'And now?' });
    expect((await world.ticketOf(MARCO)).subject).toBe('Again');
  }, 90_000);

  it('says so, and leaves all as it is, when consent is denied or another account signs in', async () => {
    const again = async (): Promise<void> => {
      await button('Edit Support').click();
      await button('Sign in with Google').click();
    };
    await again();
    await consent('Deny');
    await shows('You did not give consent');
    await world.sandbox.control('faults', { vendor: 'oauth', mode: 'wrong_account', times: 1 });
    await again();
    await shows('somebody.else@fernhill.example');
    await consent('Allow');
    await shows('Another account signed in: Support');
    await accessible();
    expect(await support()).toMatchObject({ health: { state: 'ok' } });
  }, 90_000);

  it('ends at the settings, too, for a browser that is signed in to nothing', async () => {
    const callback = `${world.server.url}/api/v1/connections/oauth/callback?code=x&state=y`;
    const answer = await fetch(callback, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/settings?signIn=not_signed_in']);
    const { apiKey } = world;
    const byKey = await fetch(callback, { redirect: 'manual', headers: { authorization: `Bearer ${apiKey}` } });
    expect(byKey.headers.get('location')).toBe('/settings?signIn=unknown_state');
  });

  it('sends a new mailbox to Google itself, with a proof and without a secret', async () => {
    let asked: URL | null = null;
    await page.route('https://accounts.google.com/**', async (route) => {
      asked = new URL(route.request().url());
      const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('state', asked.searchParams.get('state') ?? '');
      back.searchParams.set('error', 'access_denied');
      await route.fulfill({ contentType: 'text/html', body: `<a href="${back.toString()}">Cancel</a>` });
    });
    await button('Add a connection').click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Email', exact: true }).click();
    await form.getByLabel('Sign in with Google').check();
    await form.getByLabel('Name').fill('Returns');
    await form.getByRole('textbox', { name: 'Address' }).fill('returns@fernhill.example');
    await button('Sign in with Google').click();
    await form.getByText('OAuth client id is needed').waitFor();
    await form.getByLabel('OAuth client id').fill('my-client');
    await form.getByLabel('OAuth client secret').fill('my-secret');
    await button('Sign in with Google').click();
    await page.getByText('Cancel').click();
    await shows('You did not give consent');
    const query = Object.fromEntries((asked as URL | null)?.searchParams ?? []);
    expect(query).toMatchObject({
      client_id: 'my-client',
      login_hint: 'returns@fernhill.example',
      code_challenge_method: 'S256',
      access_type: 'offline',
    });
    expect(JSON.stringify(query)).not.toContain('my-secret');
    expect((await world.api<Pages<ConnectionBody>>('GET', '/connections')).data).toHaveLength(1);
  }, 90_000);
});
