import { ConnectorError, type ConnectorDeps } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { ask, refusalOf } from '../../vendor/vendor-http';
import type { ShipengineCredentials } from './shipengine.credentials';

const HOST = 'https://api.shipengine.com';

type Fields = Record<string, unknown>;

/** https://shipengine.github.io/shipengine-openapi/ */
export class ShipengineClient {
  readonly root: string;

  constructor(
    private readonly credentials: ShipengineCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? HOST).replace(/\/+$/, '');
  }

  /** Null: nobody knows the number, or no account of that carrier is there to ask with. */
  async track(carrier: string, number: string): Promise<Fields | null> {
    const query = new URLSearchParams({ carrier_code: carrier, tracking_number: number }).toString();
    try {
      return fieldsIn(await this.call('GET', `/v1/tracking?${query}`));
    } catch (error) {
      if (error instanceof ConnectorError && (error.code === 'not_found' || error.code === 'rejected')) return null;
      throw error;
    }
  }

  async call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await ask(this.deps, 'ShipEngine', `${this.root}${path}`, {
      method,
      headers: {
        'api-key': this.credentials.apiKey,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = parsedJson(text);
    const { error_code: code, message } = fieldsIn(listIn(fieldsIn(answer).errors)[0]);
    const refusal = refusalOf('ShipEngine', response, this.deps.now(), textIn(code) || undefined);
    if (refusal?.code === 'rejected' && textIn(message)) {
      throw new ConnectorError('rejected', `ShipEngine refused: ${textIn(message).slice(0, 300)}`, {
        vendorCode: textIn(code),
      });
    }
    if (refusal) throw refusal;
    if (answer === null && text)
      throw new ConnectorError('unavailable', 'ShipEngine sent an answer that we cannot read');
    return answer;
  }
}
