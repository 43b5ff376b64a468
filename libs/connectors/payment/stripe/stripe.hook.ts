import { ConnectorError, type ChangeHook, type ConnectorDeps, type Hint, type HookRequest } from '../../port';
import { callbackUrl } from '../../vendor/callback-url';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { timedSignatureProblem } from '../../vendor/timed-signature';
import { API_VERSION, type StripeClient } from './stripe.client';
import type { StripeCredentials } from './stripe.credentials';

/** What we ask to hear. */
const EVENTS = [
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refunded',
  'charge.refund.updated',
  'charge.dispute.created',
  'charge.dispute.closed',
  'payment_intent.succeeded',
  'payment_intent.canceled',
];
/** More addresses than these pages hold, no account has. */
const MOST_PAGES = 3;

type Fields = Record<string, unknown>;

/** https://docs.stripe.com/webhooks */
export class StripeHook implements ChangeHook {
  readonly answer = { status: 200 };
  private secret: string;

  constructor(
    private readonly client: StripeClient,
    credentials: StripeCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.secret = credentials.webhookSecret ?? '';
  }

  verify({ headers, body }: HookRequest): string | null {
    if (!this.secret) return 'This connection has no signing secret yet: register it again, or enter the secret.';
    return timedSignatureProblem(headers['stripe-signature'], body, this.secret, this.deps.now());
  }

  hints({ body }: HookRequest): Hint[] {
    const { type, data } = fieldsIn(parsedJson(body));
    const { object } = fieldsIn(data);
    return EVENTS.includes(textIn(type)) ? hintsOf(fieldsIn(object)) : [];
  }

  async register(): Promise<void> {
    const url = callbackUrl(this.deps);
    if (!url)
      throw new ConnectorError('rejected', 'Stripe cannot call this address: it is only known to this machine.');
    const [ours, ...doubles] = await this.registered(url);
    for (const one of doubles) await this.drop(one);
    if (ours && this.secret) return this.mend(ours);
    // Stripe tells the secret once, when the address is new.
    if (ours) await this.drop(ours);
    const made = await this.client.set('/webhook_endpoints', {
      url,
      enabled_events: EVENTS,
      api_version: API_VERSION,
      description: 'Satchel',
    });
    const secret = textIn(made.secret);
    if (!secret) throw new ConnectorError('unavailable', 'Stripe registered us and kept the signing secret to itself.');
    this.secret = secret;
    await this.deps.keep({ webhookSecret: secret });
  }

  async unregister(): Promise<void> {
    for (const one of await this.registered(this.deps.hookUrl)) await this.drop(one);
  }

  private async registered(url: string): Promise<Fields[]> {
    const { rows } = await this.client.list('/webhook_endpoints', {}, MOST_PAGES);
    return rows.filter((row) => row.url === url);
  }

  private async mend(one: Fields): Promise<void> {
    const heard = listIn(one.enabled_events).map(textIn);
    const complete = heard.includes('*') || EVENTS.every((event) => heard.includes(event));
    if (complete && one.status === 'enabled') return;
    await this.client.set(`/webhook_endpoints/${textIn(one.id)}`, { enabled_events: EVENTS, disabled: false });
  }

  private async drop(one: Fields): Promise<void> {
    await this.client.remove(`/webhook_endpoints/${textIn(one.id)}`);
  }
}

/** What to ask again: the refund, and the payment that it belongs to, by the id that `byReference` takes. */
function hintsOf(object: Fields): Hint[] {
  const id = textIn(object.id);
  const own: Hint[] = object.object === 'refund' && id ? [{ resource: 'refund', externalId: id }] : [];
  const selves = ['payment_intent', 'charge'].includes(textIn(object.object)) ? id : '';
  const payment = idOf(object.payment_intent) || selves || idOf(object.charge);
  return payment ? [...own, { resource: 'payment', externalId: payment }] : own;
}

const idOf = (value: unknown): string => textIn(value) || textIn(fieldsIn(value).id);
