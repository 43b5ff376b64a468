import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { fieldsIn, listIn, parsedJson } from '../../vendor/loose';
import { sendOnce } from '../../vendor/send-once';
import { ask } from '../../vendor/vendor-http';
import type { WoocommerceCredentials } from './woocommerce.credentials';
import { REFUND_REFUSED, refusalIn, toldIn, VENDOR } from './woocommerce.errors';

export type Fields = Record<string, unknown>;
export type Query = Record<string, string | number | undefined>;

/** The most that WooCommerce gives at once. */
export const PAGE = 100;

export interface Page {
  rows: Fields[];
  /** X-WP-Total; null: not told. */
  total: number | null;
}

interface Heard {
  status: number;
  headers: Headers;
  text: string;
}

/** One shop's `/wp-json/wc/v3`. WooCommerce limits no requests itself; hosts before it may, and say so with 429. */
export class WoocommerceClient {
  /** The site without a slash at its end. */
  readonly site: string;

  constructor(
    readonly credentials: WoocommerceCredentials,
    readonly deps: ConnectorDeps,
  ) {
    this.site = (deps.baseUrl ?? credentials.shopUrl).replace(/\/+$/, '');
  }

  /** One record; null: there is none. */
  async find(path: string, query: Query = {}): Promise<Fields | null> {
    try {
      return fieldsIn(await this.read(path, query));
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'not_found') return null;
      throw error;
    }
  }

  async page(path: string, query: Query = {}): Promise<Page> {
    const heard = await this.ask('GET', this.url(path, query));
    const total = Number(heard.headers.get('x-wp-total') ?? NaN);
    const rows = listIn(this.body(heard)).map(fieldsIn);
    return { rows, total: Number.isSafeInteger(total) ? total : null };
  }

  /** The records of a list, at most `pages` pages of them. */
  async list(path: string, query: Query = {}, pages = 1): Promise<Fields[]> {
    const all: Fields[] = [];
    for (let page = 1; page <= pages; page += 1) {
      const { rows } = await this.page(path, { ...query, per_page: PAGE, ...(page > 1 && { page }) });
      all.push(...rows);
      if (rows.length < PAGE) break;
    }
    return all;
  }

  /** The change itself: `uncertain` when it may have happened. */
  async change(method: 'POST' | 'PUT', path: string, body: object, write: Write): Promise<Fields> {
    const answer = await sendOnce(this.deps, VENDOR, this.url(path), this.init(method, body), write.beforeCommit);
    const told = toldIn(answer.text);
    if (answer.status >= 500 && told.code === REFUND_REFUSED) {
      throw new ConnectorError('rejected', `WooCommerce made no refund: ${told.message || 'it does not say why'}`, {
        vendorCode: told.code,
      });
    }
    if (answer.status >= 500) {
      throw new ConnectorError('uncertain', 'WooCommerce had trouble and may have done it all the same.', {
        vendorCode: told.code || String(answer.status),
      });
    }
    return fieldsIn(this.body(answer));
  }

  /** A write beside the point (a web hook): as harmless to repeat as a question. */
  async note(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object | null, query: Query = {}): Promise<Fields> {
    return fieldsIn(this.body(await this.ask(method, this.url(path, query), body)));
  }

  /** Status and body of whatever comes from an address of the site; for who looks at refusals himself. */
  async probe(method: 'GET' | 'POST', url: string, body: object | null = null, signed = true): Promise<Heard> {
    return this.ask(method, url, body, signed);
  }

  url(path: string, query: Query = {}): string {
    const { consumerKey, consumerSecret, keyInAddress } = this.credentials;
    const keys = keyInAddress ? { consumer_key: consumerKey, consumer_secret: consumerSecret } : {};
    const asked = Object.entries({ ...query, ...keys }).filter(([, value]) => value !== undefined && value !== '');
    const search = new URLSearchParams(
      asked.map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    return `${this.site}/wp-json/wc/v3/${path}${search && `?${search}`}`;
  }

  private async read(path: string, query: Query): Promise<unknown> {
    return this.body(await this.ask('GET', this.url(path, query)));
  }

  private async ask(method: string, url: string, body: object | null = null, signed = true): Promise<Heard> {
    const response = await ask(this.deps, VENDOR, url, this.init(method, body, signed));
    try {
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (cause) {
      throw new ConnectorError('unavailable', 'WooCommerce broke off its answer', { cause });
    }
  }

  private body({ status, headers, text }: Heard): unknown {
    const refusal = refusalIn(status, headers, text, this.deps.now());
    if (refusal) throw refusal;
    // Some plug-ins print their warnings before the JSON begins.
    const parsed = parsedJson(text) ?? parsedJson(text.slice(Math.max(0, text.search(/^[[{]/m))));
    if (typeof parsed !== 'object' || parsed === null) {
      throw new ConnectorError('unavailable', 'WooCommerce sent an answer that we cannot read', {
        vendorCode: String(status),
      });
    }
    return parsed;
  }

  private init(method: string, body: object | null, signed = true): RequestInit {
    const { consumerKey, consumerSecret, keyInAddress } = this.credentials;
    const basic = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
    return {
      method,
      headers: {
        accept: 'application/json',
        ...(signed && !keyInAddress && { authorization: `Basic ${basic}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    };
  }
}
