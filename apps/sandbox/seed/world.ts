import { ChangeFeed } from './change-feed';
import { fillKnown, fillYear, USUAL_SIZE, type StoreSize } from './fill';
import { Random } from './random';
import { Store } from './store';
import type { Effect, EffectKind, RecordKind, Records } from './world.types';

export * from './order-sums';

export const SHOP = {
  id: 61_234_567_890,
  name: 'Fernhill Outfitters',
  domain: 'fernhill-outfitters.myshopify.com',
  currency: 'EUR',
  email: 'support@fernhill.example',
};

/**
 * Everything the simulated vendors know, in one place, so that shop, carrier, payment and loyalty agree with each
 * other. What vendors make happen to it stands in `seed/changes`; nothing else writes to a record.
 */
export class World extends Store {
  readonly changes = new ChangeFeed();
  /** What was made to happen since the start, in its order, doubles and all. */
  readonly effects: Effect[] = [];
  /** For what happens after the start: ids of refunds and charges, codes. */
  random = new Random(0);
  private readonly size: StoreSize;
  private seededAt = new Date(0);

  constructor(
    private readonly clock: () => Date,
    size: Partial<StoreSize> = {},
  ) {
    super();
    this.size = { orders: size.orders ?? USUAL_SIZE.orders };
    this.reset();
  }

  now(): Date {
    return this.clock();
  }

  /** Back to the shop as seeded, relative to now. */
  reset(): void {
    this.seededAt = this.clock();
    this.begin();
    this.changes.clear();
    this.effects.length = 0;
    this.random = new Random(20_260);
  }

  protected fillKnown(): void {
    fillKnown(this, this.seededAt);
  }

  protected fillYear(): void {
    fillYear(this, this.seededAt, this.size);
  }

  /** Marks a record as changed at `at` (now when absent), and tells who listens. */
  changed<Kind extends RecordKind>(kind: Kind, record: Records[Kind], verb = 'updated', at = this.now()): void {
    if ('updatedAt' in record) record.updatedAt = at;
    this.changes.tell(kind, record, verb, at);
  }

  /** Writes down that something was made to happen; never asks whether it had happened before. */
  effect(
    kind: EffectKind,
    target: string,
    amount: number | null = null,
    key: string | null = null,
    at = this.now(),
  ): void {
    this.effects.push({ kind, target, amount, key, at });
  }
}
