import AxeBuilder from '@axe-core/playwright';
import type { TicketBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from './browser';
import { ServerProcess } from './server-process';
import { OWNER, startWorld, type World } from './world';
import { settled } from './settled';

const ANNA = 'anna.bergmann@example.com';

(hasBrowser ? describe : describe.skip)('replies that wait, in a real browser', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let ticket: TicketBody;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build({ console: true });
    world = await startWorld({ aiMode: 'off', withoutShop: true, undoSeconds: 8 });
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(world.server.url);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'All tickets' }).first().waitFor();
    await world.write(ANNA, { subject: 'Jacket', text: 'Where is my jacket?' });
    ticket = await world.ticketOf(ANNA);
    await page.getByText('Jacket', { exact: true }).first().click();
    await field().waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await world.stop();
  }, 30_000);
  afterEach(() => expect(complaints).toEqual([]));

  const field = (): Locator => page.getByRole('textbox', { name: /^Reply to/ });
  const waiting = (): Locator => page.getByRole('group', { name: 'Not sent yet' });
  const accessible = async (): Promise<void> => {
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  const mails = async (): Promise<string[]> => (await world.mailbox(ANNA)).map(({ text }) => text);

  it('gives the words back when they are taken back by the keyboard, and nothing is sent', async () => {
    await field().fill('It left our warehouse.');
    await page.keyboard.press('Control+Enter');
    await waiting()
      .getByText(/Goes out in \d s/)
      .waitFor();
    await accessible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await waiting().waitFor({ state: 'detached' });
    await waitFor(async () => (await field().inputValue()) === 'It left our warehouse.');
    expect(await world.thread(ticket.id)).toHaveLength(1);
  }, 60_000);

  it('sends what nobody takes back, once, and shows it as sent', async () => {
    await page.keyboard.press('Control+Enter');
    await waiting().waitFor();
    await world.received(ANNA);
    await waiting().waitFor({ state: 'detached' });
    await page.getByText('Sent', { exact: true }).first().waitFor();
    expect(await field().inputValue()).toBe('');
    expect(await mails()).toEqual([expect.stringContaining('It left our warehouse.')]);
  }, 60_000);

  it('sends at a chosen time, at another one, or now', async () => {
    await field().fill('And a word for tomorrow.');
    await page.getByRole('button', { name: 'Send later' }).click();
    await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
    await waiting().getByText('unless the customer writes first', { exact: false }).waitFor();
    await waiting().getByRole('button', { name: 'Change time' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change time' });
    await dialog.getByLabel('Time').waitFor();
    await accessible();
    await dialog.getByRole('checkbox').uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await waiting().getByText('unless the customer writes first', { exact: false }).waitFor({ state: 'detached' });
    await waiting().getByRole('button', { name: 'Send now' }).click();
    await world.received(ANNA, 2);
    await waiting().waitFor({ state: 'detached' });
  }, 60_000);

  it('keeps back what waited when the customer writes first, and says so', async () => {
    await field().fill('Did it come?');
    await page.getByRole('button', { name: 'Send later' }).click();
    await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
    await waiting().waitFor();
    const [first] = await world.mailbox(ANNA);
    await world.write(ANNA, { subject: 'Re: Jacket', text: 'It came!', inReplyTo: first?.messageId });
    await page.getByText('The customer wrote first.', { exact: false }).first().waitFor({ timeout: 20_000 });
    await waiting().waitFor({ state: 'detached' });
    await waitFor(async () => (await field().inputValue()) === 'Did it come?');
    expect(await mails()).toHaveLength(2);
  }, 60_000);
});
