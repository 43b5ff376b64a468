import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { AiSettingsBody, ArticleBody, PolicyBody, ProcedureBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from './browser';
import { ServerProcess } from './server-process';
import { settled } from './settled';
import { OWNER, startWorld, type World } from './world';

/** Set it to keep pictures of what was walked through, on both screens and in both schemes. */
const PICTURES = process.env['SATCHEL_WALK_DIR'];
const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

(hasBrowser ? describe : describe.skip)('how the AI works, edited in the console', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build({ console: true });
    world = await startWorld({ aiMode: 'draft', withoutShop: true });
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: SCREENS.desk })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(world.server.url);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'All tickets' }).first().waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  }, 30_000);
  afterEach(() => expect(complaints).toEqual([]));

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const shows = (text: string): Promise<void> => page.getByText(text, { exact: false }).first().waitFor();
  const cancel = (): Promise<ProcedureBody> => world.api('GET', '/ai/procedures/cancel-order');
  const accessible = async (): Promise<void> => {
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  const picture = async (name: string): Promise<void> => {
    if (!PICTURES) return;
    await mkdir(PICTURES, { recursive: true });
    for (const [size, viewport] of Object.entries(SCREENS)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(PICTURES, `${name}-${size}-${colorScheme}.png`) });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(SCREENS.desk);
  };
  const fits = async (): Promise<void> => {
    await page.setViewportSize(SCREENS.phone);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.setViewportSize(SCREENS.desk);
  };

  it('lists every procedure, and switches one off', async () => {
    await page.goto(`${world.server.url}/settings/procedures`);
    const list = page.getByRole('list', { name: 'Procedures' });
    await list.getByRole('link', { name: 'Cancel an order' }).waitFor();
    await accessible();
    await fits();
    await picture('8-procedures');
    await page.getByRole('switch', { name: 'A discount code that does not work: on' }).press('Space');
    await list.getByText('Changed by you · version 1').waitFor();
    expect(await world.api('GET', '/ai/procedures/discount-code')).toMatchObject({ off: true, version: 1 });
  }, 120_000);

  it('says at the step what is wrong, and publishes words and checks that were changed by hand', async () => {
    await page.getByRole('link', { name: 'Cancel an order' }).click();
    await shows('As it is shipped.');
    await picture('9-procedure');
    await button(/^Step 2: Check/).press('Enter');
    await page.getByRole('combobox', { name: 'Condition 3: about' }).selectOption('order.trouble');
    await fits();
    await picture('10-condition');
    // Moved before the order is known, nothing could be proposed.
    await button('Move Step 3 up').press('Enter');
    await button('Move Step 2 up').press('Enter');
    await page.getByText('before it is asked for', { exact: false }).first().waitFor();
    // What was open stays open, wherever it went.
    await page.getByRole('combobox', { name: 'Condition 3: about' }).waitFor();
    expect(await button(/^Step 5: Check/).getAttribute('aria-expanded')).toBe('true');
    expect(await button(/^Publish$/).isDisabled()).toBe(true);
    await accessible();
    await picture('11-problem');
    await button('Move Step 1 down').press('Enter');
    await button('Move Step 2 down').press('Enter');
    await button(/^Step 2\.1\.1: Say/).press('Enter');
    await page.getByRole('combobox', { name: 'Words' }).selectOption(':own');
    await page.getByLabel('English', { exact: true }).fill('That order was called off before.');
    await accessible();
    await picture('12-words');
    await button('Keep as a draft').click();
    await page.reload();
    await shows('Draft kept in this browser.');
    await shows('That order was called off before.');
    await waitFor(async () => button(/^Publish$/).isEnabled());
    await button(/^Publish$/).click();
    await shows('Version 1, published by Maya Lindqvist');
    const { document } = await cancel();
    expect(document.steps[1]).toMatchObject({
      do: 'check',
      branches: [
        { steps: [{ words: { en: 'That order was called off before.', de: expect.stringContaining('storniert') } }] },
        {},
        { when: { fact: 'order.trouble', is: true } },
      ],
    });
  }, 150_000);

  it('tries a change against the simulations, refuses one that turns them red, and goes back to an older version', async () => {
    await button(/^Remove Step 3$/).click();
    await button('Try it').click();
    const tried = page.getByRole('region', { name: 'What the simulations say' });
    await tried.getByText('go as they should').waitFor({ timeout: 60_000 });
    await tried.getByText('cancel', { exact: false }).first().waitFor();
    await picture('13-tried');
    await page.getByLabel('Publish only when no simulation turns red by it').click();
    await button(/^Publish$/).click();
    await page.getByRole('alert').getByText('Not published', { exact: false }).waitFor({ timeout: 60_000 });
    expect(await cancel()).toMatchObject({ version: 1 });
    await button('Put back').click();
    await page.getByLabel('Name', { exact: true }).fill('Call an order off');
    await button(/^Publish$/).click();
    await shows('Version 2, published by Maya Lindqvist');
    await button('Go back to version 1').click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Cancel an order');
    await button(/^Publish$/).click();
    await shows('Version 3, published by Maya Lindqvist');
    await picture('14-versions');
    await button('Back to what is shipped').click();
    await shows('As it is shipped.');
    expect(await cancel()).toMatchObject({ origin: 'house', title: 'Cancel an order' });
  }, 180_000);

  it('makes one of the shop’s own from plain steps', async () => {
    await page.getByRole('link', { name: 'Procedures' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Gift wrapping');
    await button('Make it').click();
    await page.getByRole('heading', { name: 'Gift wrapping' }).waitFor();
    await page.getByLabel('Something else to find out').fill('Gift message');
    await button('Find out something else').click();
    await button('Add a step: Steps in their order').click();
    await page.getByRole('menuitem', { name: 'Find out' }).click();
    await button('Move Step 2 up').click();
    await waitFor(async () => button(/^Publish$/).isEnabled());
    await button(/^Publish$/).click();
    await shows('Version 2, published by Maya Lindqvist');
    const { document } = await world.api<ProcedureBody>('GET', '/ai/procedures/gift-wrapping');
    expect(document).toMatchObject({
      slots: { giftMessage: { kind: 'text', ask: { en: 'Gift message?' } } },
      steps: [{ do: 'need', slot: 'giftMessage' }, { do: 'hand_over' }],
    });
    await accessible();
  }, 120_000);

  it('limits one action by a form, and addresses customers as friends', async () => {
    await page.goto(`${world.server.url}/settings/rules`);
    const limits = page.getByRole('group', { name: 'At once: above this the AI asks a lead' });
    await limits.getByLabel('A limit for another action').click();
    await page.getByRole('option', { name: 'Refund', exact: true }).click();
    await limits.getByLabel('Refund: at most').fill('40');
    await limits.scrollIntoViewIfNeeded();
    await accessible();
    await fits();
    await picture('15-limits');
    await button('Publish as version 1').click();
    await shows('Version 1, changed by Maya Lindqvist');
    const { document } = await world.api<PolicyBody>('GET', '/policies');
    expect(document.caps.action).toEqual({ refund: { units: 40, byCurrency: {} } });

    await page.goto(`${world.server.url}/settings`);
    await page.getByRole('switch', { name: 'Address customers as friends' }).press('Space');
    await waitFor(async () => (await world.api<AiSettingsBody>('GET', '/ai/settings')).informal);
    await accessible();
  }, 120_000);

  it('shows what a version of an article changed, goes back, and learns how it is asked for', async () => {
    const before = { title: 'Returns', body: 'Send it back within 30 days.\n\nIt is free.' };
    const article = await world.api<ArticleBody>('POST', '/articles', { ...before, language: 'en', section: 'Orders' });
    const after = 'Send it back within 14 days.\n\nIt is free.';
    await world.api('PATCH', `/articles/${article.id}`, { body: after });
    await page.goto(`${world.server.url}/knowledge/${article.id}`);
    await button('What version 2 changed').click();
    const changes = page.getByRole('region', { name: 'Version 1 to 2' });
    expect(await changes.locator('del').allInnerTexts()).toEqual(['Send it back within 30 days.']);
    expect(await changes.locator('ins').allInnerTexts()).toEqual(['Send it back within 14 days.']);
    await page.getByLabel('Another way to ask').fill('Can I get my money back?');
    await page.keyboard.press('Enter');
    await shows('“Can I get my money back?”');
    await changes.scrollIntoViewIfNeeded();
    await accessible();
    await fits();
    await picture('16-article');
    await button('Forget: Can I get my money back?').click();
    await waitFor(async () => (await button('Forget: Can I get my money back?').count()) === 0);
    await button('Go back to version 1').click();
    await waitFor(async () => (await page.getByLabel('Text (Markdown)').inputValue()) === before.body);
    expect(await world.api('GET', `/articles/${article.id}`)).toMatchObject({
      version: 3,
      body: before.body,
      phrasings: [],
    });
  }, 120_000);
});
