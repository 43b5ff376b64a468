import { ConnectorError, type ConnectorDeps } from '../../port';
import { AccessToken, type IssuedToken } from '../../vendor/access-token';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { ask, readJson, refusalOf } from '../../vendor/vendor-http';
import { withToken } from '../../vendor/with-token';
import type { UspsCredentials } from './usps.credentials';

const HOST = 'https://apis.usps.com';
const RENEW_BEFORE_END_MS = 5 * 60_000;
/** How an API answers whose address this key or this host does not have. */
const NOT_HERE = [403, 404, 405, 501];

type Fields = Record<string, unknown>;

/**
 * Two versions answer the same question: v3r2 takes a list by POST, v3 one number by GET. What an app was given depends on
 * when it was made, so v3r2 is asked first, and v3 where it is not there.
 */
export class UspsClient {
  private readonly root: string;
  private readonly token: AccessToken;
  private version: 'v3r2' | 'v3' = 'v3r2';

  constructor(
    private readonly credentials: UspsCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? HOST).replace(/\/+$/, '');
    this.token = new AccessToken(() => this.issue(), deps.now, RENEW_BEFORE_END_MS);
  }

  async prove(): Promise<void> {
    await this.token.get();
  }

  /** Null: USPS does not know the number (yet). */
  async track(trackingNumber: string): Promise<Fields | null> {
    if (this.version === 'v3r2') {
      const answer = await this.ask('/tracking/v3r2/tracking', [{ trackingNumber, expand: 'DETAIL' }]);
      if (!NOT_HERE.includes(answer.status)) {
        const told = this.read(answer);
        return told === null ? null : parcelIn(Array.isArray(told) ? told[0] : told);
      }
    }
    const answer = await this.ask(`/tracking/v3/tracking/${encodeURIComponent(trackingNumber)}?expand=DETAIL`);
    const told = this.read(answer);
    // It answers here and did not there.
    if (told !== null) this.version = 'v3';
    return told === null ? null : parcelIn(told);
  }

  private async ask(path: string, body?: object): Promise<UspsAnswer> {
    const response = await withToken(this.token, (token) =>
      ask(this.deps, 'USPS', `${this.root}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  private read({ status, headers, text }: UspsAnswer): unknown {
    const body = parsedJson(text);
    if (status === 404 || (status === 400 && isUnknown(fieldsIn(body).error))) return null;
    const code = textIn(fieldsIn(fieldsIn(body).error).code) || undefined;
    const refusal = refusalOf('USPS', new Response(null, { status, headers }), this.deps.now(), code);
    if (refusal) throw refusal;
    if (body === null) throw new ConnectorError('unavailable', 'USPS sent an answer that we cannot read');
    return body;
  }

  private async issue(): Promise<IssuedToken> {
    const { clientId, clientSecret } = this.credentials;
    const response = await ask(this.deps, 'USPS', `${this.root}/oauth2/v3/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' }),
    });
    if (response.status === 400) {
      await response.body?.cancel();
      throw new ConnectorError('auth', 'USPS refused the consumer key or the secret', { vendorCode: '400' });
    }
    const refusal = refusalOf('USPS', response, this.deps.now());
    if (refusal) throw refusal;
    const { access_token: value, expires_in: seconds, scope } = fieldsIn(await readJson('USPS', response));
    if (!textIn(value)) throw new ConnectorError('unavailable', 'USPS issued no token');
    if (typeof scope === 'string' && !scope.split(/[\s,]+/).some((one) => one.startsWith('tracking'))) {
      throw new ConnectorError(
        'auth',
        'This USPS app may not track: add the Tracking API to it at developers.usps.com.',
        {
          vendorCode: 'scope',
        },
      );
    }
    return { value: textIn(value), lifetimeMs: Number(seconds) * 1000 || 0 };
  }
}

interface UspsAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** A number that is not known comes as a 404, a 400 or a record with an error in it. */
function parcelIn(record: unknown): Fields | null {
  const parcel = fieldsIn(record);
  if (!parcel.error) return textIn(parcel.trackingNumber) || listIn(parcel.trackingEvents).length > 0 ? parcel : null;
  if (isUnknown(parcel.error)) return null;
  throw new ConnectorError('unavailable', 'USPS cannot tell about this number at the moment', {
    vendorCode: textIn(fieldsIn(parcel.error).code) || undefined,
  });
}

function isUnknown(error: unknown): boolean {
  const { message, code, errors } = fieldsIn(error);
  const words = [message, ...listIn(errors).flatMap((one) => [fieldsIn(one).title, fieldsIn(one).detail])].map(textIn);
  return (
    textIn(code) === '404' || /\bnot found\b|may be incorrect|not yet available|invalid tracking/i.test(words.join(' '))
  );
}
