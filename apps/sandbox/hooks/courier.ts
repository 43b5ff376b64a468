import type { Faults } from '../control/faults';
import { pause } from '../control/faults';
import type { Hooks } from './hooks';

/** The waits between tries; then the vendor gives up. */
const RETRY_MS = [150, 500, 1_500];
const ANSWER_WITHIN_MS = 15_000;
const KEPT_DELIVERIES = 100;

export interface Posting {
  vendor: 'twilio' | 'meta' | 'social' | 'api';
  /** For people who look at the list of deliveries: "sms inbound", "status delivered". */
  what: string;
  url: string;
  type: string;
  body: Buffer;
  secret: string;
  /** The headers that prove who sends it, made with the given secret. */
  sign: (secret: string) => Record<string, string>;
  headers?: Record<string, string>;
}

export interface Delivery {
  what: string;
  url: string;
  /** Of the last try; null: nobody answered. */
  status: number | null;
  attempts: number;
  error: string | null;
  at: string;
}

/** Calls the hooks as the vendors' servers do: signed, and again while the answer is not 2xx. */
export class Courier {
  private readonly kept: Delivery[] = [];
  private readonly stopping = new AbortController();

  constructor(
    private readonly hooks: Hooks,
    private readonly faults: Faults,
    private readonly now: () => Date,
  ) {}

  async deliver(posting: Posting): Promise<Delivery> {
    const fault = posting.vendor === 'api' ? null : this.faults.take(posting.vendor, ['duplicate', 'forged']);
    const secret = fault?.mode === 'forged' ? `not-${posting.secret}` : posting.secret;
    const delivery = await this.tryUntilTaken(posting, secret);
    if (fault?.mode === 'duplicate') await this.tryUntilTaken(posting, secret);
    return delivery;
  }

  /** Newest first. */
  list(): Delivery[] {
    return [...this.kept].reverse();
  }

  stop(): void {
    this.stopping.abort();
  }

  private async tryUntilTaken(posting: Posting, secret: string): Promise<Delivery> {
    const { what, url } = posting;
    const delivery: Delivery = { what, url, status: null, attempts: 0, error: null, at: this.now().toISOString() };
    this.kept.push(delivery);
    if (this.kept.length > KEPT_DELIVERIES) this.kept.shift();
    for (const wait of [0, ...RETRY_MS]) {
      if (wait > 0) await pause(wait);
      if (this.stopping.signal.aborted) break;
      delivery.attempts += 1;
      await this.once(posting, secret, delivery);
      if (delivery.status !== null && delivery.status >= 200 && delivery.status < 300) break;
    }
    return delivery;
  }

  private async once({ url, type, body, sign, headers }: Posting, secret: string, delivery: Delivery): Promise<void> {
    delivery.status = null;
    delivery.error = null;
    if (!this.hooks.mayCall(url)) {
      delivery.error = 'not on this machine, and no hook was set to it';
      return;
    }
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': type, ...headers, ...sign(secret) },
        body: new Uint8Array(body),
        redirect: 'manual',
        signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      delivery.status = response.status;
      await response.arrayBuffer();
    } catch (error) {
      delivery.error = (error as Error).message;
    }
  }
}
