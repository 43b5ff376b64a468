import AxeBuilder from '@axe-core/playwright';
import { ConnectionService } from '@satchel/connectors';
import type { Browser, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from './browser';
import { ServerProcess } from './server-process';
import { OWNER, startWorld, type World } from './world';
import { settled } from './settled';

const EMAIL = 'anna.bergmann@example.com';
const SECRET = 'sandbox-custom-token';

/** What of the page's own world is looked at there. */
interface InPage {
  document: { getAnimations(): { playState: string }[] };
}

(hasBrowser ? describe : describe.skip)('a system of the own in a real browser', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ServerProcess.build({ console: true });
    world = await startWorld({ aiMode: 'off' });
    const connections = world.server.app.get(ConnectionService);
    const known = { auth: 'bearer', secret: SECRET };
    await connections.create(world.ctx, {
      ...{ connectorId: 'custom_http', label: 'Club', baseUrl: `${world.sandbox.url}/custom` },
      credentials: { ...known, baseUrl: 'https://club.fernhill.example' },
    });
    await connections.create(world.ctx, {
      ...{ connectorId: 'custom_mcp', label: 'Club tools', baseUrl: `${world.sandbox.url}/mcp-tools/mcp` },
      credentials: { ...known, url: 'https://club.fernhill.example/mcp' },
    });
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(world.server.url);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'All tickets' }).first().waitFor();
    await page.goto(`${world.server.url}/settings`);
    await page.getByRole('heading', { name: 'Connections' }).waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  }, 30_000);
  afterEach(() => expect(complaints).toEqual([]));

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const accessible = async (picture: string): Promise<void> => {
    // A dialog fades in, and half of it is too pale to read.
    await page.waitForFunction(() =>
      (globalThis as unknown as InPage).document.getAnimations().every((one) => one.playState !== 'running'),
    );
    const folder = process.env['SATCHEL_PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/${picture}.png`, fullPage: true });
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };

  it('takes operations from an OpenAPI document, and tries one', async () => {
    await button('Operations of Club').first().click();
    await page.getByText('Nothing is described yet.').waitFor();
    await button('Take from an OpenAPI document').click();
    const document = await (await fetch(`${world.sandbox.url}/custom/openapi.json`)).text();
    await page.getByLabel('Or paste it').fill(document);
    await button('Read the document').click();
    await page.getByRole('checkbox', { name: 'Find a member by mail address' }).check();
    await page.getByRole('checkbox', { name: 'Grant store credit' }).check();
    await accessible('custom-import');
    await button('Use these 2').click();
    await button('Try Find a member by mail address').click();
    await page.getByRole('textbox', { name: 'email' }).fill(EMAIL);
    await button(/^Try it$/)
      .last()
      .click();
    await page.getByText('Worked', { exact: true }).waitFor();
    await page.getByText('What was sent').click();
    await page.getByText('authorization: •••').waitFor();
    expect(await page.content()).not.toContain(SECRET);
    await accessible('custom-try');
    await page.keyboard.press('Escape');
  });

  it('describes an operation in fields, by the keyboard alone, and tells what is wrong with it', async () => {
    await button('Add an operation').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Label', exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Label', exact: true }).fill('Store credit');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('store_credit');
    await page.getByRole('textbox', { name: 'Description', exact: true }).fill('How much credit a member has.');
    await page.getByRole('textbox', { name: 'Path', exact: true }).fill('/members/{id}/credits');
    await page.getByRole('textbox', { name: 'Label of row 1' }).fill('Balance');
    await page.getByRole('textbox', { name: 'JSONPath of row 1' }).fill('$.balance');
    await button(/^Save$/).press('Enter');
    await page.getByText('operation store_credit: path names {id}, which is no argument').waitFor();
    await button('Add an argument').press('Enter');
    await page.getByRole('textbox', { name: 'Name of argument 1' }).fill('id');
    await accessible('custom-form');
  });
});
