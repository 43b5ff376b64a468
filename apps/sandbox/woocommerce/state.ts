import { shortId } from '../seed/store';
import type { ShopOrder } from '../seed/world.types';
import { listOf, text, type Fields } from './wire';

export interface Meta {
  id: number;
  key: string;
  value: unknown;
}

export interface Note {
  id: number;
  author: string;
  note: string;
  customerNote: boolean;
  at: Date;
}

export interface Webhook {
  id: number;
  name: string;
  status: string;
  topic: string;
  deliveryUrl: string;
  secret: string;
  at: Date;
}

export interface Settings {
  /** What the consumer key may do. */
  permissions: 'read' | 'write' | 'read_write';
  /** Whether the user whose key it is may manage the shop. */
  manager: boolean;
  /** What stands at the shop's address. */
  site: 'ok' | 'no_wordpress' | 'plain_permalinks' | 'no_woocommerce' | 'rest_off' | 'moved';
  /** A web server that drops the Authorization header. */
  dropsAuthorization: boolean;
  /** The payment service says no to a refund; the shop then answers 500. */
  gatewayRefuses: string | null;
  /** Whether the plug-in for tracking numbers is there. */
  tracking: boolean;
}

const usual = (): Settings => ({
  permissions: 'read_write',
  manager: true,
  site: 'ok',
  dropsAuthorization: false,
  gatewayRefuses: null,
  tracking: true,
});

export const STATUSES: Readonly<Record<string, string>> = {
  pending: 'Pending payment',
  processing: 'Processing',
  'on-hold': 'On hold',
  completed: 'Completed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  failed: 'Failed',
  'checkout-draft': 'Draft',
  // The shop's own: registered by a plug-in as "wc-engraving".
  engraving: 'At the engraver',
};

/** What WooCommerce keeps besides the world: metadata, notes, statuses, web hooks. */
export class ShopState {
  settings = usual();
  readonly metas = new Map<number, Meta[]>();
  readonly notes = new Map<number, Note[]>();
  readonly statuses = new Map<number, string>();
  webhooks: Webhook[] = [];
  private lastId = 0;

  constructor() {
    this.reset();
  }

  reset(): void {
    this.settings = usual();
    for (const map of [this.metas, this.notes, this.statuses]) map.clear();
    this.webhooks = [];
    this.lastId = 70_000;
  }

  id(): number {
    this.lastId += 3;
    return this.lastId;
  }

  /** Metadata by the record's long id; a key that is there gets the new value, as in WordPress. */
  setMeta(recordId: number, given: unknown): string | null {
    const metas = this.metas.get(recordId) ?? [];
    let first: string | null = null;
    for (const one of listOf(given)) {
      const key = text(one.key);
      if (!key) continue;
      first ??= text(one.value);
      const there = metas.find((meta) => meta.key === key);
      if (there) there.value = one.value;
      else metas.push({ id: this.id(), key, value: one.value });
    }
    this.metas.set(recordId, metas);
    return first;
  }

  metaOf(recordId: number): Fields[] {
    return (this.metas.get(recordId) ?? []).map((meta) => ({ ...meta }));
  }

  addNote(order: ShopOrder, note: string, customerNote: boolean, at: Date, author = 'system'): Note {
    const made: Note = { id: this.id(), author, note, customerNote, at };
    this.notes.set(order.id, [...(this.notes.get(order.id) ?? []), made]);
    return made;
  }

  /** Some bought without an account. */
  isGuest(order: ShopOrder): boolean {
    return order.number > 1_060 && order.number % 9 === 4;
  }
}

export const orderId = (order: ShopOrder): number => shortId(order.id);
