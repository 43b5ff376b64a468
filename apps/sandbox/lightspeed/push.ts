import { createHash } from 'node:crypto';
import type { ShopState } from './state';
import { API_SECRET, SHOP_ID, type Fields } from './wire';

const WAITS_MS = [0, 200, 1_000];
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const ANSWER_WITHIN_MS = 10_000;
const KEPT = 200;

export interface Delivery {
  event: string;
  url: string;
  status: number | null;
}

/** Calls the shop's web hooks: the whole record in its envelope, signed with an MD5 of body and secret. */
export class Pusher {
  readonly deliveries: Delivery[] = [];
  /** Some shops' calls come without a signature. */
  signs = true;
  private serial = 0;

  constructor(private readonly state: ShopState) {}

  reset(): void {
    this.deliveries.length = 0;
    this.signs = true;
  }

  /** The record is drawn up only when somebody wants to hear of it; null: there is nothing to tell. */
  tell(group: string, action: string, envelope: () => Fields | null): void {
    const wanted = this.state.webhooks.filter(
      (hook) =>
        hook.isActive === true && hook.itemGroup === group && (hook.itemAction === '*' || hook.itemAction === action),
    );
    const told = wanted.length > 0 ? envelope() : null;
    if (!told) return;
    for (const hook of wanted) void this.deliver(String(hook.address), `${group}/${action}`, told);
  }

  private async deliver(url: string, event: string, envelope: Fields): Promise<void> {
    const delivery: Delivery = { event, url, status: null };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT) this.deliveries.shift();
    // The sandbox calls this machine alone.
    if (!LOOPBACK.has(hostOf(url))) return;
    const body = JSON.stringify(envelope);
    this.serial += 1;
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-shop-id': SHOP_ID,
      'x-cluster-id': 'eu1',
      'x-event': event,
      'x-format': 'json',
      'x-language': 'nl',
      'x-request-id': `sandbox-${this.serial}`,
      ...(this.signs && { 'x-signature': createHash('md5').update(`${body}${API_SECRET}`).digest('hex') }),
    };
    for (const wait of WAITS_MS) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      try {
        const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
        const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
        delivery.status = answer.status;
        await answer.arrayBuffer();
        if (answer.status < 300) return;
      } catch {
        delivery.status = null;
      }
    }
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}
