import { createHmac } from 'node:crypto';
import type { ShopState, Webhook } from './state';
import type { Fields } from './wire';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const ANSWER_WITHIN_MS = 10_000;
const KEPT = 200;

export interface Delivery {
  topic: string;
  url: string;
  status: number | null;
}

/** Calls the shop's web hooks: the whole record, signed with base64 of an HMAC-SHA256 of the body. */
export class Pusher {
  readonly deliveries: Delivery[] = [];
  private serial = 0;

  constructor(private readonly state: ShopState) {}

  reset(): void {
    this.deliveries.length = 0;
  }

  tell(topic: string, record: () => Fields): void {
    const wanted = this.state.webhooks.filter((hook) => hook.status === 'active' && hook.topic === topic);
    if (wanted.length === 0) return;
    const body = JSON.stringify(record());
    for (const hook of wanted) void this.deliver(hook, topic, body);
  }

  /** A form with the hook's id and without a signature, once when the hook is made. */
  ping(hook: Webhook): void {
    void this.post(hook, 'ping', `webhook_id=${hook.id}`, { 'content-type': 'application/x-www-form-urlencoded' });
  }

  private async deliver(hook: Webhook, topic: string, body: string): Promise<void> {
    const [resource = '', event = ''] = topic.split('.');
    this.serial += 1;
    await this.post(hook, topic, body, {
      'content-type': 'application/json',
      'x-wc-webhook-source': 'https://fernhill.example/',
      'x-wc-webhook-topic': topic,
      'x-wc-webhook-resource': resource,
      'x-wc-webhook-event': event,
      'x-wc-webhook-signature': createHmac('sha256', hook.secret).update(body).digest('base64'),
      'x-wc-webhook-id': String(hook.id),
      'x-wc-webhook-delivery-id': `sandbox-${this.serial}`,
    });
  }

  private async post(hook: Webhook, topic: string, body: string, headers: Record<string, string>): Promise<void> {
    const delivery: Delivery = { topic, url: hook.deliveryUrl, status: null };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT) this.deliveries.shift();
    // The sandbox calls this machine alone.
    if (!URL.canParse(hook.deliveryUrl) || !LOOPBACK.has(new URL(hook.deliveryUrl).hostname)) return;
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const answer = await fetch(hook.deliveryUrl, { method: 'POST', headers, body, redirect: 'manual', signal });
      delivery.status = answer.status;
      await answer.arrayBuffer();
    } catch {
      delivery.status = null;
    }
  }
}
