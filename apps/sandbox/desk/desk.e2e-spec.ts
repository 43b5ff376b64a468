import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { GRAPH_TOKEN, PHONE_NUMBER_ID } from '../meta/account';
import { hookDoor } from '../testing/hook-door';
import { sandboxForTest, smtpDoor } from '../testing/start';

const CHROMIUM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
const inBrowser = CHROMIUM || process.env['CI'] === 'true' ? describe : describe.skip;

inBrowser("the customer's desk in a browser", () => {
  let browser: Browser;
  let door: Awaited<ReturnType<typeof hookDoor>>;
  let mails: Awaited<ReturnType<typeof smtpDoor>>;
  let desk: Awaited<ReturnType<typeof sandboxForTest>>;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    door = await hookDoor();
    mails = await smtpDoor();
    desk = await sandboxForTest({
      targetSmtp: `127.0.0.1:${mails.port}`,
      hooks: { meta: { url: `${door.url}/wa` }, 'twilio-sms': { url: `${door.url}/sms` } },
    });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    await desk.stop();
    await mails.stop();
    await door.stop();
  });
  afterEach(async () => {
    await page.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  const open = async (hash: string, width = 1280) => {
    page = await browser.newPage({ viewport: { width, height: 800 } });
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${desk.url}/desk#${hash}`);
    await page.getByText('Live', { exact: true }).waitFor();
  };
  const send = (body: object) =>
    desk.post(
      `/meta/v23.0/${PHONE_NUMBER_ID}/messages`,
      { messaging_product: 'whatsapp', to: '4915112345678', ...body },
      { authorization: `Bearer ${GRAPH_TOKEN}` },
    );

  it('plays a customer on WhatsApp: writes, sees the answer come, presses its button', async () => {
    await open('anna.bergmann@example.com');
    await page.getByRole('tab', { name: 'Phone' }).click();
    await page.getByRole('button', { name: /^WhatsApp/ }).click();
    await page.locator('#phone-text').fill('Where is my order #1001?');
    await page.keyboard.press('Enter');
    const own = page.locator('.said.own', { hasText: 'Where is my order' });
    await own.getByRole('img', { name: 'Delivered' }).waitFor();
    await page.getByText(/may write freely until/).waitFor();

    const heard = (await desk.get('/phone/+4915112345678?network=whatsapp')).json.at(-1);
    await send({ status: 'read', message_id: heard.id, typing_indicator: { type: 'text' } });
    await page.locator('#phone-head').getByText('typing…').waitFor();

    const buttons = [{ type: 'reply', reply: { id: 'person', title: 'Talk to a person' } }];
    await send({
      type: 'interactive',
      interactive: { type: 'button', body: { text: 'On its way. <b>Anything else?</b>' }, action: { buttons } },
    });
    await page.getByText('On its way. <b>Anything else?</b>').last().waitFor();
    await page.locator('#phone-head').getByText('typing…').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.locator('.said.own', { hasText: 'Talk to a person' }).waitFor();
    const told = door.calls.map(({ body }) => body.toString()).join('\n');
    expect(told).toContain('"button_reply":{"id":"person","title":"Talk to a person"}');
    // The thread was open: the store hears that its message was read.
    expect(told).toContain('"status":"read"');

    await page.getByRole('button', { name: 'End it now' }).click();
    await page.getByText('only an approved template reaches you').waitFor();
  });

  it('says STOP by a chip, at phone width and by the keyboard', async () => {
    await open('marco.rossi@example.com/phone', 390);
    await page.getByRole('button', { name: /^Messages/ }).click();
    await page.getByRole('button', { name: 'STOP', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('No text reaches you until you send START').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    for (const text of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) {
      await page.locator('#phone-text').fill(text);
      await page.keyboard.press('Enter');
      await page.locator('.said.own', { hasText: text }).waitFor();
    }
    const newest = await page.locator('.said.own', { hasText: 'seven' }).boundingBox();
    const chips = await page.locator('#phone-composer').boundingBox();
    expect((newest?.y ?? 801) + (newest?.height ?? 0)).toBeLessThanOrEqual(chips?.y ?? 0);
    // Writing needs no scrolling, and nothing that the person is looking at counts as new.
    const send = await page.getByRole('button', { name: 'Send', exact: true }).boundingBox();
    expect((send?.y ?? 801) + (send?.height ?? 0)).toBeLessThanOrEqual(800);
    await page.locator('#news-phone').waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: 'Phone' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.frameLocator('#shop-frame').getByText('Marco Rossi').waitFor();
    await page.getByRole('button', { name: 'A visitor' }).click();
    await page.frameLocator('#shop-frame').getByLabel('Sign in as').waitFor();
    await page.keyboard.press('1');
    await page.getByText('Write as Marco Rossi').waitFor();
  });
});
