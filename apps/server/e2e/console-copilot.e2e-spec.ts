import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type SandboxProcess, startSandboxProcess, waitFor } from '@satchel/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from './browser';
import { ServerProcess } from './server-process';
import { OWNER, startWorld, type World } from './world';
import { settled } from './settled';

const ANNA = 'anna.bergmann@example.com';
/** Set it to keep pictures of what was walked through, in both schemes. */
const PICTURES = process.env['SATCHEL_WALK_DIR'];

(hasBrowser ? describe : describe.skip)('the copilot in the console', () => {
  let world: World;
  let model: SandboxProcess;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build({ console: true });
    model = await startSandboxProcess();
    world = await startWorld({
      aiMode: 'off',
      settings: { openaiApiKey: 'sk-sandbox', openaiBaseUrl: `${model.url}/openai/v1`, openaiModel: 'sandbox' },
    });
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
    await world?.stop();
    await model?.stop();
  }, 30_000);
  afterEach(() => expect(complaints).toEqual([]));

  const copilot = (): Locator => page.getByRole('region', { name: 'Copilot', exact: true });
  const says = (...texts: string[]) =>
    model.control('openai/script', { steps: texts.map((text) => ({ text })), mode: 'sensible' });
  const accessible = async (): Promise<void> => {
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  const picture = async (name: string): Promise<void> => {
    if (!PICTURES) return;
    await mkdir(PICTURES, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };

  it('tells what a ticket is about, and opens what it suggests filled in', async () => {
    // What it made up is not shown: the house's own words are.
    await says('Order #1001 was cancelled.', 'Order #1001 was cancelled.');
    await world.write(ANNA, {
      subject: 'Too small',
      text: 'I want to return the rain jacket of order #1001, it is too small.',
    });
    await page.getByText('Too small', { exact: true }).first().click();
    await copilot().getByText('Wants').waitFor({ timeout: 20_000 });
    await copilot().getByText('the customer waits for an answer', { exact: false }).waitFor();
    const open = copilot().getByRole('button', { name: /^Return or exchange #1001/ });
    await open.waitFor({ timeout: 20_000 });
    await accessible();
    await picture('1-copilot');
    await open.click();
    const dialog = page.getByRole('dialog', { name: /#1001/ });
    await expect(dialog.getByLabel('Why').inputValue()).resolves.toBe('too_small');
    await picture('2-filled-in');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await world.api<{ data: unknown[] }>('GET', '/action-runs')).data).toEqual([]);
  }, 90_000);

  const reply = (): Locator => page.getByRole('textbox', { name: /^Reply to/ });
  const replyIs = (text: string): Promise<unknown> =>
    waitFor(async () => (await reply().inputValue()) === text, { what: `the reply to be "${text}"` });

  it('answers a question from what was read, and puts the answer into the reply', async () => {
    await says('It is on its way with UPS: 1Z999AA10123456784.');
    await page.keyboard.press('c');
    await page.getByLabel('Ask about this ticket').fill('Where is #1001 now?');
    await page.keyboard.press('Enter');
    const asked = page.getByRole('region', { name: 'Ask the copilot' });
    await asked.getByText('It is on its way with UPS', { exact: false }).waitFor({ timeout: 20_000 });
    await asked.locator('dd').first().waitFor();
    await accessible();
    await picture('3-asked');
    await asked.getByRole('button', { name: 'Insert into reply' }).click();
    await replyIs('It is on its way with UPS: 1Z999AA10123456784.');
  }, 60_000);

  it('words the reply differently, and gives the words back', async () => {
    const before = 'Hello Anna, we are very happy to tell you that your order #1001 has left our house.';
    await reply().fill(before);
    await says('Your order #1001 has left our house.');
    await page.keyboard.press('Control+i');
    await page.getByRole('menuitem', { name: 'Shorter' }).click();
    await replyIs('Your order #1001 has left our house.');
    await accessible();
    await picture('4-shorter');
    await page.getByRole('button', { name: 'Undo AI edit' }).click();
    await replyIs(before);
    expect(await page.getByRole('button', { name: 'Undo AI edit' }).count()).toBe(0);
    expect((await world.mailbox(ANNA)).length).toBe(0);
  }, 60_000);
});
