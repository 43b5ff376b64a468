import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { sendChange } from '../../vendor/send-change';
import { ask } from '../../vendor/vendor-http';
import type { StripeCredentials } from './stripe.credentials';
import { stripeRefusal } from './stripe.errors';
import { formOf, type FormFields } from './stripe.form';

const HOST = 'https://api.stripe.com';
/** Pinned: answers keep their shape until somebody raises it here. */
export const API_VERSION = '2026-10-28.endive';
/** Most that Stripe gives at once. */
export const PAGE = 100;

type Fields = Record<string, unknown>;

/** https://docs.stripe.com/api */
export class StripeClient {
  private readonly root: string;

  constructor(
    private readonly credentials: StripeCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = `${(deps.baseUrl ?? HOST).replace(/\/+$/, '')}/v1`;
  }

  /** Keys of a test mode move no money. */
  get testMode(): boolean {
    return this.credentials.apiKey.includes('_test_');
  }

  async get(path: string, query: FormFields = {}): Promise<Fields> {
    const text = formOf(query);
    return this.told('GET', `${path}${text && `?${text}`}`);
  }

  /** Null when Stripe has no such record. */
  async find(path: string, query: FormFields = {}): Promise<Fields | null> {
    try {
      return await this.get(path, query);
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'not_found') return null;
      throw error;
    }
  }

  /** All rows of a list, newest first; `complete` false: there are more than `mostPages` hold. */
  async list(path: string, query: FormFields, mostPages: number): Promise<{ rows: Fields[]; complete: boolean }> {
    const rows: Fields[] = [];
    for (let page = 0; page < mostPages; page += 1) {
      const after = textIn(rows.at(-1)?.id) || undefined;
      const answer = await this.get(path, { ...query, limit: PAGE, starting_after: after });
      const more = listIn(answer.data).map(fieldsIn);
      rows.push(...more);
      if (answer.has_more !== true || more.length === 0) return { rows, complete: true };
    }
    return { rows, complete: false };
  }

  /** Something that moves money: once, under the key of the action. */
  async change(path: string, fields: FormFields, write: Write): Promise<Fields> {
    const init = {
      method: 'POST',
      headers: { ...this.headers(), 'content-type': FORM, 'idempotency-key': write.key },
      body: formOf(fields),
    };
    const answer = await sendChange(this.deps, 'Stripe', `${this.root}${path}`, init, write);
    const refusal = stripeRefusal(answer, this.deps.now(), true);
    if (refusal) throw refusal;
    const body = fieldsIn(parsedJson(answer.text));
    if (!textIn(body.id))
      throw new ConnectorError('uncertain', 'Stripe took it and answered with nothing that we can read.');
    return body;
  }

  /** Something that may happen twice without harm: our own address at Stripe. */
  set(path: string, fields: FormFields): Promise<Fields> {
    return this.told('POST', path, formOf(fields));
  }

  remove(path: string): Promise<Fields> {
    return this.told('DELETE', path);
  }

  private async told(method: string, path: string, body?: string): Promise<Fields> {
    const response = await ask(this.deps, 'Stripe', `${this.root}${path}`, {
      method,
      headers: { ...this.headers(), ...(body !== undefined && { 'content-type': FORM }) },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const refusal = stripeRefusal({ status: response.status, headers: response.headers, text }, this.deps.now());
    if (refusal) throw refusal;
    const answer = parsedJson(text);
    if (answer === null) throw new ConnectorError('unavailable', 'Stripe sent an answer that we cannot read');
    return fieldsIn(answer);
  }

  private headers(): Record<string, string> {
    const { apiKey, account } = this.credentials;
    return {
      authorization: `Bearer ${apiKey}`,
      accept: 'application/json',
      'stripe-version': API_VERSION,
      ...(account && { 'stripe-account': account }),
    };
  }
}

const FORM = 'application/x-www-form-urlencoded';
