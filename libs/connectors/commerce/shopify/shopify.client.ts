import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { fieldsIn, parsedJson } from '../../vendor/loose';
import { sendPlainChange } from '../../vendor/send-change';
import type { Answer as HttpAnswer } from '../../vendor/send-once';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import { ShopifyBucket } from './shopify.bucket';
import { shopHost, type ShopifyCredentials } from './shopify.credentials';
import { changeFailure, errorsOf, graphqlFailure, userRefusal, type Cost, type GraphqlError } from './shopify.errors';
import { tokenOf, type ShopifyToken } from './shopify.token';

/** Quarterly; Shopify serves each for about a year. */
export const API_VERSION = '2026-10';

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: unknown;
  extensions?: { cost?: Cost };
}

/** Runs GraphQL operations; all three layers of Shopify's errors come out as ConnectorError. */
export class ShopifyClient {
  private readonly root: string;
  private readonly token: ShopifyToken;
  private readonly bucket: ShopifyBucket;
  private toldVersion = false;

  constructor(
    credentials: ShopifyCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? `https://${shopHost(credentials.shopDomain)}`).replace(/\/+$/, '');
    this.token = tokenOf(credentials, this.root, deps);
    this.bucket = new ShopifyBucket(deps.now);
  }

  /** Data may have holes where Shopify refused a field (`T`'s parts are nullable); refused as a whole, it throws. */
  async run<T extends object>(operation: string, variables: Record<string, unknown> = {}): Promise<T> {
    const ended = await this.bucket.admit(operation);
    const answer = await this.post(JSON.stringify({ query: operation, variables })).finally(ended);
    this.bucket.learn(operation, answer.extensions?.cost);
    return this.dataOf<T>(answer, graphqlFailure);
  }

  /** As `run`, for work that nobody waits for. */
  async walk<T extends object>(operation: string, variables: Record<string, unknown>): Promise<T> {
    this.bucket.leaveHalf(operation);
    return this.run<T>(operation, variables);
  }

  /** A mutation, once: what leaves without a clear answer is `uncertain`. */
  async change<T extends object>(operation: string, variables: Record<string, unknown>, write: Write): Promise<T> {
    const body = JSON.stringify({ query: operation, variables });
    const ended = await this.bucket.admit(operation);
    const final = await this.sendWithToken(body, write).finally(ended);
    const answer = fieldsIn(parsedJson(final.text)) as Answer;
    this.bucket.learn(operation, answer.extensions?.cost);
    this.watchVersion(final.headers);
    if (!answer.data && errorsOf(answer).length === 0) {
      throw new ConnectorError('uncertain', 'Shopify sent an answer that we cannot read.');
    }
    return this.dataOf<T>(answer, changeFailure);
  }

  private async sendWithToken(body: string, write: Write): Promise<HttpAnswer> {
    const token = await this.token.get();
    const sent = await this.sendChange(body, token, write).catch((error: unknown) => {
      const refused = error instanceof ConnectorError && error.code === 'auth' && error.vendorCode === '401';
      if (!refused || !this.token.refused(token)) throw error;
      return null;
    });
    // Refused for its token, so nothing happened; whoever asked has said yes already.
    return sent ?? this.sendChange(body, await this.token.get(), { ...write, beforeCommit: async () => undefined });
  }

  private dataOf<T extends object>(
    answer: Answer,
    failure: (errors: GraphqlError[], cost: Cost | undefined) => ConnectorError,
  ): T {
    const errors = errorsOf(answer);
    const data = answer.data ?? {};
    if (Object.values(data).every((part) => part === null) && errors.length > 0) {
      throw failure(errors, answer.extensions?.cost);
    }
    if (!answer.data) throw new ConnectorError('unavailable', 'Shopify sent an answer without data');
    if (errors.length > 0) {
      const holes = errors.map((error) => ({ path: error.path?.join('.'), code: error.extensions?.code }));
      this.deps.log.warn({ holes }, 'Shopify left out a part of an answer');
    }
    const refusal = userRefusal(data);
    if (refusal) throw refusal;
    return data as T;
  }

  private async post(body: string): Promise<Answer> {
    const token = await this.token.get();
    const response = await this.send(body, token);
    // A token can be withdrawn before its end (secret rotated, app installed anew): one fresh one, once.
    const final = response.status === 401 && this.token.refused(token) ? await this.again(body, response) : response;
    const refusal = refusalOf('Shopify', final, this.deps.now());
    if (refusal) throw refusal;
    this.watchVersion(final.headers);
    return (await readJson('Shopify', final)) as Answer;
  }

  private async again(body: string, refused: Response): Promise<Response> {
    await refused.body?.cancel();
    return this.send(body, await this.token.get());
  }

  private send(body: string, token: string): Promise<Response> {
    return ask(this.deps, 'Shopify', this.address(), this.request(body, token));
  }

  private sendChange(body: string, token: string, write: Write): Promise<HttpAnswer> {
    return sendPlainChange(this.deps, 'Shopify', this.address(), this.request(body, token), write);
  }

  private address(): string {
    return `${this.root}/admin/api/${API_VERSION}/graphql.json`;
  }

  private request(body: string, token: string): RequestInit {
    const headers = { 'content-type': 'application/json', accept: 'application/json', 'x-shopify-access-token': token };
    return { method: 'POST', headers, body };
  }

  /** A version that fell off is served by the oldest one alive without an error; only this header tells. */
  private watchVersion(headers: Headers): void {
    const served = headers.get('x-shopify-api-version');
    if (!served || served === API_VERSION || this.toldVersion) return;
    this.toldVersion = true;
    this.deps.log.warn({ asked: API_VERSION, served }, 'Shopify serves another API version than we ask for');
  }
}
