import { ConnectorError } from '../../../port';
import { wordIn } from '../facts';
import type { WoocommerceClient } from '../woocommerce.client';

const KEPT_MS = 10 * 60_000;

/** What the shop calls its statuses, those of its own making among them (a plug-in registers "wc-engraving"). */
export class Statuses {
  private kept: { until: number; labels: Promise<ReadonlyMap<string, string>> } | null = null;

  constructor(private readonly client: WoocommerceClient) {}

  /** By their words without "wc-". Empty: the key's user may not ask. */
  async labels(): Promise<ReadonlyMap<string, string>> {
    const now = this.client.deps.now().getTime();
    if (this.kept && this.kept.until > now) return this.kept.labels;
    const kept = { until: now + KEPT_MS, labels: this.read() };
    this.kept = kept;
    kept.labels.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.labels;
  }

  /** The one list of statuses in this API is a report. */
  private async read(): Promise<ReadonlyMap<string, string>> {
    try {
      const rows = await this.client.list('reports/orders/totals');
      const pairs = rows.map((row): [string, string] => [plainStatus(row.slug), wordIn(row.name) ?? '']);
      return new Map(pairs.filter(([slug, name]) => slug && name));
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'auth') return new Map();
      throw error;
    }
  }
}

export const plainStatus = (value: unknown): string => (wordIn(value) ?? '').replace(/^wc-/, '');
