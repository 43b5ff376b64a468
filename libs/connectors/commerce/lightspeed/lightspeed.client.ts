import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { fieldsIn, listIn, parsedJson } from '../../vendor/loose';
import { sendChange } from '../../vendor/send-change';
import { ask } from '../../vendor/vendor-http';
import { CLUSTERS, type Cluster, type LightspeedCredentials } from './lightspeed.credentials';
import { refusalOf, VENDOR } from './lightspeed.errors';
import { Quota } from './quota';

export type Fields = Record<string, unknown>;
export type Query = Record<string, string | number | undefined>;

/** The most that Lightspeed gives at once. */
export const PAGE = 250;
/** Parts of an order answer 404 for a moment after it changed. */
const NOT_YET_WAITS_MS = [250, 750];
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

interface Options {
  /** The share of the quota that is left to others. */
  reserve?: number;
  /** Ask again when it is not there yet. */
  patient?: boolean;
}

/** One shop's API: `/{language}/{path}.json`, Basic authentication, one quota for all that is asked. */
export class LightspeedClient {
  private readonly authorization: string;

  constructor(
    readonly credentials: LightspeedCredentials,
    readonly deps: ConnectorDeps,
    readonly quota = new Quota(),
  ) {
    const { apiKey, apiSecret } = credentials;
    this.authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
  }

  /** The envelope of an answer; any refusal as ConnectorError. */
  async get(path: string, query: Query = {}, options: Options = {}): Promise<Fields> {
    for (const wait of options.patient ? NOT_YET_WAITS_MS : []) {
      const found = await this.find(path, query, options);
      if (found) return found;
      await pause(wait);
    }
    const { status, text } = await this.ask('GET', this.url(path, query), undefined, options.reserve);
    return this.envelope(status, text);
  }

  /** As `get`; null when there is nothing at this address. */
  async find(path: string, query: Query = {}, options: Options = {}): Promise<Fields | null> {
    try {
      return await this.get(path, query, { ...options, patient: false });
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'not_found') return null;
      throw error;
    }
  }

  /** The records of a list, at most `pages` pages of them. */
  async list(path: string, key: string, query: Query = {}, pages = 1, options: Options = {}): Promise<Fields[]> {
    const all: Fields[] = [];
    for (let page = 1; page <= pages; page += 1) {
      const answer = await this.get(path, { ...query, limit: PAGE, ...(page > 1 && { page }) }, options);
      const some = listIn(answer[key]).map(fieldsIn);
      all.push(...some);
      if (some.length < PAGE) break;
    }
    return all;
  }

  /** The change itself: `uncertain` when it may have happened. */
  async change(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object | null, write: Write): Promise<Fields> {
    await this.quota.turn();
    const { deps, credentials } = this;
    const answer = await sendChange(deps, VENDOR, this.url(path), this.init(method, body), write);
    return this.envelope(answer.status, answer.text, answer.headers, credentials.language);
  }

  /** A write beside the point (a metafield, a web hook, a script): as harmless to repeat as a question. */
  async note(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object | null): Promise<Fields> {
    const { status, text } = await this.ask(method, this.url(path), body);
    return this.envelope(status, text);
  }

  /** Status and body of whatever comes; for who looks at refusals himself. */
  async probe(
    method: 'GET' | 'POST',
    path: string,
    body: object | null = null,
    root?: string | null,
    language?: string,
  ) {
    return this.ask(method, this.url(path, {}, root ?? this.root(), language), body);
  }

  root(cluster: Cluster = this.credentials.cluster): string {
    return (this.deps.baseUrl ?? CLUSTERS[cluster].api).replace(/\/+$/, '');
  }

  private async ask(method: string, url: string, body?: object | null, reserve = 0) {
    await this.quota.turn(reserve);
    const response = await ask(this.deps, VENDOR, url, this.init(method, body ?? null));
    let text: string;
    try {
      text = await response.text();
    } catch (cause) {
      throw new ConnectorError('unavailable', 'Lightspeed broke off its answer', { cause });
    }
    this.heed(response.status, response.headers);
    return { status: response.status, text };
  }

  private envelope(status: number, text: string, headers?: Headers, language = this.credentials.language): Fields {
    if (headers) this.heed(status, headers);
    const refusal = refusalOf(status, text, language);
    if (refusal) throw refusal;
    if (text.trim() === '') return {};
    const parsed = parsedJson(text);
    if (typeof parsed !== 'object' || parsed === null) {
      throw new ConnectorError('unavailable', 'Lightspeed sent an answer that we cannot read', {
        vendorCode: String(status),
      });
    }
    return fieldsIn(parsed);
  }

  private heed(status: number, headers: Headers): void {
    if (status !== 429) return this.quota.learn(headers);
    const retryAfterMs = this.quota.refused(headers, this.deps.now());
    throw new ConnectorError('rate_limited', 'Lightspeed asked us to slow down', { vendorCode: '429', retryAfterMs });
  }

  private init(method: string, body: object | null): RequestInit {
    return {
      method,
      headers: {
        authorization: this.authorization,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    };
  }

  private url(path: string, query: Query = {}, root = this.root(), language = this.credentials.language): string {
    const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    const search = new URLSearchParams(
      asked.map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    return `${root}/${language}/${path}.json${search && `?${search}`}`;
  }
}

/** A date as filters take it, in UTC. */
export const filterDate = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ');
