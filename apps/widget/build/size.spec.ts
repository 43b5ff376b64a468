import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { WIDGET_LOCALES } from '@satchel/contracts';

const ROOT = join(__dirname, '../../..');
/** What every page of a shop pays, and what somebody pays who opens the chat, in bytes as they travel. */
const LOADER_MOST = 10_000;
const OPENED_MOST = 60_000;

describe('the built widget', () => {
  let folder: string;
  const sizes = new Map<string, number>();
  const texts = new Map<string, string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'satchel-widget-'));
    const args = ['node_modules/vite/bin/vite.js', 'build', '-c', 'apps/widget/vite.config.ts', 'apps/widget'];
    const env = { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
    const options = ['--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
    await promisify(execFile)(process.execPath, [...args, ...options], { cwd: ROOT, env });
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      texts.set(name, text);
      sizes.set(name, gzipSync(text, { level: 6 }).length);
    }
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const sizeOf = (pattern: RegExp): number =>
    [...sizes].filter(([name]) => pattern.test(name)).reduce((sum, [, size]) => sum + size, 0);

  it('is a loader, one app and one file per language', () => {
    const names = [...sizes.keys()].map((name) => name.replace(/-[\w-]{8}\.js$/, '')).sort();
    expect(names).toEqual([...WIDGET_LOCALES, 'app', 'widget.js'].sort());
  });

  it(`has a loader of at most ${LOADER_MOST} bytes`, () => {
    expect(sizeOf(/^widget\.js$/)).toBeGreaterThan(500);
    expect(sizeOf(/^widget\.js$/)).toBeLessThanOrEqual(LOADER_MOST);
  });

  it.each(WIDGET_LOCALES)(`costs at most ${OPENED_MOST} bytes when it is opened in "%s"`, (locale) => {
    const opened = sizeOf(new RegExp(`^(widget\\.js|app-.*|${locale}-.*)$`));
    expect(opened).toBeGreaterThan(sizeOf(/^widget\.js$/));
    expect(opened).toBeLessThanOrEqual(OPENED_MOST);
  });

  it('needs no eval, no inline style, and nobody else', () => {
    for (const [name, text] of texts) {
      expect({ name, found: /\beval\(|new Function|setAttribute\(.style/.exec(text)?.[0] }).toEqual({
        name,
      });
      const hosts = [...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([host]) => host);
      // Names of markup languages, not addresses that are asked for.
      expect(hosts.filter((host) => host !== 'http://www.w3.org')).toEqual([]);
    }
  });
});
