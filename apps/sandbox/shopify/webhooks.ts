import { createHmac, randomUUID } from 'node:crypto';
import { CLIENT } from '../client';
import type { House } from '../control/sandbox-vendor';
import { SHOP } from '../seed/world';
import type { Change } from '../seed/world.types';
import { gid } from './views';

export interface Webhook {
  id: number;
  topic: string;
  uri: string;
  createdAt: Date;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const ANSWER_WITHIN_MS = 5_000;
/** How often a call that nobody took is tried, and how long after each. */
const RETRY_MS = [0, 200, 800];

/** Topics and bodies of a change, in the older REST words that webhooks still have. */
export function callsOf({ kind, record, verb }: Change): { topic: string; body: object }[] {
  if (!('id' in record)) return [];
  const base = { id: record.id, updated_at: new Date().toISOString() };
  const told = (topic: string, body: object = base) => ({ topic, body });
  if (kind === 'order' && 'number' in record) {
    const order = { ...base, admin_graphql_api_id: gid('Order', record.id), name: `#${record.number}` };
    const first = verb === 'created' ? 'orders/create' : verb === 'cancelled' ? 'orders/cancelled' : null;
    return [...(first ? [told(first, order)] : []), told('orders/updated', order)];
  }
  if ('order' in record && record.order && (kind === 'refund' || kind === 'return')) {
    const body = { ...base, order_id: record.order.id };
    if (kind === 'refund') return verb === 'created' ? [told('refunds/create', body)] : [];
    const topic = { created: 'request', approved: 'approve', declined: 'decline', refunded: 'close' }[verb] ?? 'update';
    const { order_id, ...rest } = body;
    const order = { id: order_id, admin_graphql_api_id: gid('Order', order_id) };
    return [told(`returns/${topic}`, { ...rest, admin_graphql_api_id: gid('Return', record.id), order })];
  }
  if (kind === 'customer') return [told(verb === 'created' ? 'customers/create' : 'customers/update')];
  if (kind === 'product') return [told(verb === 'created' ? 'products/create' : 'products/update')];
  return [];
}

/** ORDERS_UPDATED is told as "orders/updated". */
const topicName = (topic: string): string => topic.replace('_', '/').toLowerCase();

/** Calls who subscribed, signed with the app's secret, as the world changes. */
export class Webhooks {
  private readonly kept = new Map<number, Webhook>();

  constructor(private readonly now: () => Date) {}

  list(): Webhook[] {
    return [...this.kept.values()];
  }

  /** Null: it is there already. */
  add(id: number, topic: string, uri: string): Webhook | null {
    if (this.list().some((one) => one.topic === topic && one.uri === uri)) return null;
    const made = { id, topic, uri, createdAt: this.now() };
    this.kept.set(id, made);
    return made;
  }

  remove(id: number | null): boolean {
    return id !== null && this.kept.delete(id);
  }

  watch({ world, faults }: House): void {
    world.changes.on('*', (change) => {
      for (const { topic, body } of callsOf(change)) {
        const subscribed = this.list().filter((one) => topicName(one.topic) === topic);
        for (const { uri } of subscribed) {
          const forged = faults.take('shopify', ['forged']) !== null;
          void this.call(uri, topic, Buffer.from(JSON.stringify(body)), forged);
        }
      }
    });
  }

  private async call(uri: string, topic: string, body: Buffer, forged: boolean): Promise<void> {
    // The sandbox calls this machine alone.
    if (!LOOPBACK.includes(new URL(uri).hostname)) return;
    const secret = forged ? `not-${CLIENT.secret}` : CLIENT.secret;
    const headers = {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
      'x-shopify-shop-domain': SHOP.domain,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-event-id': randomUUID(),
      'x-shopify-triggered-at': this.now().toISOString(),
    };
    for (const wait of RETRY_MS) {
      if (wait > 0) await new Promise<void>((resolve) => void setTimeout(resolve, wait).unref());
      try {
        const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
        const answer = await fetch(uri, {
          method: 'POST',
          headers,
          body: new Uint8Array(body),
          redirect: 'manual',
          signal,
        });
        if (answer.ok) return;
      } catch {
        // Nobody was there; tried again like a refusal.
      }
    }
  }
}
