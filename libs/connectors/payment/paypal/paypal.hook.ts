import { ConnectorError, type ChangeHook, type ConnectorDeps, type Hint, type HookRequest } from '../../port';
import { callbackUrl } from '../../vendor/callback-url';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { PAYPAL_ID } from './payments';
import type { PaypalClient } from './paypal.client';
import type { PaypalCredentials } from './paypal.credentials';

const HOOKS = '/v1/notifications/webhooks';
const EVENTS = [
  'PAYMENT.CAPTURE.COMPLETED',
  'PAYMENT.CAPTURE.DENIED',
  'PAYMENT.CAPTURE.REFUNDED',
  'PAYMENT.CAPTURE.REVERSED',
  'PAYMENT.REFUND.PENDING',
  'PAYMENT.REFUND.FAILED',
];
const SIGNED_BY = {
  auth_algo: 'paypal-auth-algo',
  cert_url: 'paypal-cert-url',
  transmission_id: 'paypal-transmission-id',
  transmission_sig: 'paypal-transmission-sig',
  transmission_time: 'paypal-transmission-time',
} as const;

/** PayPal itself is asked whether it signed a call, so that no address out of the call is ever fetched. */
export class PaypalHook implements ChangeHook {
  readonly answer = { status: 200 };
  private webhookId: string;

  constructor(
    private readonly client: PaypalClient,
    credentials: PaypalCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.webhookId = credentials.webhookId ?? '';
  }

  async verify({ headers, body }: HookRequest): Promise<string | null> {
    if (!this.webhookId) return 'This connection has no webhook ID yet: register it again, or enter the ID.';
    const event = parsedJson(body);
    const signed = Object.entries(SIGNED_BY).map(([name, header]) => [name, headers[header] ?? ''] as const);
    if (event === null || signed.some(([, value]) => !value)) return 'The call is not signed.';
    const question = { ...Object.fromEntries(signed), webhook_id: this.webhookId, webhook_event: event };
    try {
      const { verification_status: status } = await this.client.call('POST', VERIFY, question);
      return status === 'SUCCESS' ? null : 'PayPal did not sign this call, or it is meant for another webhook ID.';
    } catch (error) {
      if (error instanceof ConnectorError) return 'PayPal did not say whether it signed this call; it will call again.';
      throw error;
    }
  }

  /** A refund's own id, and the capture that it is of, by the link to it. */
  hints({ body }: HookRequest): Hint[] {
    const { event_type: type, resource } = fieldsIn(parsedJson(body));
    const { id, links } = fieldsIn(resource);
    const externalId = textIn(id);
    if (!EVENTS.includes(textIn(type)) || !PAYPAL_ID.test(externalId)) return [];
    const up = listIn(links).map((link) => /\/captures\/([A-Z0-9]{10,20})$/.exec(textIn(fieldsIn(link).href))?.[1]);
    const capture = up.find((one) => one !== undefined && one !== externalId);
    if (!capture) return [{ resource: 'payment', externalId }];
    return [
      { resource: 'refund', externalId },
      { resource: 'payment', externalId: capture },
    ];
  }

  async register(): Promise<void> {
    const url = callbackUrl(this.deps);
    if (!url)
      throw new ConnectorError('rejected', 'PayPal cannot call this address: it is only known to this machine.');
    const there = await this.registered(url);
    const id =
      there ??
      textIn((await this.client.call('POST', HOOKS, { url, event_types: EVENTS.map((name) => ({ name })) })).id);
    if (!id) throw new ConnectorError('unavailable', 'PayPal registered us and did not say under which ID.');
    if (id === this.webhookId) return;
    this.webhookId = id;
    await this.deps.keep({ webhookId: id });
  }

  async unregister(): Promise<void> {
    const id = await this.registered(this.deps.hookUrl);
    if (id) await this.client.call('DELETE', `${HOOKS}/${id}`);
  }

  private async registered(url: string): Promise<string | null> {
    const { webhooks } = await this.client.call('GET', HOOKS);
    const found = listIn(webhooks)
      .map(fieldsIn)
      .find((one) => one.url === url);
    const id = textIn(found?.id);
    return /^[A-Za-z0-9]{1,50}$/.test(id) ? id : null;
  }
}

const VERIFY = '/v1/notifications/verify-webhook-signature';
