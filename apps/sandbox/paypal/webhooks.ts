import { createHmac, randomUUID } from 'node:crypto';
import type { World } from '../seed/world';
import { refundView, type RefundNote } from './views';

/** Nobody beyond this machine is called. */
const LOCAL = /^(127\.\d+\.\d+\.\d+|localhost)$/;
/** PayPal signs with a certificate; whoever asks only hears whether it fits, so any secret does here. */
const SECRET = 'sandbox-paypal-signing';

export interface PaypalWebhook {
  id: string;
  url: string;
  event_types: { name: string }[];
}

export type Transmission = Record<
  'transmission_id' | 'transmission_time' | 'transmission_sig' | 'webhook_id',
  string
> & {
  webhook_event: unknown;
};

/** Who is told of refunds, and whether a call was one of these. */
export class PaypalWebhooks {
  readonly rows: PaypalWebhook[] = [];
  private asked = 0;

  constructor(
    private readonly now: () => Date,
    private readonly notes: ReadonlyMap<string, RefundNote>,
  ) {}

  add(url: string, names: { name: string }[]): PaypalWebhook {
    this.asked += 1;
    const made = {
      id: `5AN${String(this.asked).padStart(14, '0')}`,
      url,
      event_types: names.map(({ name }) => ({ name })),
    };
    this.rows.push(made);
    return made;
  }

  listen(world: World): void {
    world.changes.on('refund', ({ record, verb }) => {
      if (record.payment.gateway !== 'paypal') return;
      const type = verb === 'failed' ? 'PAYMENT.REFUND.FAILED' : 'PAYMENT.CAPTURE.REFUNDED';
      const resource = refundView(record, this.notes.get(record.gatewayId));
      for (const one of this.rows) {
        const wanted = one.event_types.some(({ name }) => name === '*' || name === type);
        if (wanted) void this.post(one, type, resource);
      }
    });
  }

  fits(asked: Transmission): boolean {
    const known = this.rows.some((one) => one.id === asked.webhook_id);
    const { transmission_id: id, transmission_time: time, webhook_id, webhook_event } = asked;
    return known && this.signature(id, time, webhook_id, JSON.stringify(webhook_event)) === asked.transmission_sig;
  }

  private signature(...parts: string[]): string {
    return createHmac('sha256', SECRET).update(parts.join('|')).digest('base64');
  }

  private async post({ id, url }: PaypalWebhook, event_type: string, resource: object): Promise<void> {
    if (!LOCAL.test(new URL(url).hostname)) return;
    const create_time = this.now().toISOString();
    const event = { id: `WH-${randomUUID()}`, event_version: '1.0', create_time, resource_type: 'refund', event_type };
    const body = JSON.stringify({ ...event, summary: 'A refund', resource, resource_version: '2.0', links: [] });
    const transmission = randomUUID();
    const headers = {
      'content-type': 'application/json',
      'paypal-auth-algo': 'SHA256withRSA',
      'paypal-cert-url': 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-sandbox',
      'paypal-transmission-id': transmission,
      'paypal-transmission-time': create_time,
      'paypal-transmission-sig': this.signature(transmission, create_time, id, body),
    };
    const signal = AbortSignal.timeout(5_000);
    await fetch(url, { method: 'POST', headers, body, signal }).then(
      (answer) => answer.body?.cancel(),
      () => undefined,
    );
  }
}
