import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { Pace } from '../../vendor/pace';
import { sendChange } from '../../vendor/send-change';
import { ask, readJson } from '../../vendor/vendor-http';
import type { ShipBobCredentials } from './shipbob.credentials';
import { shipBobRefusal } from './shipbob.errors';

const HOST = 'https://api.shipbob.com';
const VERSION = '2026-01';
/** 150 in any minute are allowed: what goes at once and what follows in a minute come to that together. */
const LIMIT = { burst: 30, perSecond: 2 };

type Fields = Record<string, unknown>;
type Query = Record<string, string>;

export interface Channel {
  id: string;
  name: string;
  scopes: string[];
}

/** Who may write stands before who may only read. */
const rankOf = ({ scopes }: Channel): number => (scopes.includes('orders_write') ? 1_000 : 0) + scopes.length;

/** REST API 2026-01, https://developer.shipbob.com. */
export class ShipBobClient {
  private readonly root: string;
  private readonly pace = new Pace('ShipBob', LIMIT);
  private ours: Promise<Channel> | null = null;

  constructor(
    private readonly credentials: ShipBobCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = `${(deps.baseUrl ?? HOST).replace(/\/+$/, '')}/${VERSION}`;
  }

  /** The channel that orders are asked for in; asked for once. */
  channel(): Promise<Channel> {
    this.ours ??= this.pick().catch((error: unknown) => {
      this.ours = null;
      throw error;
    });
    return this.ours;
  }

  async get(path: string, query: Query = {}): Promise<unknown> {
    return this.read(path, query, { shipbob_channel_id: (await this.channel()).id });
  }

  /** Null when ShipBob has no such record. */
  async find(path: string, query: Query = {}): Promise<unknown> {
    try {
      return await this.get(path, query);
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'not_found') return null;
      throw error;
    }
  }

  /** A change; the answer's fields. */
  async change(method: 'POST' | 'PUT', path: string, body: object | null, write: Write): Promise<Fields> {
    const { id } = await this.channel();
    await this.pace.turn();
    const init = {
      method,
      headers: { ...this.headers(body !== null), shipbob_channel_id: id },
      ...(body && { body: JSON.stringify(body) }),
    };
    const { status, headers, text } = await sendChange(this.deps, 'ShipBob', `${this.root}${path}`, init, write);
    this.obey(status, headers, text);
    return fieldsIn(parsedJson(text));
  }

  /** A call that sets up what may be there already. */
  async call(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Fields> {
    await this.pace.turn();
    const response = await ask(this.deps, 'ShipBob', `${this.root}${path}`, {
      method,
      headers: this.headers(body !== undefined),
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    this.obey(response.status, response.headers, text);
    return fieldsIn(parsedJson(text));
  }

  private async pick(): Promise<Channel> {
    const answer = fieldsIn(await this.read('/channel', {}, {}));
    const channels = listIn(answer.items)
      .map(fieldsIn)
      .map((one) => ({ id: textIn(one.id), name: textIn(one.name), scopes: listIn(one.scopes).map(textIn) }));
    const { channelId } = this.credentials;
    const found = channelId
      ? channels.find((one) => one.id === channelId)
      : [...channels].sort((one, other) => rankOf(other) - rankOf(one))[0];
    if (found) return found;
    const known = channels.map((one) => `${one.id} (${one.name})`).join(', ');
    const message = channelId
      ? `The token sees no channel ${channelId}. Channel ID is one of ${known || 'none'}`
      : 'The token sees no channel at all';
    throw new ConnectorError('auth', message, { vendorCode: 'channel' });
  }

  private async read(path: string, query: Query, headers: Record<string, string>): Promise<unknown> {
    const text = new URLSearchParams(query).toString();
    await this.pace.turn();
    const response = await ask(this.deps, 'ShipBob', `${this.root}${path}${text && `?${text}`}`, {
      headers: { ...this.headers(), ...headers },
    });
    if (!response.ok) this.obey(response.status, response.headers, await response.text());
    return readJson('ShipBob', response);
  }

  private obey(status: number, headers: Headers, body: string): void {
    const refusal = shipBobRefusal(status, headers, body, this.deps.now());
    if (refusal?.code === 'rate_limited') this.pace.hold(refusal.retryAfterMs ?? 0);
    if (refusal) throw refusal;
  }

  private headers(withBody = false): Record<string, string> {
    return {
      authorization: `Bearer ${this.credentials.accessToken}`,
      accept: 'application/json',
      ...(withBody && { 'content-type': 'application/json' }),
    };
  }
}
