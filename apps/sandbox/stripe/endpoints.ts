import { createHmac, randomBytes } from 'node:crypto';
import type { World } from '../seed/world';
import type { Payment, Refund } from '../seed/world.types';
import { chargeView, intentView, refundView, seconds, type RefundNote } from './views';

/** The secret of every address; Stripe makes one for each. */
export const WEBHOOK_SECRET = 'whsec_sandbox';
/** Quick, as nobody waits three days in a sandbox. */
const RETRY_MS = [0, 200, 1_000];
/** Nobody beyond this machine is called. */
const LOCAL = /^(127\.\d+\.\d+\.\d+|localhost)$/;

export interface Endpoint {
  id: string;
  url: string;
  enabled_events: string[];
  status: 'enabled' | 'disabled';
  api_version: string | null;
  description: string | null;
  created: number;
}

export interface Delivery {
  url: string;
  type: string;
  event: string;
  /** 0: nobody answered. */
  status: number;
}

/** The addresses that were registered, and what they are told of the world's changes. */
export class Endpoints {
  readonly rows: Endpoint[] = [];
  readonly deliveries: Delivery[] = [];
  private asked = 0;

  constructor(
    private readonly now: () => Date,
    private readonly notes: Map<string, RefundNote>,
  ) {}

  listen(world: World): void {
    world.changes.on('refund', ({ record, verb }) => {
      if (record.payment.gateway !== 'stripe') return;
      const refund = refundView(record, this.notes.get(record.gatewayId));
      if (verb === 'created') this.tell('refund.created', refund);
      else this.tell(verb === 'failed' ? 'refund.failed' : 'refund.updated', refund);
      if (verb === 'created') this.tell('charge.refunded', chargeView(record.payment, false));
    });
    world.changes.on('payment', ({ record, verb }) => {
      if (record.gateway === 'stripe' && verb === 'captured')
        this.tell('payment_intent.succeeded', intentView(record, null));
    });
  }

  add(fields: Pick<Endpoint, 'url' | 'enabled_events' | 'api_version' | 'description'>): Endpoint {
    this.asked += 1;
    const made: Endpoint = {
      id: `we_1Sandbox${String(this.asked).padStart(16, '0')}`,
      status: 'enabled',
      created: seconds(this.now()),
      ...fields,
    };
    this.rows.unshift(made);
    return made;
  }

  /** The secret stands in the answer to a new address alone. */
  view(one: Endpoint, fresh = false) {
    const { id, ...rest } = one;
    const told = { id, object: 'webhook_endpoint', application: null, livemode: false, metadata: {}, ...rest };
    return fresh ? { ...told, secret: WEBHOOK_SECRET } : told;
  }

  drop(one: Endpoint): void {
    this.rows.splice(this.rows.indexOf(one), 1);
  }

  clear(): void {
    this.rows.length = 0;
    this.deliveries.length = 0;
  }

  /** An event to everybody who wants its kind; the order in which they arrive is not promised. */
  tell(type: string, object: object): void {
    const body = JSON.stringify({
      id: `evt_1${randomBytes(12).toString('hex')}`,
      object: 'event',
      api_version: '2026-10-28.endive',
      created: seconds(this.now()),
      data: { object },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    });
    for (const one of this.rows) {
      const wanted = one.enabled_events.includes('*') || one.enabled_events.includes(type);
      if (one.status === 'enabled' && wanted) void this.deliver(one.url, type, body);
    }
  }

  private async deliver(url: string, type: string, body: string): Promise<void> {
    for (const wait of RETRY_MS) {
      await new Promise((resolve) => void setTimeout(resolve, wait).unref());
      const status = await this.post(url, body);
      this.deliveries.push({ url, type, event: (JSON.parse(body) as { id: string }).id, status });
      if (status >= 200 && status < 300) return;
    }
  }

  private async post(url: string, body: string): Promise<number> {
    const time = seconds(this.now());
    const v1 = createHmac('sha256', WEBHOOK_SECRET).update(`${time}.${body}`).digest('hex');
    if (!LOCAL.test(new URL(url).hostname)) return 0;
    const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': `t=${time},v1=${v1}` };
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5_000) });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return 0;
    }
  }
}

/** Newest first, as every list of Stripe's. */
export const newest = <T extends Payment | Refund>(rows: readonly T[]): T[] =>
  [...rows].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime() || other.id - one.id);
