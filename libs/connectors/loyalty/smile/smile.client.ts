import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { Pace } from '../../vendor/pace';
import { sendChange } from '../../vendor/send-change';
import { ask, readJson } from '../../vendor/vendor-http';
import type { SmileCredentials } from './smile.credentials';
import { smileRefusal } from './smile.errors';

const HOST = 'https://api.smile.io';
/** Ten in any second are allowed: what goes at once and what follows must stay below that together. */
const LIMIT = { burst: 2, perSecond: 8 };
/** Most that the vendor gives at once. */
export const PAGE = 250;

type Fields = Record<string, unknown>;
type Query = Record<string, string | number>;

/** REST API v1, https://dev.smile.io/api/introduction. */
export class SmileClient {
  private readonly root: string;
  private readonly pace = new Pace('Smile.io', LIMIT);

  constructor(
    private readonly credentials: SmileCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = `${(deps.baseUrl ?? HOST).replace(/\/+$/, '')}/v1`;
  }

  /** Waits out one "too many": the second that it takes is nothing to whoever waits here. */
  async get(path: string, query: Query = {}): Promise<Fields> {
    try {
      return await this.once(path, query);
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.code !== 'rate_limited' || error.vendorCode === 'pace')
        throw error;
      return this.once(path, query);
    }
  }

  /** Null when Smile.io has no such record. */
  async find(path: string, query: Query = {}): Promise<Fields | null> {
    try {
      return await this.get(path, query);
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'not_found') return null;
      throw error;
    }
  }

  /** One page of a list; `next` asks for the one after. */
  async page(name: string, query: Query): Promise<{ rows: Fields[]; next: string | null }> {
    const answer = await this.get(`/${name}`, query);
    const next = textIn(fieldsIn(answer.metadata).next_cursor);
    return { rows: listIn(answer[name]).map(fieldsIn), next: next || null };
  }

  /** A change; the answer's fields. */
  async change(path: string, body: object, write: Write): Promise<Fields> {
    await this.pace.turn();
    const init = {
      method: 'POST',
      headers: { ...this.headers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const { status, headers, text } = await sendChange(this.deps, 'Smile.io', `${this.root}${path}`, init, write);
    this.obey(status, headers, text);
    const answer = fieldsIn(parsedJson(text));
    if (Object.keys(answer).length === 0) {
      throw new ConnectorError('uncertain', 'Smile.io took the change and answered with something that we cannot read');
    }
    return answer;
  }

  /** How Smile.io answers a call that cannot do anything: null when it only finds nothing to do it to. */
  async probe(path: string, body: object): Promise<ConnectorError | null> {
    await this.pace.turn();
    const response = await ask(this.deps, 'Smile.io', `${this.root}${path}`, {
      method: 'POST',
      headers: { ...this.headers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const refusal = smileRefusal(response.status, response.headers, await response.text(), this.deps.now());
    if (refusal?.retryable) throw refusal;
    return refusal?.code === 'auth' ? refusal : null;
  }

  private async once(path: string, query: Query): Promise<Fields> {
    await this.pace.turn();
    const text = new URLSearchParams(query as Record<string, string>).toString();
    const response = await ask(this.deps, 'Smile.io', `${this.root}${path}${text && `?${text}`}`, {
      headers: this.headers(),
    });
    if (!response.ok) this.obey(response.status, response.headers, await response.text());
    return fieldsIn(await readJson('Smile.io', response));
  }

  private obey(status: number, headers: Headers, body: string): void {
    const refusal = smileRefusal(status, headers, body, this.deps.now());
    if (refusal?.code === 'rate_limited') this.pace.hold(refusal.retryAfterMs ?? 0);
    if (refusal) throw refusal;
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.credentials.apiKey}`, accept: 'application/json' };
  }
}
