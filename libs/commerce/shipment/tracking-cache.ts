import type { TrackingReport } from '@satchel/connectors';
import { goodFor } from './polling';

interface Entry {
  report: TrackingReport | null;
  at: number;
  until: number;
  shopMark: string | null;
}

const MOST_ENTRIES = 5_000;

/** What carriers answered lately, by workspace: one merchant never sees what another's account was told. */
export class TrackingCache {
  private readonly entries = new Map<string, Entry>();
  private readonly asking = new Map<string, Promise<TrackingReport | null>>();

  constructor(private readonly most = MOST_ENTRIES) {}

  /**
   * The answer kept for `key`, or a new one; callers at the same moment share it. `shopMark` stands for what the shop
   * says about the parcel: once that differs, something happened and the kept answer is too old.
   */
  async get(
    key: string,
    shopMark: string | null,
    now: () => Date,
    ask: () => Promise<TrackingReport | null>,
  ): Promise<TrackingReport | null> {
    const entry = this.entries.get(key);
    const current = entry && now().getTime() < entry.until && (shopMark === null || entry.shopMark === shopMark);
    if (current) return entry.report;
    const flight = `${key} ${shopMark ?? ''}`;
    let asking = this.asking.get(flight);
    if (!asking) {
      asking = ask().finally(() => this.asking.delete(flight));
      this.asking.set(flight, asking);
    }
    const report = await asking;
    const at = now().getTime();
    this.keep(key, { report, at, until: at + goodFor(report?.status ?? null), shopMark });
    return report;
  }

  /** When the answer kept for `key` was read. */
  readAt(key: string): Date | null {
    const entry = this.entries.get(key);
    return entry ? new Date(entry.at) : null;
  }

  private keep(key: string, entry: Entry): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    const oldest = this.entries.size > this.most ? this.entries.keys().next().value : undefined;
    if (oldest !== undefined) this.entries.delete(oldest);
  }
}
