import { AppError, HttpClient } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AGENT, Robots } from './robots';

export interface FetchedPage {
  /** Where it was found in the end. */
  url: string;
  html: string;
}

const MOST_BYTES = 3 * 1024 * 1024;
const MOST_HOPS = 4;
const MOST_SITEMAPS = 10;
const TIMEOUT_MS = 15_000;

/** Pages of the public Internet: no address of our own network is ever asked. */
@Injectable()
export class Pages {
  constructor(private readonly http: HttpClient) {}

  /** Throws `AppError` with what to tell the person. `sameHost`: a redirect to elsewhere is refused. */
  async read(url: string, options: { sameHost?: boolean; signal?: AbortSignal } = {}): Promise<FetchedPage> {
    let target = new URL(url);
    for (let hops = 0; hops < MOST_HOPS; hops += 1) {
      const response = await this.ask(target.href, options.signal);
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location) {
        await response.body?.cancel();
        const next = new URL(location, target);
        if (options.sameHost && next.host !== target.host) throw refused(`It leads to another site (${next.host}).`);
        target = next;
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw refused(`The site answered ${response.status}.`);
      }
      const type = response.headers.get('content-type') ?? '';
      if (type && !/html|text\/plain/i.test(type)) {
        await response.body?.cancel();
        throw refused(`It is no web page (${type.slice(0, 60)}).`);
      }
      return { url: target.href, html: decodeBody(Buffer.from(await response.arrayBuffer()), type) };
    }
    throw refused('It redirects too often.');
  }

  async robots(origin: string, signal?: AbortSignal): Promise<Robots> {
    const text = await this.text(new URL('/robots.txt', origin).href, signal);
    return text === null ? Robots.none : Robots.read(text);
  }

  /** Addresses of a sitemap and of the sitemaps in it. */
  async sitemap(urls: readonly string[], signal?: AbortSignal): Promise<string[]> {
    const found: string[] = [];
    const waiting = [...urls];
    for (let asked = 0; asked < MOST_SITEMAPS && waiting.length > 0; asked += 1) {
      const xml = await this.text(waiting.shift() ?? '', signal);
      if (xml === null) continue;
      const places = [...xml.matchAll(/<loc>\s*([^<\s]{1,2000})\s*<\/loc>/g)].map(([, url = '']) =>
        url.replace(/&amp;/g, '&'),
      );
      if (/<sitemapindex/i.test(xml)) waiting.push(...places);
      else found.push(...places);
    }
    return found;
  }

  private async text(url: string, signal?: AbortSignal): Promise<string | null> {
    try {
      const response = await this.ask(url, signal, 'follow');
      if (response.ok) return await response.text();
      await response.body?.cancel();
      return null;
    } catch (error) {
      if (signal?.aborted || !(error instanceof AppError)) throw error;
      return null;
    }
  }

  private ask(url: string, signal?: AbortSignal, redirect: 'manual' | 'follow' = 'manual'): Promise<Response> {
    return this.http.fetch(url, {
      redirect,
      signal,
      maxBytes: MOST_BYTES,
      timeoutMs: TIMEOUT_MS,
      headers: { 'user-agent': `${AGENT}/1.0`, accept: 'text/html,application/xhtml+xml,text/plain;q=0.5,*/*;q=0.1' },
    });
  }
}

const refused = (reason: string): AppError => new AppError('page_not_read', 422, reason, { retryable: false });

function decodeBody(body: Buffer, contentType: string): string {
  const named =
    /charset=["']?([\w-]{1,40})/i.exec(contentType)?.[1] ??
    /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(body.subarray(0, 2_048).toString('latin1'))?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(body);
  } catch {
    return body.toString('utf8');
  }
}
