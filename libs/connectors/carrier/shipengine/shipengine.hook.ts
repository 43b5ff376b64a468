import { verify } from 'node:crypto';
import { ConnectorError, type ChangeHook, type ConnectorDeps, type Hint, type HookRequest } from '../../port';
import { callbackUrl } from '../../vendor/callback-url';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import type { ShipengineClient } from './shipengine.client';
import { SigningKeys } from './signing-keys';

const HOOKS = '/v1/environment/webhooks';
const ID = /^[\w-]{1,60}$/;

type Fields = Record<string, unknown>;

/**
 * Signed by RSA (PKCS #1 v1.5, SHA-256) over "<timestamp>.<raw body>". A call that somebody sends again makes us ask again,
 * and nothing else.
 */
export class ShipengineHook implements ChangeHook {
  readonly answer = { status: 200 };
  private readonly keys: SigningKeys;

  constructor(
    private readonly client: ShipengineClient,
    jwksUrl: string | undefined,
    private readonly deps: ConnectorDeps,
  ) {
    this.keys = new SigningKeys(jwksUrl || `${client.root}/jwks`, deps);
  }

  async verify({ headers, body }: HookRequest): Promise<string | null> {
    const id = headers['x-shipengine-rsa-sha256-key-id'];
    const signature = headers['x-shipengine-rsa-sha256-signature'];
    const time = headers['x-shipengine-timestamp'];
    if (!id || !signature || !time) return 'The call is not signed.';
    try {
      const key = await this.keys.byId(id);
      if (!key) return 'The call is signed with a key that ShipEngine does not name.';
      const signed = Buffer.concat([Buffer.from(`${time}.`), body]);
      const right = verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64'));
      return right ? null : 'The signature is wrong.';
    } catch {
      return "ShipEngine's signing keys cannot be read, so no call of it is believed: check their address.";
    }
  }

  hints({ body }: HookRequest): Hint[] {
    const { resource_type: type, data } = fieldsIn(parsedJson(body));
    const number = textIn(fieldsIn(data).tracking_number);
    return type === 'API_TRACK' && number ? [{ resource: 'shipment', externalId: number }] : [];
  }

  async register(): Promise<void> {
    const url = callbackUrl(this.deps);
    if (!url)
      throw new ConnectorError('rejected', 'ShipEngine cannot call this address: it is only known to this machine.');
    if ((await this.registered(url)).length > 0) return;
    await this.client.call('POST', HOOKS, { url, event: 'track', name: 'Satchel' });
  }

  async unregister(): Promise<void> {
    for (const { webhook_id: id } of await this.registered(this.deps.hookUrl)) {
      if (ID.test(textIn(id))) await this.client.call('DELETE', `${HOOKS}/${textIn(id)}`);
    }
  }

  private async registered(url: string): Promise<Fields[]> {
    const answer = await this.client.call('GET', HOOKS);
    return listIn(answer)
      .map(fieldsIn)
      .filter((one) => one.url === url && one.event === 'track');
  }
}
