import { AppError } from '@satchel/kernel';
import type { FoundDocument } from './document';
import { readPage } from './html-page';
import type { Pages } from './pages';

/** What became of one address; `seen` of `known` so far. */
export type Crawled = { seen: number; known: number; url: string } & (
  { document: FoundDocument } | { skipped: string } | { failed: string }
);

const PAUSE_MS = 150;
const MOST_KNOWN = 3_000;
/** Fewer words than this are a list of links or an error page, not an article. */
const LEAST_WORDS = 25;
const FILES = /\.(png|jpe?g|gif|svg|webp|ico|css|js|json|xml|zip|gz|mp4|mp3|woff2?|pdf|docx?|xlsx?)$/i;

/**
 * The articles of one help centre: what its sitemap names, and what its pages lead to, on the host and below the folder
 * that were given; as robots.txt allows, and not faster than a reader would.
 */
export async function* crawl(
  pages: Pages,
  start: string,
  options: { mostPages: number; signal: AbortSignal; pauseMs?: number },
): AsyncGenerator<Crawled> {
  const home = new URL(start);
  const robots = await pages.robots(home.origin, options.signal);
  const folder = home.pathname.replace(/[^/]*$/, '');
  const known = new Set<string>();
  const waiting: string[] = [];
  const add = (address: string): void => {
    if (!URL.canParse(address) || known.size >= MOST_KNOWN) return;
    const url = new URL(address);
    url.hash = '';
    if (url.host !== home.host || url.protocol !== home.protocol) return;
    if (!url.pathname.startsWith(folder) || FILES.test(url.pathname) || known.has(url.href)) return;
    known.add(url.href);
    waiting.push(url.href);
  };
  add(home.href);
  const maps = robots.sitemaps.length > 0 ? [...robots.sitemaps] : [new URL('/sitemap.xml', home).href];
  for (const url of await pages.sitemap(
    maps.filter((map) => hostOf(map) === home.host),
    options.signal,
  ))
    add(url);
  let seen = 0;
  const taken = new Set<string>();
  while (waiting.length > 0 && seen < options.mostPages && !options.signal.aborted) {
    const url = waiting.shift() ?? '';
    seen += 1;
    const place = { seen, known: Math.min(known.size, options.mostPages), url };
    if (!robots.allows(new URL(url))) {
      yield { ...place, skipped: 'robots.txt asks not to read it.' };
      continue;
    }
    try {
      const { url: foundAt, html } = await pages.read(url, { sameHost: true, signal: options.signal });
      const page = readPage(html, foundAt);
      for (const link of page.links) add(link);
      const source = page.canonical && hostOf(page.canonical) === home.host ? page.canonical : foundAt;
      const now = { ...place, known: Math.min(known.size, options.mostPages) };
      if (taken.has(source)) yield { ...now, skipped: 'It is another address of a page that was read already.' };
      else if (page.noindex) yield { ...now, skipped: 'It asks not to be indexed.' };
      else if (page.markdown.split(/\s+/).length < LEAST_WORDS) yield { ...now, skipped: 'It holds hardly any text.' };
      else {
        taken.add(source);
        yield { ...now, document: { source, title: page.title, markdown: page.markdown, language: page.language } };
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      yield { ...place, failed: error.message };
    }
    await new Promise((resolve) => setTimeout(resolve, options.pauseMs ?? PAUSE_MS));
  }
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);
