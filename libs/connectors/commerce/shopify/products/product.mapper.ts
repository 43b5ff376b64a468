import type { ShopProduct } from '../../../port';
import { moneyOf } from '../../../vendor/money';

export interface ProductFacts {
  id: string;
  title: string;
  description: string;
  onlineStoreUrl: string | null;
  status: string;
  updatedAt: string;
  featuredMedia: { preview: { image: { url: string } | null } | null } | null;
  variants: { nodes: VariantFacts[]; pageInfo: { hasNextPage: boolean } };
}

interface VariantFacts {
  id: string;
  title: string;
  sku: string | null;
  price: string;
  inventoryQuantity: number | null;
  inventoryItem: { tracked: boolean } | null;
}

/** What Shopify calls the variant of a product that has no other. */
const ONLY_VARIANT = 'Default Title';

export function product(facts: ProductFacts, currency: string): ShopProduct {
  return {
    externalId: facts.id,
    title: facts.title,
    description: facts.description || null,
    url: facts.onlineStoreUrl,
    imageUrl: facts.featuredMedia?.preview?.image?.url ?? null,
    // Unlisted products can be bought by whoever has their address.
    active: facts.status === 'ACTIVE' || facts.status === 'UNLISTED',
    updatedAt: new Date(facts.updatedAt),
    variants: facts.variants.nodes.map((variant) => ({
      externalId: variant.id,
      title: variant.title === ONLY_VARIANT ? null : variant.title,
      sku: variant.sku || null,
      price: moneyOf(variant.price, currency),
      stock: variant.inventoryItem?.tracked ? variant.inventoryQuantity : null,
    })),
  };
}
