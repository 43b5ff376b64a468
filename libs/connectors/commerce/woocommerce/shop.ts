import { ConnectorError } from '../../port';
import { wordIn } from './facts';
import type { WoocommerceClient } from './woocommerce.client';

const KEPT_MS = 60 * 60_000;

/** The shop's currency: orders name theirs, products and codes do not. */
export class Shop {
  private kept: { until: number; currency: Promise<string> } | null = null;

  constructor(private readonly client: WoocommerceClient) {}

  currency(): Promise<string> {
    const now = this.client.deps.now().getTime();
    if (this.kept && this.kept.until > now) return this.kept.currency;
    const kept = { until: now + KEPT_MS, currency: this.read() };
    this.kept = kept;
    kept.currency.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.currency;
  }

  private async read(): Promise<string> {
    const told = await this.client.find('data/currencies/current');
    const code = wordIn(told?.code)?.toUpperCase() ?? '';
    if (!/^[A-Z]{3}$/.test(code)) throw new ConnectorError('unavailable', 'WooCommerce does not tell its currency');
    return code;
  }
}
