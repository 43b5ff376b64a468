import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openBrowser } from '../../server/e2e/browser';
import { FakeDesk } from './fake-desk';
import { Shop } from './shop';

const ROOT = join(__dirname, '../../..');
/** Set it to keep pictures. */
const PICTURES = process.env['SATCHEL_WALK_DIR'];

/** A browser in front of a shop's page that embeds the widget of a small desk. */
export class World {
  readonly complaints: string[] = [];
  private contexts: BrowserContext[] = [];

  private constructor(
    readonly desk: FakeDesk,
    readonly shop: Shop,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<World> {
    await promisify(execFile)(process.execPath, [join(ROOT, 'apps/cli/bin/build.mjs')], { cwd: ROOT });
    const desk = await new FakeDesk().start();
    const shop = await new Shop(desk.url).start();
    return new World(desk, shop, await openBrowser());
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.desk.stop();
    await this.shop.stop();
  }

  async fresh(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
    this.desk.reset();
    this.shop.attributes = this.shop.extra = '';
    this.shop.lang = 'en';
    this.complaints.length = 0;
  }

  async visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      ...options,
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        reportError(new Error(`policy: ${violatedDirective} ${blockedURI}`)),
      );
      const shifts = ((window as any).shifts = [] as number[]);
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) shifts.push(startTime);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    this.contexts.push(context);
    return context;
  }

  async page(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // Lines that are cut on purpose.
      const isNetwork = /ERR_|WebSocket|status of (401|415|422)/.test(message.text());
      if (message.type() === 'error' && !isNetwork) this.complaints.push(message.text());
    });
    await page.goto(this.shop.url);
    await launcher(page).waitFor();
    return page;
  }

  /** Opens the chat of a new visitor. */
  async opened(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.page(await this.visitor(options));
    await launcher(page).click();
    await chat(page).waitFor();
    return page;
  }

  async picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
  }
}

export const launcher = (page: Page): Locator => page.locator('satchel-chat .launcher');
export const chat = (page: Page): Locator => page.getByRole('dialog');
export const field = (page: Page): Locator => chat(page).locator('.composer textarea');
export const bubbles = (page: Page): Locator => chat(page).locator('.bubble');

export async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

export async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join(' | ')}`,
  );
}
