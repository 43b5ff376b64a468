import { ConnectorError, type ConnectorDeps } from '../../port';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import { shopHost, type ShopifyCredentials } from './shopify.credentials';
import { errorsOf, graphqlFailure, userRefusal, type Cost } from './shopify.errors';
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
  private toldVersion = false;
  /** The bucket as the last answer told it. */
  private bucket: { full: number; held: number; perSecond: number; at: number } | null = null;

  constructor(
    credentials: ShopifyCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? `https://${shopHost(credentials.shopDomain)}`).replace(/\/+$/, '');
    this.token = tokenOf(credentials, this.root, deps);
  }

  /** Data may have holes where Shopify refused a field (`T`'s parts are nullable); refused as a whole, it throws. */
  async run<T extends object>(operation: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await this.post(JSON.stringify({ query: operation, variables }));
    this.watchBucket(answer.extensions?.cost);
    const errors = errorsOf(answer);
    const data = answer.data ?? {};
    if (Object.values(data).every((part) => part === null) && errors.length > 0) {
      throw graphqlFailure(errors, answer.extensions?.cost);
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

  /**
   * How long work that nobody waits for holds back, so that whoever asks meanwhile finds half of the bucket; 0: it may go on.
   */
  backgroundWaitMs(): number {
    if (!this.bucket) return 0;
    const { full, held, perSecond, at } = this.bucket;
    const now = held + ((this.deps.now().getTime() - at) / 1000) * perSecond;
    return Math.max(0, Math.ceil(((full / 2 - now) / perSecond) * 1000));
  }

  private watchBucket(cost: Cost | undefined): void {
    const { maximumAvailable: full, currentlyAvailable: held, restoreRate: perSecond } = cost?.throttleStatus ?? {};
    if (!full || held === undefined || !perSecond) return;
    this.bucket = { full, held, perSecond, at: this.deps.now().getTime() };
  }

  private async post(body: string): Promise<Answer> {
    const token = await this.token.get();
    const response = await this.send(body, token);
    // A token can be withdrawn before its end (secret rotated, app installed anew): one fresh one, once.
    const final = response.status === 401 && this.token.refused(token) ? await this.again(body, response) : response;
    const refusal = refusalOf('Shopify', final, this.deps.now());
    if (refusal) throw refusal;
    this.watchVersion(final);
    return (await readJson('Shopify', final)) as Answer;
  }

  private async again(body: string, refused: Response): Promise<Response> {
    await refused.body?.cancel();
    return this.send(body, await this.token.get());
  }

  private send(body: string, token: string): Promise<Response> {
    return ask(this.deps, 'Shopify', `${this.root}/admin/api/${API_VERSION}/graphql.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-shopify-access-token': token },
      body,
    });
  }

  /** A version that fell off is served by the oldest one alive without an error; only this header tells. */
  private watchVersion(response: Response): void {
    const served = response.headers.get('x-shopify-api-version');
    if (!served || served === API_VERSION || this.toldVersion) return;
    this.toldVersion = true;
    this.deps.log.warn({ asked: API_VERSION, served }, 'Shopify serves another API version than we ask for');
  }
}
