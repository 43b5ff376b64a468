import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const BINARY = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Whether the tests in a browser can run here. Under CI=true they must: opening one then fails loudly. */
export const hasBrowser = BINARY !== undefined || process.env['CI'] === 'true';

export function openBrowser(): Promise<Browser> {
  if (!BINARY) throw new Error('these tests need Chromium: apt-get install chromium, or set CHROMIUM_PATH');
  return chromium.launch({
    executablePath: BINARY,
    // As root there is no sandbox to have; the rest keeps the browser from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
