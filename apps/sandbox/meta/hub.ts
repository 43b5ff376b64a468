import type { Courier, Delivery } from '../hooks/courier';
import type { Hooks } from '../hooks/hooks';
import { hubSignature } from '../hooks/signatures';

interface Waiting<T> {
  item: T;
  done: (delivery: Delivery | null) => void;
}

const BATCH_MS = 25;

/**
 * Collects for a moment what happened and posts it in one body, as Meta's servers do under load. `Item` is one thing
 * that happened; `bodyOf` puts several into one body.
 */
export class HubCaller<Item = unknown> {
  private waiting: Waiting<Item>[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly vendor: 'meta' | 'social',
    private readonly hooks: Hooks,
    private readonly courier: Courier,
    /** One body per list it makes of them. */
    private readonly bodiesOf: (items: Item[]) => Item[][],
    private readonly bodyOf: (items: Item[]) => object,
  ) {}

  /** Resolves when the body that holds it was taken, or given up; null: no hook is set. */
  tell(item: Item): Promise<Delivery | null> {
    return new Promise((done) => {
      this.waiting.push({ item, done });
      this.timer ??= setTimeout(() => void this.flush(), BATCH_MS);
    });
  }

  private async flush(): Promise<void> {
    this.timer = null;
    const all = this.waiting.splice(0);
    for (const items of this.bodiesOf(all.map(({ item }) => item)))
      await this.post(all.filter(({ item }) => items.includes(item)));
  }

  private async post(batch: Waiting<Item>[]): Promise<void> {
    const hook = this.hooks.get(this.vendor);
    if (!hook) return batch.forEach(({ done }) => done(null));
    const body = Buffer.from(JSON.stringify(this.bodyOf(batch.map(({ item }) => item))));
    const delivery = await this.courier.deliver({
      vendor: this.vendor,
      what: `${this.vendor === 'meta' ? 'WhatsApp' : 'Messenger'}, ${batch.length} in one`,
      url: hook.url,
      type: 'application/json',
      body,
      secret: hook.secret,
      headers: { 'user-agent': 'facebookexternalua' },
      sign: (secret) => ({ 'x-hub-signature-256': hubSignature(secret, body) }),
    });
    batch.forEach(({ done }) => done(delivery));
  }
}
