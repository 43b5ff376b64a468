import type { VariantBody } from '@satchel/contracts';
import type { ShopProduct } from '../../../port';
import { fieldsIn, listIn, textIn } from '../../../vendor/loose';
import { countIn, dateIn, embeddedList, idIn, isTrue, moneyIn, wordIn } from '../facts';
import type { Fields } from '../lightspeed.client';
import type { ShopFacts } from '../shop';

const LONGEST_DESCRIPTION = 4_000;

export function productOf(record: Fields, variants: readonly Fields[], shop: ShopFacts): ShopProduct {
  const slug = wordIn(record.url);
  return {
    externalId: idIn(record.id) ?? '',
    title: wordIn(record.title) ?? wordIn(record.fulltitle) ?? '',
    description: plainText(textIn(record.description) || textIn(record.content)) || null,
    url: shop.site && slug ? `${shop.site}/${encodeURI(slug)}.html` : null,
    imageUrl: wordIn(fieldsIn(record.image).src),
    active: isTrue(record.isVisible) && record.visibility !== 'hidden',
    variants: variants.map((variant) => variantOf(variant, shop.currency)),
    updatedAt: dateIn(record.updatedAt) ?? new Date(0),
  };
}

function variantOf(variant: Fields, currency: string): VariantBody {
  return {
    externalId: idIn(variant.id) ?? '',
    title: wordIn(variant.title),
    sku: wordIn(variant.sku) ?? wordIn(variant.articleCode),
    price: moneyIn(variant.priceIncl, currency),
    // "indicator" shows the level without selling by it; only "disabled" counts nothing.
    stock: variant.stockTracking === 'disabled' ? null : countIn(variant.stockLevel),
  };
}

/** A product of the catalogue has its variants within: as a list, by id, or in a link. Null: they have to be fetched. */
export function variantsWithin(record: Fields): Fields[] | null {
  const { variants } = record;
  if (Array.isArray(variants)) return listIn(variants).map(fieldsIn);
  const embedded = embeddedList(variants);
  if (embedded) return embedded;
  const byId = Object.values(fieldsIn(variants)).map(fieldsIn);
  return byId.length > 0 && byId.every((one) => idIn(one.id)) ? byId : null;
}

function plainText(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
  return text.trim().slice(0, LONGEST_DESCRIPTION);
}
