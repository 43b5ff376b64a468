import AxeBuilder from '@axe-core/playwright';
import { ConnectionService } from '@satchel/connectors';
import type { Page as Pages, TicketBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from './browser';
import { ServerProcess } from './server-process';
import { OWNER, startWorld, SUPPORT, type World } from './world';
import { settled } from './settled';

const PRIYA = '+31612345678';
/** Forty by forty grey pixels: one or two would be taken for a spy. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAAAAACpleexAAAAHElEQVR4nGOoIBIwjCocVTiqcFThqMJRhaQrBADrJu4fSQne3QAAAABJRU5ErkJggg==';

(hasBrowser ? describe : describe.skip)('the channels in a real browser', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build({ console: true });
    world = await startWorld({ aiMode: 'off' });
    await connectWhatsApp(world);
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
    await browser.close();
    await world.stop();
  }, 30_000);
  afterEach(() => expect(complaints).toEqual([]));

  const shows = (text: string): Promise<void> => page.getByText(text).first().waitFor({ timeout: 15_000 });
  const accessible = async (): Promise<void> => {
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  const phone = async <T>(path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${world.sandbox.url}/phone/${encodeURIComponent(PRIYA)}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };

  it('shows a WhatsApp message under its channel, and ticks when the answer was delivered and read', async () => {
    await phone('/send', { network: 'whatsapp', name: 'Priya Shah', text: 'Does the jacket run small?' });
    await shows('Does the jacket run small?');
    await page.getByText('Does the jacket run small?').first().click();
    await page.getByRole('heading', { name: 'WhatsApp conversation' }).waitFor();
    // A note is nobody's business but ours; an answer may be seen coming.
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await page.getByRole('textbox', { name: 'Note for colleagues' }).fill('Ask Tom about the fit.');
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    const answering = Date.now();
    await page.getByRole('textbox', { name: /reply/i }).fill('It fits as usual.');
    const typed = await waitFor(
      async () => {
        const told = await phone<{ network: string; answers: string; at: string }[]>('/typing');
        return told.length > 0 && told;
      },
      { timeoutMs: 15_000, what: 'the phone that shows somebody typing' },
    );
    expect(typed).toEqual([{ network: 'whatsapp', answers: expect.stringMatching(/^wamid/), at: expect.any(String) }]);
    expect(new Date(typed[0]?.at ?? 0).getTime()).toBeGreaterThanOrEqual(answering);
    await page.keyboard.press('Control+Enter');
    await shows('Delivered');
    await phone('/read', { network: 'whatsapp' });
    await page.getByRole('article').getByText('Read', { exact: true }).waitFor({ timeout: 15_000 });
    await accessible();
  }, 60_000);

  it('offers answers as buttons, written by the keyboard alone, and says when there are too many', async () => {
    const reply = page.getByRole('textbox', { name: /^Reply to/ });
    await reply.fill('Shall we send another one?');
    const open = page.getByRole('button', { name: 'Quick replies' });
    await open.focus();
    await page.keyboard.press('Enter');
    const field = page.locator('input[aria-label="Quick replies"]');
    await shows('up to 3, of 20 characters each');
    await field.pressSequentially('Yes, please, by express');
    expect(await field.inputValue()).toBe('Yes, please, by expr');
    await page.keyboard.press('Control+A');
    await field.pressSequentially('Yes, please');
    await page.keyboard.press('Enter');
    for (const one of ['No', 'No', 'Later', 'Too many']) {
      await field.pressSequentially(one);
      await page.keyboard.press('Enter');
    }
    await shows('WhatsApp takes at most 3 buttons: remove 1.');
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
    await accessible();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    // What stands in the field and was not closed by Enter counts as well.
    await field.pressSequentially('Tomorrow');
    await page.keyboard.press('Control+Enter');
    const asked = page.getByRole('article').filter({ hasText: 'Shall we send another one?' });
    await asked.getByText('Delivered').waitFor({ timeout: 15_000 });
    const shown = asked.getByRole('list', { name: 'Quick replies' }).getByRole('listitem');
    expect(await shown.allTextContents()).toEqual(['Yes, please', 'No', 'Tomorrow']);
    const onPhone = (await phone<{ text: string; choices: { title: string }[] }[]>('')).at(-1);
    expect(onPhone?.choices.map(({ title }) => title)).toEqual(['Yes, please', 'No', 'Tomorrow']);
    await accessible();
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    expect(await open.count()).toBe(0);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await open.waitFor();
  }, 60_000);

  it('offers an approved message once the window is closed, and sends it with its blanks filled', async () => {
    await dayLater(world);
    await page.reload();
    await shows('Free text is possible for 24 hours');
    await page.getByLabel('Approved message').waitFor();
    const send = page.getByRole('button', { name: 'Send', exact: true });
    expect(await send.isDisabled()).toBe(true);
    const blanks = page.getByLabel(/^Blank \d/);
    const count = await blanks.count();
    expect(count).toBeGreaterThan(0);
    for (let n = 0; n < count; n++) await blanks.nth(n).fill(`word ${n + 1}`);
    await accessible();
    await send.click();
    const sent = await waitFor(
      async () =>
        (await phone<{ direction: string; text: string }[]>('')).find(
          ({ direction, text }) => direction === 'out' && text.includes('word 1'),
        ),
      { timeoutMs: 15_000, what: 'the approved message on the phone' },
    );
    await page.getByRole('article').getByText(sent.text.slice(0, 20)).first().waitFor({ timeout: 15_000 });
  }, 60_000);

  it("shows a mail's own picture in its layout, without fetching anything else", async () => {
    const html = '<p>Look:</p><img src="cid:seam@x" alt="the seam"><img src="https://tracker.example/p.gif">';
    await mail('anna.bergmann@example.com', 'The seam came apart', html);
    await shows('The seam came apart');
    await page.getByText('The seam came apart').first().click();
    await page.getByRole('button', { name: 'Show as sent' }).click();
    const picture = page.frameLocator('iframe[title^="Formatted mail"]').getByAltText('the seam');
    await picture.waitFor();
    await waitFor(() => picture.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth > 0), {
      timeoutMs: 10_000,
      what: 'the picture that came with the mail',
    });
    expect(await picture.getAttribute('src')).toMatch(/\/files\/[0-9a-f-]+\?/);
    await accessible();
  }, 60_000);

  it('merges two records of one customer, and takes it back', async () => {
    await page.getByRole('button', { name: 'Merge with another customer' }).click();
    await page.getByLabel('Name or address of the other record').fill('Priya');
    await page
      .getByRole('button', { name: /^PS|Priya Shah/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await shows('Merged into this customer');
    const addresses = page.getByRole('list', { name: 'Addresses' });
    await addresses.getByText(PRIYA).waitFor();
    await accessible();
    await page.getByRole('button', { name: 'Undo the merge of Priya Shah' }).click();
    await addresses.getByText(PRIYA).waitFor({ state: 'detached' });
  }, 60_000);

  it('lists what came in, of one connection, with the way to its ticket', async () => {
    await page.getByRole('link', { name: 'Incoming' }).click();
    const rows = page.getByRole('list', { name: 'Messages that came in' }).getByRole('listitem');
    await rows.filter({ hasText: 'The seam came apart' }).waitFor();
    await page.getByLabel('Connection').selectOption({ label: 'WhatsApp' });
    await rows.filter({ hasText: 'The seam came apart' }).waitFor({ state: 'detached' });
    await rows.filter({ hasText: `Message from ${PRIYA}` }).waitFor();
    await accessible();
    await page.getByLabel('Connection').selectOption({ label: 'Support' });
    await shows('Compare the last 7 days');
    await page.getByRole('button', { name: 'Compare now' }).click();
    await shows('there is nothing to compare with');
    await rows.getByRole('link', { name: 'The seam came apart', exact: true }).click();
    await page.getByRole('heading', { name: 'The seam came apart' }).waitFor();
  }, 60_000);

  it('says which records a mailbox needs, and makes its key', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Deliverability of Support' }).click();
    const records = page.getByRole('list', { name: 'DNS records for Support' });
    await records.getByText('_dmarc.fernhill.example').waitFor();
    await records.getByRole('button', { name: 'Make a key' }).click();
    await records.getByText(/^v=DKIM1/).waitFor();
    await accessible();
  }, 60_000);

  async function mail(address: string, subject: string, html: string): Promise<void> {
    const raw = [
      `From: Anna Bergmann <${address}>`,
      `To: ${SUPPORT}`,
      `Subject: ${subject}`,
      'Message-ID: <seam-1@example.com>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      '--b',
      'Content-Type: image/png; name=seam.png',
      'Content-ID: <seam@x>',
      'Content-Disposition: inline; filename=seam.png',
      'Content-Transfer-Encoding: base64',
      '',
      PICTURE,
      '--b--',
      '',
    ].join('\r\n');
    const answer = await fetch(`${world.sandbox.url}/mail/${address}/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: SUPPORT, raw }),
    });
    expect(answer.ok).toBe(true);
  }
});

async function connectWhatsApp({ server, sandbox, ctx }: World): Promise<void> {
  const made = await server.app.get(ConnectionService).create(ctx, {
    connectorId: 'whatsapp',
    label: 'WhatsApp',
    baseUrl: `${sandbox.url}/meta`,
    credentials: {
      transport: 'cloud',
      phoneNumberId: '106000000000001',
      businessAccountId: '102000000000001',
      accessToken: 'sandbox-graph-token',
      appSecret: 'sandbox-app-secret',
      verifyToken: 'a verify token',
    },
  });
  const hook = { vendor: 'meta', url: `${server.url}/hooks/${made.id}`, secret: 'sandbox-app-secret' };
  const answer = await fetch(`${sandbox.url}/__control/hooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...hook, verifyToken: 'a verify token' }),
  });
  if (!answer.ok) throw new Error(`the hook was refused: ${await answer.text()}`);
}

/** Everything that was said is a day and an hour older. */
async function dayLater(world: World): Promise<void> {
  const client = new Client({ connectionString: world.config.databaseUrl ?? undefined });
  await client.connect();
  await client.query(`update message set created_at = created_at - interval '25 hours'`);
  await client.end();
  const answer = await world.api<Pages<TicketBody>>('GET', '/tickets');
  expect(answer.data).toHaveLength(1);
  await fetch(`${world.sandbox.url}/phone/${encodeURIComponent(PRIYA)}/window`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ network: 'whatsapp', hoursAgo: 25 }),
  });
}
