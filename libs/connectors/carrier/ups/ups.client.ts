import { randomUUID } from 'node:crypto';
import { ConnectorError, type ConnectorDeps } from '../../port';
import { AccessToken, type IssuedToken } from '../../vendor/access-token';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import { withToken } from '../../vendor/with-token';
import type { TrackResponse } from './track-response';
import type { UpsCredentials } from './ups.credentials';

const HOST = 'https://onlinetools.ups.com';
const RENEW_BEFORE_END_MS = 5 * 60_000;

interface TokenAnswer {
  access_token?: unknown;
  /** Seconds, as a text. */
  expires_in?: unknown;
}

export class UpsClient {
  private readonly root: string;
  private readonly token: AccessToken;

  constructor(
    private readonly credentials: UpsCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? HOST).replace(/\/+$/, '');
    this.token = new AccessToken(() => this.issue(), deps.now, RENEW_BEFORE_END_MS);
  }

  /** Throws ConnectorError `auth` when UPS does not accept the credentials. */
  async prove(): Promise<void> {
    await this.token.get();
  }

  /** UPS's answer, or null when it answers 404: it does not know the number (yet). */
  async track(trackingNumber: string): Promise<TrackResponse | null> {
    const response = await withToken(this.token, (token) => this.details(trackingNumber, token));
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    const refusal = refusalOf('UPS', response, this.deps.now(), await vendorCode(response));
    if (refusal) throw refusal;
    return (await readJson('UPS', response)) as TrackResponse;
  }

  /** UPS Track Alert: tells the hook of these numbers for 14 days. Those that UPS took. */
  async subscribe(trackingNumbers: readonly string[]): Promise<string[]> {
    const response = await withToken(this.token, (token) =>
      ask(this.deps, 'UPS', `${this.root}/api/track/v2/subscription/standard/package`, {
        method: 'POST',
        headers: { ...this.headers(token), 'content-type': 'application/json' },
        body: JSON.stringify({ locale: 'en_US', trackingNumberList: trackingNumbers }),
      }),
    );
    const refusal = refusalOf('UPS', response, this.deps.now(), await vendorCode(response));
    if (refusal) throw refusal;
    return listIn(fieldsIn(await readJson('UPS', response)).validTrackingNumbers).map(textIn);
  }

  private details(trackingNumber: string, token: string): Promise<Response> {
    const query = 'locale=en_US&returnSignature=false&returnMilestones=false&returnPOD=false';
    const url = `${this.root}/api/track/v1/details/${encodeURIComponent(trackingNumber)}?${query}`;
    return ask(this.deps, 'UPS', url, { headers: this.headers(token) });
  }

  private headers(token: string): Record<string, string> {
    return {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      // Both are mandatory.
      transId: randomUUID(),
      transactionSrc: 'satchel',
    };
  }

  private async issue(): Promise<IssuedToken> {
    const { clientId, clientSecret, merchantId } = this.credentials;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const response = await ask(this.deps, 'UPS', `${this.root}/security/v1/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${basic}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        ...(merchantId ? { 'x-merchant-id': merchantId } : {}),
      },
      body: 'grant_type=client_credentials',
    });
    const code = await vendorCode(response);
    if (response.status === 400) throw new ConnectorError('auth', 'UPS refused our credentials', { vendorCode: code });
    const refusal = refusalOf('UPS', response, this.deps.now(), code);
    if (refusal) throw refusal;
    const body = (await readJson('UPS', response)) as TokenAnswer;
    if (typeof body.access_token !== 'string') throw new ConnectorError('unavailable', 'UPS issued no token');
    return { value: body.access_token, lifetimeMs: Number(body.expires_in) * 1000 || 0 };
  }
}

/** UPS's own number for what went wrong, from the body of a refusal. */
async function vendorCode(response: Response): Promise<string | undefined> {
  if (response.ok) return undefined;
  const body = (await response.json().catch(() => null)) as TrackResponse | null;
  return body?.response?.errors?.[0]?.code;
}
