import { SHOP } from '../seed/world';
import type { Product, Variant } from '../seed/world.types';
import { connection, type PageArgs } from './connection';
import { gid, time } from './views';

export function productView(product: Product): Record<string, unknown> {
  return {
    __typename: 'Product',
    id: gid('Product', product.id),
    legacyResourceId: String(product.id),
    title: product.title,
    handle: product.handle,
    productType: product.kind,
    vendor: SHOP.name,
    onlineStoreUrl: `https://${SHOP.domain}/products/${product.handle}`,
    description: ({ truncateAt }: { truncateAt?: number | null }) =>
      product.description.slice(0, truncateAt ?? undefined),
    featuredMedia: {
      __typename: 'MediaImage',
      id: gid('MediaImage', product.id + 2),
      alt: product.title,
      preview: { image: { id: null, altText: product.title, url: pictureOf(product), width: 800, height: 800 } },
    },
    status: 'ACTIVE',
    tags: [],
    totalInventory: product.variants.reduce((sum, { stock }) => sum + stock, 0),
    createdAt: time(product.createdAt),
    updatedAt: time(product.updatedAt),
    variants: (args: PageArgs) => connection(product.variants, args, (variant) => variantView(product, variant)),
  };
}

const pictureOf = ({ handle }: Product): string => `https://cdn.shopify.com/s/files/1/products/${handle}.png`;

export function variantView(product: Product, variant: Variant): Record<string, unknown> {
  const title = product.variants.length > 1 ? variant.title : 'Default Title';
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', variant.id),
    legacyResourceId: String(variant.id),
    title,
    displayName: `${product.title} - ${title}`,
    sku: variant.sku,
    barcode: variant.barcode,
    price: (variant.price / 100).toFixed(2),
    availableForSale: variant.stock > 0,
    inventoryQuantity: variant.stock,
    inventoryItem: { id: gid('InventoryItem', variant.id + 1), sku: variant.sku, tracked: true },
    updatedAt: time(variant.updatedAt),
    product: () => productView(product),
  };
}
