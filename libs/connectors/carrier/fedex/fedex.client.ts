import { randomUUID } from 'node:crypto';
import { ConnectorError, type ConnectorDeps } from '../../port';
import { AccessToken, type IssuedToken } from '../../vendor/access-token';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import { withToken } from '../../vendor/with-token';
import type { FedexCredentials } from './fedex.credentials';

const HOST = 'https://apis.fedex.com';
const RENEW_BEFORE_END_MS = 5 * 60_000;

type Fields = Record<string, unknown>;

/** https://developer.fedex.com/api/en-us/catalog/track/v1/docs.html */
export class FedexClient {
  private readonly root: string;
  private readonly token: AccessToken;

  constructor(
    private readonly credentials: FedexCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? HOST).replace(/\/+$/, '');
    this.token = new AccessToken(() => this.issue(), deps.now, RENEW_BEFORE_END_MS);
  }

  /** What FedEx tells of a number, one record for each parcel that ever had it. */
  async track(trackingNumber: string): Promise<Fields[]> {
    const response = await withToken(this.token, (token) =>
      ask(this.deps, 'FedEx', `${this.root}/track/v1/trackingnumbers`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json',
          'x-locale': 'en_US',
          'x-customer-transaction-id': randomUUID(),
        },
        body: JSON.stringify({
          includeDetailedScans: true,
          trackingInfo: [{ trackingNumberInfo: { trackingNumber } }],
        }),
      }),
    );
    const code = await vendorCode(response);
    if (response.status === 404) return [];
    if (response.status === 403) {
      throw new ConnectorError(
        'auth',
        'These keys are not for the Track API: FedEx wants a project of its own for it.',
        {
          vendorCode: code,
        },
      );
    }
    const refusal = refusalOf('FedEx', response, this.deps.now(), code);
    if (refusal) throw refusal;
    const { output } = fieldsIn(await readJson('FedEx', response));
    return listIn(fieldsIn(output).completeTrackResults)
      .flatMap((one) => listIn(fieldsIn(one).trackResults))
      .map(fieldsIn);
  }

  private async issue(): Promise<IssuedToken> {
    const { clientId, clientSecret } = this.credentials;
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const response = await ask(this.deps, 'FedEx', `${this.root}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams(form).toString(),
    });
    const code = await vendorCode(response);
    if (response.status === 400 || response.status === 422) {
      throw new ConnectorError('auth', 'FedEx refused the API key or the secret key', { vendorCode: code });
    }
    const refusal = refusalOf('FedEx', response, this.deps.now(), code);
    if (refusal) throw refusal;
    const body = fieldsIn(await readJson('FedEx', response));
    if (!textIn(body.access_token)) throw new ConnectorError('unavailable', 'FedEx issued no token');
    return { value: textIn(body.access_token), lifetimeMs: Number(body.expires_in) * 1000 || 0 };
  }
}

/** FedEx's own word for what went wrong: `{"errors": [{"code": "NOT.AUTHORIZED.ERROR"}]}`. */
async function vendorCode(response: Response): Promise<string | undefined> {
  if (response.ok) return undefined;
  const { errors } = fieldsIn(await response.json().catch(() => null));
  return textIn(fieldsIn(listIn(errors)[0]).code) || undefined;
}
