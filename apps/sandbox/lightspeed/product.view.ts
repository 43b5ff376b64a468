import type { Discount, Product, Variant } from '../seed/world.types';
import { euros, iso, withoutTax, type Fields, type Links } from './wire';

const TAX = 21;
export const productId = (product: Product): number => 20_000_000 + product.serial;
export const variantId = (variant: Variant): number => 34_000_000 + variant.serial;

function picture(product: Product, at: string): Fields {
  const src = `https://cdn.webshopapp.example/shops/250001/files/${product.serial}/${product.handle}.jpg`;
  return { createdAt: at, updatedAt: at, extension: 'jpg', size: 86_649, title: product.handle, thumb: src, src };
}

export function productView(product: Product, links: Links): Fields {
  const id = productId(product);
  return {
    id,
    createdAt: iso(product.createdAt),
    updatedAt: iso(product.updatedAt),
    isVisible: true,
    visibility: 'visible',
    hasMatrix: false,
    data01: '',
    data02: '',
    data03: '',
    url: product.handle,
    title: product.title,
    fulltitle: product.title,
    description: product.description,
    content: `<p>${product.description}</p>`,
    set: false,
    brand: links.one('brands', 1_171_202),
    categories: links.many(`categories/products?product=${id}`),
    deliverydate: false,
    image: picture(product, iso(product.createdAt)),
    images: links.many(`products/${id}/images`),
    relations: links.many(`products/${id}/relations`),
    metafields: links.many(`products/${id}/metafields`),
    reviews: links.many(`reviews?product=${id}`),
    type: false,
    attributes: links.many(`products/${id}/attributes`),
    supplier: false,
    tags: links.many(`tags/products?product=${id}`),
    variants: links.many(`variants?product=${id}`),
    movements: links.many(`variants/movements?product=${id}`),
  };
}

export function variantView(variant: Variant, place: number, product: Product, links: Links): Fields {
  const id = variantId(variant);
  const price = { priceExcl: withoutTax(variant.price, TAX), priceIncl: euros(variant.price) };
  return {
    id,
    createdAt: iso(product.createdAt),
    updatedAt: iso(variant.updatedAt),
    isDefault: place === 0,
    sortOrder: place + 1,
    articleCode: variant.sku,
    ean: variant.barcode,
    sku: variant.sku,
    hs: '',
    unitPrice: 0,
    unitUnit: null,
    ...price,
    priceCost: 0,
    oldPriceExcl: 0,
    oldPriceIncl: 0,
    stockTracking: 'indicator',
    stockLevel: variant.stock,
    stockAlert: 5,
    stockMinimum: 0,
    stockSold: 0,
    stockBuyMininum: 1,
    stockBuyMinimum: 1,
    stockBuyMaximum: 10_000,
    weight: variant.weightGrams * 1000,
    weightValue: (variant.weightGrams / 1000).toFixed(3),
    weightUnit: 'kg',
    volume: 0,
    volumeValue: 0,
    volumeUnit: 'l',
    colli: 0,
    sizeX: 0,
    sizeY: 0,
    sizeZ: 0,
    sizeXValue: '0.000',
    sizeYValue: '0.000',
    sizeZValue: '0.000',
    sizeUnit: 'cm',
    matrix: false,
    title: variant.title,
    taxType: 'auto',
    image: false,
    tax: false,
    product: links.one('products', productId(product)),
    movements: links.many(`variants/movements?variant=${id}`),
    metafields: links.many(`variants/${id}/metafields`),
    additionalcost: false,
    options: [],
  };
}

/** A product with its variants within, by their ids. */
export function catalogView(product: Product, links: Links): Fields {
  const variants = product.variants.map((one, place) => [variantId(one), variantView(one, place, product, links)]);
  return { ...productView(product, links), variants: Object.fromEntries(variants) as Fields };
}

/** The world's ids are long; here they are whatever fits. */
export function discountView(discount: Discount): Fields {
  const day = (at: Date | null): string | null => at && at.toISOString().slice(0, 10);
  const free = discount.kind === 'free_shipping';
  return {
    id: discount.id,
    createdAt: iso(discount.createdAt),
    updatedAt: iso(discount.updatedAt),
    isActive: true,
    startDate: day(discount.startsAt),
    endDate: day(discount.endsAt),
    type: discount.kind === 'percentage' ? 'percentage' : 'amount',
    discount: discount.kind === 'percentage' ? discount.value : euros(discount.value),
    applyTo: 'productscategories',
    shipment: free ? 'free' : 'default',
    usageLimit: discount.usageLimit ?? 0,
    timesUsed: discount.used,
    minimumAmount: euros(discount.minimum),
    before_tax: true,
    minimum_after: true,
    code: discount.code,
    categories: [],
    products: [],
  };
}
