import type { CommerceAdapter, ShopProduct, WalkPage } from '../../../port';
import { fieldsIn } from '../../../vendor/loose';
import { idIn, listOf } from '../facts';
import { PAGE, type Fields, type LightspeedClient } from '../lightspeed.client';
import type { Shop } from '../shop';
import { countOf, walkPage } from '../walk';
import { productOf, variantsWithin } from './product.mapper';

const WALK_RESERVE = 0.3;
/** Two thousand products, which is more than most shops have; a larger one is searched in the mirror of its catalogue. */
const MOST_PAGES = 8;
const KEPT_MS = 10 * 60_000;

/**
 * The catalogue brings products with their variants within, which is one request for 250 of them. The shop finds no
 * product by words or sku, so it is read once in a while and searched here.
 */
export class LightspeedProducts {
  private kept: { until: number; products: Promise<ShopProduct[]> } | null = null;

  constructor(
    private readonly client: LightspeedClient,
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
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const told = (one: ShopProduct) =>
      [one.title, ...one.variants.flatMap((each) => [each.title ?? '', each.sku ?? ''])].join(' ').toLowerCase();
    const found = (await this.all()).filter((one) => words.every((word) => told(one).includes(word)));
    return found.slice(0, Math.max(1, limit));
  }

  private async bySku(sku: string): Promise<ShopProduct[]> {
    const wanted = sku.trim().toLowerCase();
    if (!wanted) return [];
    return (await this.all()).filter((one) => one.variants.some((each) => each.sku?.toLowerCase() === wanted));
  }

  private async byId(externalId: string): Promise<ShopProduct | null> {
    if (!idIn(externalId)) return null;
    const answer = await this.client.find(`catalog/${externalId}`);
    const record = answer && fieldsIn(Object.values(answer)[0]);
    return record && idIn(record.id) ? this.whole(record) : null;
  }

  private async walk(since: Date | null, cursor: string | null): Promise<WalkPage<ShopProduct>> {
    const { items, next } = await walkPage(this.client, 'catalog', since, cursor, {
      reserve: WALK_RESERVE,
    });
    return { items: await Promise.all(items.map((record) => this.whole(record, WALK_RESERVE))), next };
  }

  private all(): Promise<ShopProduct[]> {
    const now = this.client.deps.now().getTime();
    if (this.kept && this.kept.until > now) return this.kept.products;
    const kept = { until: now + KEPT_MS, products: this.read() };
    this.kept = kept;
    kept.products.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.products;
  }

  private async read(): Promise<ShopProduct[]> {
    const records: Fields[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const some = listOf(await this.client.get('catalog', { limit: PAGE, ...(page > 1 && { page }) }));
      records.push(...some);
      if (some.length < PAGE) break;
    }
    return Promise.all(records.map((record) => this.whole(record)));
  }

  private async whole(record: Fields, reserve = 0): Promise<ShopProduct> {
    const within = variantsWithin(record);
    const query = { product: idIn(record.id) ?? '0' };
    const variants = within ?? (await this.client.list('variants', 'variants', query, 1, { reserve }));
    return productOf(record, variants, await this.shop.facts());
  }
}
