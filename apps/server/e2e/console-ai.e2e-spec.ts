import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { ConnectionService } from '@satchel/connectors';
import type { ActionRunBody, Page as Pages } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { SignJWT } from 'jose';
import type { Browser, Locator, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from './browser';
import { type PhoneWorld, startPhoneWorld } from './phones';
import { ServerProcess } from './server-process';
import { settled } from './settled';
import { OWNER } from './world';

const ANNA = 'anna.bergmann@example.com';
const JULIE = { phone: '+33612345678', email: 'julie.martin@example.com' };
const SECRET = 'the secret that the shop signs its visitors with';
const TRACKING = '1Z999AA10123456784';
/** Set it to keep pictures of what was walked through. */
const PICTURES = process.env['SATCHEL_WALK_DIR'];

interface Effect {
  kind: string;
  target: string;
  amount: number | null;
  key: string | null;
}

(hasBrowser ? describe : describe.skip)('what the AI settles, as people see it', () => {
  let world: PhoneWorld;
  let browser: Browser;
  let page: Page;
  let shop: Server;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build({ console: true });
    world = await startPhoneWorld({ aiMode: 'auto', withoutShop: false });
    for (const topic of ['returns', 'refunds'])
      await world.api('PATCH', `/ai/topics/${topic}`, { mode: 'auto', trusted: true });
    shop = await shopPage();
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(world.server.url);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'All tickets' }).first().waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    shop?.close();
    await world?.stop();
  }, 30_000);
  afterEach(() => expect(complaints).toEqual([]));

  const thread = (): Locator => page.getByRole('log', { name: 'Conversation' });
  const open = (ticketId: string): Promise<unknown> => page.goto(`${world.server.url}/inbox/all/${ticketId}`);
  const effects = async (kind: string): Promise<Effect[]> =>
    (await world.sandbox.control<{ effects: Effect[] }>(`effects?kind=${kind}`)).effects;
  const accessible = async (): Promise<void> => {
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  const picture = async (name: string, of = page): Promise<void> => {
    if (!PICTURES) return;
    await mkdir(PICTURES, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await of.emulateMedia({ colorScheme });
      await of.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`) });
    }
    await of.emulateMedia({ colorScheme: 'light' });
  };
  /** Says something by WhatsApp, and reads what comes back. */
  const whatsApp = async (text: string): Promise<string> => {
    const before = (await world.phone(JULIE.phone)).length;
    await world.say(JULIE.phone, { network: 'whatsapp', text, name: 'Julie' });
    return waitFor(async () => (await world.phone(JULIE.phone))[before]?.text, {
      timeoutMs: 20_000,
      what: `an answer to "${text}"`,
    });
  };

  it('answers where an order is by chat in one turn, and tells on hover where each fact was read', async () => {
    const visitor = await (await browser.newContext({ viewport: { width: 1100, height: 800 } })).newPage();
    await visitor.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`);
    await visitor.locator('satchel-chat .launcher').click();
    const chat = visitor.getByRole('dialog');
    const field = chat.locator('.composer textarea');
    await field.fill('Where is my order?');
    await field.press('Enter');
    await chat.locator('.bubble', { hasText: TRACKING }).waitFor({ timeout: 20_000 });
    await picture('1-chat', visitor);
    await visitor.close();

    const ticket = await waitFor(
      async () => (await world.api<Pages<{ id: string; channel: string }>>('GET', '/tickets')).data[0],
    );
    expect(ticket.channel).toBe('chat');
    const turns = await world.turns(ticket.id);
    expect(turns.map(({ outcome }) => outcome)).toEqual(['sent']);
    await open(ticket.id);
    await thread().getByText(TRACKING).first().hover();
    const proof = page.getByRole('tooltip').filter({ visible: true });
    await proof.getByText('Source:', { exact: false }).first().waitFor();
    await proof.getByText(TRACKING).first().waitFor();
    await picture('2-evidence');
    await page.mouse.move(0, 0);
    await accessible();
  }, 90_000);

  it('opens a return that was asked for by WhatsApp, after a yes to what was put before them', async () => {
    expect(await whatsApp('Hi, I want to return my boots')).toContain('order number');
    expect(await whatsApp(`It is order 1003, ${JULIE.email}`)).toContain('?');
    expect(await effects('return_requested')).toEqual([]);
    const asked = await whatsApp('They are too small');
    expect(asked).toContain('Cairn');
    expect(asked).toMatch(/yes or no/i);
    expect(await effects('return_requested')).toEqual([]);
    expect(await whatsApp('Yes please')).toContain('is open');
    expect(await effects('return_requested')).toEqual([expect.objectContaining({ target: '#1003' })]);

    await open((await world.ticketAt(JULIE.phone)).id);
    await thread().getByText('They are too small').waitFor();
    await thread().getByText('Yes please').waitFor();
    await thread()
      .getByText(/AI .*return.*#1003/)
      .first()
      .waitFor();
    await thread().getByRole('button', { name: 'Why?' }).nth(-2).click();
    await thread().getByText('Goes back', { exact: false }).first().waitFor();
    await picture('3-whatsapp-return');
    await accessible();
  }, 120_000);

  it('asks a person about a refund above the limit, does it on one key, and tells the customer', async () => {
    const { id: mail } = await refundAsked();
    await open(mail);
    const card = page.getByRole('region', { name: /^Waits for your approval: Refund/ });
    await card.getByText('more than the AI may refund by itself', { exact: false }).waitFor();
    await accessible();
    await picture('4-approval');
    expect(await effects('refund')).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Approve what waits').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'detached' });
    await page.keyboard.press('y');
    await card.waitFor({ state: 'detached', timeout: 20_000 });
    const run = await waitFor(async () => {
      const { data } = await world.api<Pages<ActionRunBody>>('GET', '/action-runs?state=done');
      return data.find(({ action }) => action === 'refund');
    });
    expect(run).toMatchObject({ action: 'refund', actor: { kind: 'ai' }, decidedBy: { name: 'Maya Lindqvist' } });
    expect(await effects('refund')).toEqual([
      expect.objectContaining({ amount: run?.amount?.amount, key: run?.id, target: run?.orderNumber }),
    ]);
    const told = await world.received(JULIE.email, 2);
    expect(told.text).toContain('on its way back to you');
    await thread().getByText('on its way back to you', { exact: false }).waitFor();
    await picture('5-approved');
  }, 120_000);

  it('plays simulations and reports them, and publishes nothing that turns one red', async () => {
    await page.goto(`${world.server.url}/settings/ai/simulations`);
    await page.getByLabel('How often each').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Run all' }).click();
    const report = page.getByRole('region', { name: 'Report' });
    await report.getByText('All 4 times').waitFor({ timeout: 60_000 });
    await report.getByText('Wrong actions').waitFor();
    const figures = await report.locator('dl').innerText();
    expect(figures).toMatch(/Wrong actions\s+0\b/);
    expect(figures).toMatch(/Went as they should\s+\d+ of \d\d+/);
    await report.locator('summary').first().click();
    await picture('6-simulations');
    await accessible();
    await page.getByLabel('only when no simulation turns red', { exact: false }).click();
    await waitFor(async () => (await world.api<{ blockOnRed: boolean }>('GET', '/ai/settings')).blockOnRed);

    await page.goto(`${world.server.url}/settings/rules`);
    await page.getByLabel('Goods go back within').fill('1');
    await page.getByRole('button', { name: 'Publish as version 1' }).click();
    await page.getByRole('alert').getByText('would turn red', { exact: false }).waitFor({ timeout: 60_000 });
    await picture('7-not-published');
    expect((await world.api<{ version: number }>('GET', '/policies')).version).toBe(0);
  }, 180_000);

  /** A refund that needs a lead: the order of a customer whose parcel came a few days ago. */
  async function refundAsked(): Promise<{ id: string }> {
    const about = {
      subject: 'Refund, please',
      text: `Hello,\n\nI would like a refund for order #1003, please.\n\nJulie`,
    };
    await world.write(JULIE.email, about);
    const ticket = await world.ticketOf(JULIE.email);
    await world.received(JULIE.email);
    return ticket;
  }

  /** A page of the shop with the chat on it, where Anna has signed in. */
  async function shopPage(): Promise<Server> {
    let key = '';
    const identity = await new SignJWT({ sub: 'anna', email: ANNA, name: 'Anna Bergmann' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('30m')
      .sign(new TextEncoder().encode(SECRET));
    const server = createServer((_request, response) => {
      const tag = `<script src="${world.server.url}/widget.js" data-key="${key}" data-identity="${identity}" async></script>`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="en"><title>Fernhill</title><h1>Fernhill Outfitters</h1><p>Rain jackets and boots.</p>${tag}`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const chat = await world.server.app.get(ConnectionService).create(world.ctx, {
      connectorId: 'chat',
      label: 'Chat',
      credentials: { allowedOrigins: origin, identitySecret: SECRET },
    });
    key = chat.id;
    return server;
  }
});
