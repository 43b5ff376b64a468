import { SCOPES } from './views';
import { Webhooks } from './webhooks';

export interface OrderEdit {
  orderId: number;
  /** What is left of lines, by their ids. */
  left: Map<number, number>;
  added: { variantId: number; quantity: number }[];
}

/** What Shopify keeps besides the store's own records. */
export class ShopState {
  scopes: readonly string[] = SCOPES;
  /** As at Shopify, they outlive what happens to the store. */
  readonly webhooks: Webhooks;
  /** By order and `namespace.key`. */
  private readonly metafields = new Map<string, { id: number; type: string; value: string }>();
  /** Of cancelled orders, by order. */
  readonly staffNotes = new Map<number, string | null>();
  /** Jobs by their ids; true: done. */
  readonly jobs = new Map<string, boolean>();
  /** What a mutation with this key was asked and made. */
  readonly answered = new Map<string, { asked: string; made: unknown }>();
  /** What returns ask besides the world's own words. */
  readonly returnNotes = new Map<number, { customer: string | null; shop: string }[]>();
  /** Of codes that were made here. */
  readonly discountTitles = new Map<number, string>();
  /** Sessions of order edits, by their number: what is to change, and nothing of it did yet. */
  readonly edits = new Map<number, OrderEdit>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(now: () => Date) {
    this.webhooks = new Webhooks(now);
  }

  setMetafield(order: number, name: string, type: string, value: string, id: number): void {
    this.metafields.set(`${order} ${name}`, { id, type, value });
  }

  metafield(order: number, name: string) {
    return this.metafields.get(`${order} ${name}`) ?? null;
  }

  pendingJobs(): number {
    return [...this.jobs.values()].filter((done) => !done).length;
  }

  /** A moment after the answer, as Shopify's jobs run. */
  later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    timer.unref();
    this.timers.add(timer);
  }

  reset(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    const all = [
      this.metafields,
      this.staffNotes,
      this.jobs,
      this.answered,
      this.returnNotes,
      this.discountTitles,
      this.edits,
    ];
    for (const kept of all) kept.clear();
    this.scopes = SCOPES;
  }
}
