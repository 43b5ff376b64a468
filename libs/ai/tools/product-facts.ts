import type { ProductBody, VariantBody } from '@satchel/contracts';
import { clean, cleanLine } from '../text/normalise';
import { optionsOf } from './variant-options';
import { safeUrl } from './order-facts';
import type { FindProductsData, VariantFacts } from './tool-data';

const DESCRIPTION_CHARS = 400;
const MAX_VARIANTS = 30;

export function productFacts(product: ProductBody): FindProductsData['products'][number] {
  return {
    title: cleanLine(product.title, 120),
    url: safeUrl(product.url),
    description: clean(product.description ?? '', DESCRIPTION_CHARS).replace(/\s+/g, ' '),
    variants: product.variants.slice(0, MAX_VARIANTS).map(variantFacts),
  };
}

export function variantFacts(variant: VariantBody): VariantFacts {
  const title = cleanLine(variant.title ?? '', 80);
  return {
    variantId: variant.externalId,
    title,
    options: optionsOf(title),
    price: { amount: variant.price.amount, currency: variant.price.currency },
    available: variant.stock === null ? null : variant.stock > 0,
  };
}
