import { setTimeout as pause } from 'node:timers/promises';
import { ConnectorError } from '../../port';
import type { Cost } from './shopify.errors';

/** A person may be waiting on the screen; a longer wait is for whoever asked to plan. */
const LONGEST_WAIT_MS = 3_000;

/**
 * What we know of Shopify's leaky bucket: each answer tells how full it is and how fast it fills. A request that it would
 * not hold waits until it does, or fails before it leaves.
 */
export class ShopifyBucket {
  private level: { available: number; maximum: number; restoreRate: number; at: number } | null = null;
  /** By requests on their way. */
  private taken = 0;
  /** What each operation was asked for the last time. */
  private readonly costs = new Map<string, number>();

  constructor(
    private readonly now: () => Date,
    private readonly wait: (ms: number) => Promise<unknown> = pause,
  ) {}

  /** What is to be called when the request has ended, however it did: until then its points count as taken. */
  async admit(operation: string): Promise<() => void> {
    const cost = this.costs.get(operation) ?? 0;
    const waitMs = this.waitFor(cost);
    if (waitMs > LONGEST_WAIT_MS) {
      throw new ConnectorError('rate_limited', 'Shopify asked us to slow down', {
        vendorCode: 'THROTTLED',
        retryAfterMs: waitMs,
      });
    }
    // Taken before the wait, so that requests side by side do not count on the same points.
    this.taken += cost;
    if (waitMs > 0) await this.wait(waitMs);
    return () => {
      this.taken -= cost;
    };
  }

  /** A walk over everything leaves half of the bucket to people who ask while it is answered. */
  leaveHalf(operation: string): void {
    const cost = this.costs.get(operation) ?? 0;
    const retryAfterMs = this.level ? this.waitFor(this.level.maximum / 2 + cost) : 0;
    if (retryAfterMs === 0) return;
    throw new ConnectorError('rate_limited', 'A walk leaves half of the bucket to others', { retryAfterMs });
  }

  learn(operation: string, cost: Cost | undefined): void {
    if (!cost) return;
    if (typeof cost.requestedQueryCost === 'number') this.costs.set(operation, cost.requestedQueryCost);
    const { currentlyAvailable: available, restoreRate, maximumAvailable } = cost.throttleStatus ?? {};
    if (typeof available !== 'number' || !restoreRate) return;
    this.level = { available, restoreRate, maximum: maximumAvailable ?? available, at: this.now().getTime() };
  }

  private waitFor(cost: number): number {
    if (!this.level) return 0;
    const now = this.now().getTime();
    const { available, maximum, restoreRate, at } = this.level;
    const filled = Math.min(maximum, available + (Math.max(0, now - at) / 1000) * restoreRate);
    this.level = { available: filled, maximum, restoreRate, at: now };
    // A request dearer than the whole bucket is Shopify's to refuse.
    const missing = Math.min(cost, maximum) - (filled - this.taken);
    return missing > 0 ? Math.ceil((missing / restoreRate) * 1000) : 0;
  }
}
