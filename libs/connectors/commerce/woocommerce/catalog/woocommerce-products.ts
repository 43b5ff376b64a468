import type { CommerceAdapter, ShopProduct, WalkPage } from '../../../port';
import { listIn } from '../../../vendor/loose';
import { idIn, wordIn } from '../facts';
import type { Shop } from '../shop';
import { PAGE, type Fields, type WoocommerceClient } from '../woocommerce.client';
import { countOf, walkPage } from '../walk';
import { productOf } from './product.mapper';

const AT_ONCE = 4;
const LONGEST_TERM = 255;

export class WoocommerceProducts {
  constructor(
    private readonly client: WoocommerceClient,
    private readonly shop: Shop,
  ) {}

  asPort(): NonNullable<CommerceAdapter['products']> {
    return {
      search: (text, limit) => this.search(text, limit),
      bySku: (sku) => this.bySku(sku),
      byId: (externalId) => this.byId(externalId),
      walk: (since, cursor) => this.walk(since, cursor),
      count: (since) => countOf(this.client, 'products', since),
    };
  }

  private async search(text: string, limit: number): Promise<ShopProduct[]> {
    const term = text.trim().slice(0, LONGEST_TERM);
    if (!term) return [];
    const { rows } = await this.client.page('products', { search: term, per_page: Math.min(Math.max(1, limit), PAGE) });
    return this.many(rows);
  }

  /** A variation is found as itself; the product that it is a part of is what was asked for. */
  private async bySku(sku: string): Promise<ShopProduct[]> {
    const wanted = sku.trim().toLowerCase();
    // A comma would ask for several.
    if (!wanted || wanted.includes(',') || wanted.length > LONGEST_TERM) return [];
    const rows = await this.client.list('products', { sku: sku.trim() });
    const fitting = rows.filter((row) => wordIn(row.sku)?.toLowerCase() === wanted);
    const ids = new Set(fitting.map((row) => idIn(row.parent_id) ?? idIn(row.id) ?? ''));
    const found = await Promise.all([...ids].filter(Boolean).map((id) => this.byId(id)));
    return found.filter((one) => one !== null);
  }

  private async byId(externalId: string): Promise<ShopProduct | null> {
    const record = idIn(externalId) && (await this.client.find(`products/${externalId}`));
    return record && idIn(record.id) ? this.whole(record) : null;
  }

  private async walk(since: Date | null, cursor: string | null): Promise<WalkPage<ShopProduct>> {
    const { items, next } = await walkPage(this.client, 'products', since, cursor);
    return { items: await this.many(items), next };
  }

  private async many(records: readonly Fields[]): Promise<ShopProduct[]> {
    const told: ShopProduct[] = [];
    for (let from = 0; from < records.length; from += AT_ONCE) {
      told.push(...(await Promise.all(records.slice(from, from + AT_ONCE).map((one) => this.whole(one)))));
    }
    return told;
  }

  private async whole(record: Fields): Promise<ShopProduct> {
    const some = listIn(record.variations).length > 0;
    const variations = some ? await this.client.list(`products/${idIn(record.id)}/variations`) : [];
    return productOf(record, variations, await this.shop.currency());
  }
}
