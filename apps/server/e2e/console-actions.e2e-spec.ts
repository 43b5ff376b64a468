import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { ConnectionService } from '@satchel/connectors';
import type { ActionRunBody, Page as Pages } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from './browser';
import { ServerProcess } from './server-process';
import { OWNER, startWorld, type World } from './world';
import { settled } from './settled';

const ANNA = 'anna.bergmann@example.com';
/** Set it to keep pictures of what was walked through, on both screens and in both schemes. */
const PICTURES = process.env['SATCHEL_WALK_DIR'];

const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

interface Effect {
  kind: string;
  target: string;
  amount: number | null;
  key: string | null;
}

(hasBrowser ? describe : describe.skip)('what can be done from the console', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build({ console: true });
    world = await startWorld({ aiMode: 'off' });
    await connectProgrammes(world);
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
    await browser.close();
    await world.stop();
  }, 30_000);
  afterEach(() => expect(complaints).toEqual([]));

  const shows = (text: string): Promise<void> => page.getByText(text).first().waitFor({ timeout: 20_000 });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const press = async (one: Locator, key = 'Enter'): Promise<void> => {
    await one.focus();
    await page.keyboard.press(key);
  };
  const accessible = async (): Promise<void> => {
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  /** The panel and what stands in it close when the screen narrows, so a walk keeps to one of the screens. */
  const picture = async (name: string, sizes: readonly (keyof typeof SCREENS)[] = ['desk', 'phone']): Promise<void> => {
    if (!PICTURES) return;
    await mkdir(PICTURES, { recursive: true });
    for (const size of sizes) {
      await page.setViewportSize(SCREENS[size]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(PICTURES, `${name}-${size}-${colorScheme}.png`) });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (sizes.length > 1) await page.setViewportSize(SCREENS.desk);
  };
  const refunds = async (): Promise<Effect[]> =>
    (await world.sandbox.control<{ effects: Effect[] }>('effects?kind=refund')).effects;

  it('shows what the shop knows of whoever writes, with how old it is', async () => {
    await world.write(ANNA, { subject: 'Jacket', text: 'Where is my order #1001?' });
    await page.getByText('Jacket', { exact: true }).first().click();
    await page.getByRole('heading', { name: 'Current order' }).waitFor();
    await page.getByRole('group', { name: 'Actions for #1001' }).waitFor({ timeout: 20_000 });
    await shows('Shop just now');
    await accessible();
    await picture('1-panel', ['desk']);
  }, 90_000);

  it('refunds one line of an order by the keyboard alone, once, and shows what was read back', async () => {
    const before = (await refunds()).length;
    await press(page.getByRole('group', { name: 'Actions for #1001' }).getByRole('button', { name: 'Refund' }));
    const dialog = page.getByRole('dialog', { name: /Refund: #1001/ });
    await press(dialog.getByRole('button', { name: /^One more of/ }).first());
    await dialog.getByText('Left to refund').waitFor({ timeout: 20_000 });
    await accessible();
    await picture('2-refund-form', ['desk']);
    await press(dialog.getByRole('button', { name: 'Go on' }));
    const yes = dialog.getByRole('button', { name: /^Refund .* for #1001$/ });
    await yes.waitFor();
    await accessible();
    await picture('3-refund-confirm', ['desk']);
    await press(yes);
    await dialog.getByText('It was read back there.', { exact: false }).waitFor({ timeout: 20_000 });
    await accessible();
    await picture('4-refund-done', ['desk']);
    const made = (await refunds()).slice(before);
    const [run] = (await world.api<Pages<ActionRunBody>>('GET', '/action-runs?state=done')).data;
    expect(made).toEqual([expect.objectContaining({ kind: 'refund', target: '#1001', key: run?.id })]);
    expect(made[0]?.amount).toBe(run?.amount?.amount);
    await press(dialog.getByRole('button', { name: 'Close' }).last());
    await dialog.waitFor({ state: 'detached' });
    await shows('Maya Lindqvist refunded');
  }, 120_000);

  it('says why there is no draft, and writes one when it may', async () => {
    await button('Draft with AI').click();
    await shows('the AI is switched off');
    await world.api('PATCH', '/ai/settings', { mode: 'draft' });
    await page.keyboard.press('d');
    await shows('AI reply ready');
    await accessible();
  }, 60_000);

  it('does the same on a phone, with nothing beyond its edges', async () => {
    await page.setViewportSize(SCREENS.phone);
    // Styles know of the narrow screen before the page does; the button means the phone's panel once it is not pressed.
    await page.getByRole('button', { name: 'Customer panel', pressed: false }).click();
    const panel = page.getByRole('dialog', { name: 'Customer' });
    const refund = panel.getByRole('group', { name: 'Actions for #1001' }).getByRole('button', { name: 'Refund' });
    await refund.waitFor({ timeout: 40_000 });
    const inside = (): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
    expect(await inside()).toBe(true);
    await refund.scrollIntoViewIfNeeded();
    await picture('5-panel', ['phone']);
    await panel.getByText('Smile.io', { exact: false }).first().scrollIntoViewIfNeeded();
    await panel.getByRole('heading', { name: 'Loyalty' }).scrollIntoViewIfNeeded();
    await picture('5-panel-below', ['phone']);
    await refund.click();
    const dialog = page.getByRole('dialog', { name: /Refund: #1001/ });
    await dialog.getByText('none left to be refunded').waitFor();
    await dialog.getByText('Amount', { exact: true }).click();
    await dialog.getByLabel('Amount in EUR').fill('5');
    await dialog.getByText('Left to refund').waitFor({ timeout: 20_000 });
    expect(await inside()).toBe(true);
    await accessible();
    await picture('6-refund', ['phone']);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.setViewportSize(SCREENS.desk);
    await panel.waitFor({ state: 'detached' });
  }, 90_000);

  it('lists what was done, and what waits', async () => {
    await page.getByRole('link', { name: 'Actions' }).click();
    await page.getByRole('list', { name: 'What was done lately' }).getByText('#1001').waitFor();
    await accessible();
    await picture('7-actions');
  }, 60_000);

  it('changes a rule as a new version, and tells who did', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Read the rules' }).click();
    await shows('Goods go back within 30 days of delivery');
    await page.getByLabel('Goods go back within').fill('14');
    await button('Publish as version 1').click();
    await shows('Goods go back within 14 days of delivery');
    await shows('Version 1, changed by Maya Lindqvist');
    await accessible();
    await picture('8-rules');
  }, 60_000);

  it('finds what can be connected, says what to do there, and what the connection can do', async () => {
    await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
    await button('Add a connection').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Channels' }).waitFor();
    await picture('9-connect');
    await dialog.getByLabel('What do you connect?').fill('shop');
    await waitFor(async () => (await dialog.getByRole('heading', { name: 'Channels' }).count()) === 0);
    await dialog.getByRole('button', { name: 'Shopify', exact: true }).click();
    await dialog.getByRole('region', { name: 'First, at Shopify' }).getByRole('listitem').first().waitFor();
    await accessible();
    await picture('10-guide');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await button('Check now: Shop').click();
    await button('What Shop can do').click({ timeout: 20_000 });
    await page.getByRole('list', { name: 'What it can do' }).getByText('Refund').waitFor();
    await accessible();
    await button('What Shop can do').scrollIntoViewIfNeeded();
    await picture('11-verdict');
  }, 90_000);
});

/** A loyalty programme and subscriptions beside the shop. */
async function connectProgrammes({ server, sandbox, ctx }: World): Promise<void> {
  const connections = server.app.get(ConnectionService);
  await connections.create(ctx, {
    connectorId: 'smile',
    label: 'Smile.io',
    baseUrl: `${sandbox.url}/smile`,
    credentials: { apiKey: 'sandbox-smile-key' },
  });
  await connections.create(ctx, {
    connectorId: 'recharge',
    label: 'Recharge',
    baseUrl: `${sandbox.url}/recharge`,
    credentials: { accessToken: 'sandbox-recharge-token', clientSecret: 'sandbox-recharge-secret', currency: 'EUR' },
  });
}
