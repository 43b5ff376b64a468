import { Webhook } from 'standardwebhooks';
import { ConnectorError, type HookRequest } from '../../port';
import type { ApiCredentials } from './api.credentials';

/** Standard Webhooks with one secret, or two while they are being rotated. */
export class Signature {
  private readonly webhooks: Webhook[];

  constructor({ secret, previousSecret }: Pick<ApiCredentials, 'secret' | 'previousSecret'>) {
    try {
      this.webhooks = (previousSecret ? [secret, previousSecret] : [secret]).map((one) => new Webhook(one));
    } catch (cause) {
      throw new ConnectorError('rejected', 'The signing secret is not valid base64.', { cause });
    }
  }

  headers(id: string, at: Date, body: string): Record<string, string> {
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': this.webhooks.map((one) => one.sign(id, at, body)).join(' '),
    };
  }

  /** Why a call is not believed; null: it is genuine. A call of more than five minutes ago may be a replay. */
  problem({ headers, body }: HookRequest): string | null {
    let reason = '';
    for (const webhook of this.webhooks) {
      try {
        webhook.verify(body, headers, { jsonParse: false });
        return null;
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
    }
    return `The call is not signed as Standard Webhooks asks for (webhook-id, -timestamp, -signature): ${reason}.`;
  }
}
