import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { Pace } from '../../vendor/pace';
import { sendChange } from '../../vendor/send-change';
import { ask, readJson } from '../../vendor/vendor-http';
import type { RechargeCredentials } from './recharge.credentials';
import { rechargeRefusal } from './recharge.errors';

const HOST = 'https://api.rechargeapps.com';
const VERSION = '2021-11';
/** A bucket of forty that empties by two a second; a little room is left for others with the same token. */
const LIMIT = { burst: 36, perSecond: 2 };
const PAGE = 250;
const MOST_PAGES = 4;

type Fields = Record<string, unknown>;
type Query = Record<string, string>;
type Method = 'POST' | 'PUT' | 'DELETE';

/** API version 2021-11, https://developer.rechargepayments.com/2021-11. */
export class RechargeClient {
  private readonly root: string;
  private readonly pace = new Pace('Recharge', LIMIT);

  constructor(
    private readonly credentials: RechargeCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? HOST).replace(/\/+$/, '');
  }

  async get(path: string, query: Query = {}): Promise<Fields> {
    const text = new URLSearchParams(query).toString();
    await this.pace.turn();
    const response = await ask(this.deps, 'Recharge', `${this.root}${path}${text && `?${text}`}`, {
      headers: this.headers(),
    });
    if (!response.ok) this.obey(response.status, response.headers, await response.text());
    return fieldsIn(await readJson('Recharge', response));
  }

  /** Null when Recharge has no such record. */
  async find(path: string): Promise<Fields | null> {
    try {
      return await this.get(path);
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'not_found') return null;
      throw error;
    }
  }

  /** All rows of a list, page after page. */
  async list(name: string, query: Query): Promise<Fields[]> {
    const rows: Fields[] = [];
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      // A cursor carries the filters of the first page; Recharge refuses both.
      const answer: Fields = await this.get(
        `/${name}`,
        cursor ? { cursor, limit: String(PAGE) } : { ...query, limit: String(PAGE) },
      );
      rows.push(...listIn(answer[name]).map(fieldsIn));
      cursor = textIn(answer.next_cursor);
      if (!cursor) break;
    }
    return rows;
  }

  /** A change. What it answers is not believed: whoever asked reads again. */
  async change(method: Method, path: string, body: object, write: Write): Promise<void> {
    await this.pace.turn();
    const init = { method, headers: this.headers(true), body: JSON.stringify(body) };
    const { status, headers, text } = await sendChange(this.deps, 'Recharge', `${this.root}${path}`, init, write);
    this.obey(status, headers, text);
  }

  /** A call that may be made again: it sets up what is there already, or tries a door that leads nowhere. */
  async call(method: Method, path: string, body?: object): Promise<void> {
    await this.pace.turn();
    const response = await ask(this.deps, 'Recharge', `${this.root}${path}`, {
      method,
      headers: this.headers(body !== undefined),
      ...(body && { body: JSON.stringify(body) }),
    });
    this.obey(response.status, response.headers, await response.text());
  }

  private obey(status: number, headers: Headers, body: string): void {
    const refusal = rechargeRefusal(status, headers, body, this.deps.now());
    if (refusal?.code === 'rate_limited') this.pace.hold(refusal.retryAfterMs ?? 0);
    if (refusal) throw refusal;
  }

  private headers(withBody = false): Record<string, string> {
    return {
      'x-recharge-access-token': this.credentials.accessToken,
      'x-recharge-version': VERSION,
      accept: 'application/json',
      ...(withBody && { 'content-type': 'application/json' }),
    };
  }
}
