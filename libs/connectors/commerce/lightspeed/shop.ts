import { ConnectorError } from '../../port';
import { fieldsIn } from '../../vendor/loose';
import { idIn, wordIn } from './facts';
import type { LightspeedClient } from './lightspeed.client';
import { CLUSTERS } from './lightspeed.credentials';

export interface ShopFacts {
  id: string | null;
  /** Orders do not say theirs: all are in the shop's own. */
  currency: string;
  /** As people know it: "www.fernhill.example". */
  name: string | null;
  /** Where the back office is; null when the shop does not tell. */
  backOffice: string | null;
  /** Where the shop is; null when it does not tell. */
  site: string | null;
}

const SHOP_MS = 30 * 60_000;
const STATUSES_MS = 60_000;

/** What hardly ever changes about a shop, asked for once in a while and not with each order. */
export class Shop {
  private readonly shop;
  private readonly titles;

  constructor(private readonly client: LightspeedClient) {
    const now = () => client.deps.now().getTime();
    this.shop = remembered(SHOP_MS, now, () => this.readFacts());
    this.titles = remembered(STATUSES_MS, now, () => this.readStatuses());
  }

  facts(): Promise<ShopFacts> {
    return this.shop();
  }

  /** Titles of the shop's own order statuses by id. */
  customStatuses(): Promise<Map<string, string>> {
    return this.titles();
  }

  private async readFacts(): Promise<ShopFacts> {
    const { client } = this;
    const shop = fieldsIn((await client.get('shop')).shop);
    const currency = wordIn(fieldsIn(shop.currency).shortcode)?.toUpperCase() ?? '';
    if (!/^[A-Z]{3}$/.test(currency)) throw new ConnectorError('unavailable', 'Lightspeed does not tell its currency');
    const sub = wordIn(shop.subDomain);
    const main = wordIn(shop.mainDomain);
    const host = CLUSTERS[client.credentials.cluster].shop;
    const label = sub && /^[a-z0-9-]+$/i.test(sub) ? sub : null;
    const domain = main && /^[a-z0-9.-]+$/i.test(main) ? main : null;
    return {
      id: idIn(shop.id) ?? (wordIn(shop.id)?.replace(/^0+/, '') || null),
      currency,
      name: main ?? sub,
      backOffice: label && `https://${label}.${host}/admin`,
      site: domain && `https://${domain}`,
    };
  }

  private async readStatuses(): Promise<Map<string, string>> {
    const rows = await this.client.list('orders/customstatuses', 'customStatuses');
    return new Map(rows.map((row) => [idIn(row.id) ?? '', wordIn(row.title) ?? '']));
  }
}

/** Keeps an answer for a while; a failure is not kept. */
function remembered<T>(forMs: number, now: () => number, ask: () => Promise<T>): () => Promise<T> {
  let known: { until: number; value: Promise<T> } | null = null;
  return () => {
    if (known && known.until > now()) return known.value;
    const asked = { until: now() + forMs, value: ask() };
    known = asked;
    asked.value.catch(() => {
      if (known === asked) known = null;
    });
    return asked.value;
  };
}
