import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { AccessToken, type IssuedToken } from '../../vendor/access-token';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { sendChange } from '../../vendor/send-change';
import { ask } from '../../vendor/vendor-http';
import { withToken } from '../../vendor/with-token';
import type { PaypalCredentials } from './paypal.credentials';
import { paypalRefusal } from './paypal.errors';

const HOSTS = { live: 'https://api-m.paypal.com', sandbox: 'https://api-m.sandbox.paypal.com' };
const RENEW_BEFORE_END_MS = 5 * 60_000;

type Fields = Record<string, unknown>;

/** https://developer.paypal.com/docs/api/payments/v2 */
export class PaypalClient {
  private readonly root: string;
  private readonly token: AccessToken;
  /** What the app was allowed when its token was issued: addresses of PayPal's. */
  scope = '';

  constructor(
    private readonly credentials: PaypalCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? HOSTS[credentials.mode]).replace(/\/+$/, '');
    this.token = new AccessToken(() => this.issue(), deps.now, RENEW_BEFORE_END_MS);
  }

  async prove(): Promise<void> {
    await this.token.get();
  }

  /** Null when PayPal has no such record. */
  async find(path: string): Promise<Fields | null> {
    try {
      return await this.call('GET', path);
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'not_found') return null;
      throw error;
    }
  }

  async call(method: string, path: string, body?: object): Promise<Fields> {
    const response = await withToken(this.token, (token) =>
      ask(this.deps, 'PayPal', `${this.root}${path}`, {
        method,
        headers: { ...headersFor(token), ...(body && JSON_TYPE) },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const refusal = paypalRefusal(response.status, response.headers, text, this.deps.now());
    if (refusal) throw refusal;
    const answer = parsedJson(text);
    if (answer === null && text) throw new ConnectorError('unavailable', 'PayPal sent an answer that we cannot read');
    return fieldsIn(answer);
  }

  /** Something that moves money: once, under the key of the action. */
  async change(path: string, body: object, write: Write): Promise<Fields> {
    const token = await this.token.get();
    const headers = {
      ...headersFor(token),
      ...JSON_TYPE,
      'paypal-request-id': write.key,
      prefer: 'return=representation',
    };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await sendChange(this.deps, 'PayPal', `${this.root}${path}`, init, write);
    if (answer.status === 401) {
      // Withdrawn before its time; a wrong secret shows when the next one is asked for.
      this.token.refused(token);
      throw new ConnectorError('unavailable', 'PayPal ended our session before anything happened.', {
        vendorCode: '401',
      });
    }
    // The same key with other words, or while the first one is still being worked on.
    const issue = textIn(fieldsIn(parsedJson(answer.text)).name);
    if (answer.status === 409 || /REQUEST_ID|DUPLICATE/.test(issue)) {
      throw new ConnectorError('uncertain', 'PayPal has this very action already, or is still at it.', {
        vendorCode: `${answer.status} ${issue}`,
      });
    }
    const refusal = paypalRefusal(answer.status, answer.headers, answer.text, this.deps.now());
    if (refusal) throw refusal;
    const made = fieldsIn(parsedJson(answer.text));
    if (!textIn(made.id))
      throw new ConnectorError('uncertain', 'PayPal took it and answered with nothing that we can read.');
    return made;
  }

  private async issue(): Promise<IssuedToken> {
    const { clientId, clientSecret } = this.credentials;
    const response = await ask(this.deps, 'PayPal', `${this.root}/v1/oauth2/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: 'grant_type=client_credentials',
    });
    const text = await response.text();
    const refusal = paypalRefusal(response.status, response.headers, text, this.deps.now());
    if (refusal) throw refusal;
    const { access_token: value, expires_in: seconds, scope } = fieldsIn(parsedJson(text));
    if (!textIn(value)) throw new ConnectorError('unavailable', 'PayPal issued no token');
    this.scope = textIn(scope);
    return { value: textIn(value), lifetimeMs: Number(seconds) * 1000 || 0 };
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
const headersFor = (token: string) => ({ authorization: `Bearer ${token}`, accept: 'application/json' });
