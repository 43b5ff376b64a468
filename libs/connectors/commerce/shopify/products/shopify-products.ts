import type { CommerceAdapter, ShopProduct } from '../../../port';
import { operation } from '../graphql/operation';
import { searchTerm, searchWords } from '../search-term';
import type { ShopifyClient } from '../shopify.client';
import { changedSince, inPages } from '../walk';
import { product, type ProductFacts } from './product.mapper';

const FIND_PRODUCTS = operation('FindProducts');
const PRODUCTS_BY_SKU = operation('ProductsBySku');
const PRODUCT_BY_ID = operation('ProductById');
const WALK_PRODUCTS = operation('WalkProducts');
const COUNT_PRODUCTS = operation('CountProducts');
const PRODUCTS_A_PAGE = 25;
const MOST_FOUND = 25;
const LONGEST_SKU = 255;
/** Variants read of each product in a list, and of a single one: a product has up to 2,048, most have a few. */
const VARIANTS_IN_LIST = 25;
const VARIANTS_OF_ONE = 250;
const PRODUCT_GID = /^gid:\/\/shopify\/Product\/\d+$/;

interface Priced {
  shop: { currencyCode: string };
}
interface List extends Priced {
  products: { nodes: ProductFacts[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

export function shopifyProducts(client: ShopifyClient): NonNullable<CommerceAdapter['products']> {
  const byId = async (id: string): Promise<ShopProduct | null> => {
    if (!PRODUCT_GID.test(id)) return null;
    type Found = Priced & { product: ProductFacts | null };
    const found = await client.run<Found>(PRODUCT_BY_ID, { id, variants: VARIANTS_OF_ONE });
    return found.product && product(found.product, found.shop.currencyCode);
  };
  /** One with more variants than a list shows is read again by itself. */
  const whole = async (facts: readonly ProductFacts[], { shop }: Priced): Promise<ShopProduct[]> => {
    const told: ShopProduct[] = [];
    for (const one of facts) {
      const again = one.variants.pageInfo.hasNextPage ? await byId(one.id) : null;
      told.push(again ?? product(one, shop.currencyCode));
    }
    return told;
  };

  return {
    byId,
    async search(text, limit) {
      const search = searchWords(text);
      if (search === '') return [];
      const most = Math.min(Math.max(1, limit), MOST_FOUND);
      const found = await client.run<List>(FIND_PRODUCTS, { search, limit: most, variants: VARIANTS_IN_LIST });
      return whole(found.products.nodes, found);
    },
    async bySku(sku) {
      const wanted = sku.trim().toLowerCase();
      if (wanted === '' || wanted.length > LONGEST_SKU) return [];
      type Found = Priced & { productVariants: { nodes: { sku: string | null; product: ProductFacts }[] } };
      const search = searchTerm('sku', wanted);
      const found = await client.run<Found>(PRODUCTS_BY_SKU, { search, variants: VARIANTS_IN_LIST });
      const own = found.productVariants.nodes.filter((one) => one.sku?.toLowerCase() === wanted);
      return whole([...new Map(own.map((one) => [one.product.id, one.product])).values()], found);
    },
    async walk(since, after) {
      const page = await inPages(PRODUCTS_A_PAGE, (limit) =>
        client.run<List>(WALK_PRODUCTS, { search: changedSince(since), after, limit, variants: VARIANTS_IN_LIST }),
      );
      const { nodes, pageInfo } = page.products;
      return { items: await whole(nodes, page), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    },
    async count(since) {
      type Counted = { productsCount: { count: number } | null };
      const { productsCount } = await client.run<Counted>(COUNT_PRODUCTS, { search: changedSince(since) });
      return productsCount?.count ?? 0;
    },
  };
}
