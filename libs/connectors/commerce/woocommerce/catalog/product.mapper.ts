import type { VariantBody } from '@satchel/contracts';
import type { ShopProduct } from '../../../port';
import { fieldsIn, listIn, textIn } from '../../../vendor/loose';
import { countIn, dateIn, idIn, moneyIn, wordIn } from '../facts';
import type { Fields } from '../woocommerce.client';

const LONGEST_DESCRIPTION = 4_000;

/** A simple product is its own and only variant. */
export function productOf(record: Fields, variations: readonly Fields[], currency: string): ShopProduct {
  const [image] = listIn(record.images).map(fieldsIn);
  const groups = [...listIn(record.categories), ...listIn(record.tags)].map(fieldsIn);
  const parts = variations.length > 0 ? variations : [record];
  return {
    externalId: idIn(record.id) ?? '',
    title: wordIn(record.name) ?? '',
    description: plainText(textIn(record.short_description) || textIn(record.description)) || null,
    url: wordIn(record.permalink),
    imageUrl: wordIn(image?.src),
    active: record.status === 'publish' && record.catalog_visibility !== 'hidden',
    tags: groups.flatMap((group) => wordIn(group.name) ?? []),
    variants: parts.map((part) => variantOf(part, currency, part !== record)),
    updatedAt: dateIn(record.date_modified_gmt) ?? new Date(0),
  };
}

function variantOf(record: Fields, currency: string, isPart: boolean): VariantBody {
  const options = listIn(record.attributes).flatMap((one) => wordIn(fieldsIn(one).option) ?? []);
  return {
    externalId: idIn(record.id) ?? '',
    title: isPart ? options.join(' / ') || wordIn(record.name) : null,
    sku: wordIn(record.sku),
    price: moneyIn(record.price, currency),
    stock: stockOf(record),
  };
}

function stockOf(record: Fields): number | null {
  if (record.stock_status === 'outofstock') return 0;
  // "parent": the pieces of all variations are counted together.
  return record.manage_stock === true ? Math.max(0, countIn(record.stock_quantity)) : null;
}

function plainText(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
  return text.trim().slice(0, LONGEST_DESCRIPTION);
}
