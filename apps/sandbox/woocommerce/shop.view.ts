import { shortId } from '../seed/store';
import type { Customer, Discount, Product, Variant } from '../seed/world.types';
import type { ShopState } from './state';
import { decimal, gmt, siteTime, type Fields } from './wire';

const dates = (createdAt: Date, updatedAt: Date): Fields => ({
  date_created: siteTime(createdAt),
  date_created_gmt: gmt(createdAt),
  date_modified: siteTime(updatedAt),
  date_modified_gmt: gmt(updatedAt),
});

export function customerView(customer: Customer): Fields {
  const { address, firstName, lastName, email, phone } = customer;
  const place = {
    first_name: firstName,
    last_name: lastName,
    company: '',
    address_1: address.address1,
    address_2: address.address2 ?? '',
    city: address.city,
    state: address.provinceCode ?? '',
    postcode: address.zip,
    country: address.countryCode,
  };
  return {
    id: customer.serial,
    ...dates(customer.createdAt, customer.updatedAt),
    email,
    first_name: firstName,
    last_name: lastName,
    role: 'customer',
    username: email.split('@')[0],
    billing: { ...place, email, phone: phone ?? '' },
    shipping: place,
    is_paying_customer: true,
    avatar_url: '',
    meta_data: [],
  };
}

export const variationId = (variant: Variant): number => 10_000 + variant.serial;
export const isVariable = (product: Product): boolean => product.variants.length > 1;

export function productView(product: Product): Fields {
  const [first] = product.variants;
  const variable = isVariable(product);
  const link = `https://fernhill.example/product/${product.handle}/`;
  return {
    id: product.serial,
    name: product.title,
    slug: product.handle,
    permalink: link,
    ...dates(product.createdAt, product.updatedAt),
    type: variable ? 'variable' : 'simple',
    status: 'publish',
    catalog_visibility: 'visible',
    description: `<p>${product.description}</p>`,
    short_description: '',
    sku: variable ? product.sku : (first?.sku ?? ''),
    price: decimal(product.price),
    regular_price: variable ? '' : decimal(product.price),
    manage_stock: !variable,
    stock_quantity: variable ? null : (first?.stock ?? 0),
    stock_status: product.variants.some((one) => one.stock > 0) ? 'instock' : 'outofstock',
    parent_id: 0,
    categories: [{ id: 1, name: product.kind, slug: product.kind.toLowerCase() }],
    tags: [],
    images: [
      { id: product.serial, src: `https://fernhill.example/pictures/${product.handle}.jpg`, name: product.title },
    ],
    variations: variable ? product.variants.map(variationId) : [],
    meta_data: [],
  };
}

export function variationView(product: Product, variant: Variant): Fields {
  return {
    id: variationId(variant),
    type: 'variation',
    name: variant.title,
    parent_id: product.serial,
    ...dates(product.createdAt, variant.updatedAt),
    status: 'publish',
    description: '',
    sku: variant.sku,
    price: decimal(variant.price),
    regular_price: decimal(variant.price),
    manage_stock: true,
    stock_quantity: variant.stock,
    stock_status: variant.stock > 0 ? 'instock' : 'outofstock',
    attributes: variant.options.map(({ name, value }, place) => ({ id: place + 1, name, option: value })),
    meta_data: [],
  };
}

const KINDS = { percentage: 'percent', fixed: 'fixed_cart', free_shipping: 'fixed_cart' } as const;

export function couponView(state: ShopState, discount: Discount): Fields {
  const { kind, value, endsAt } = discount;
  return {
    id: shortId(discount.id),
    code: discount.code.toLowerCase(),
    amount: kind === 'percentage' ? value.toFixed(2) : decimal(value),
    status: 'publish',
    ...dates(discount.createdAt, discount.updatedAt),
    discount_type: KINDS[kind],
    description: '',
    date_expires: endsAt && siteTime(endsAt),
    date_expires_gmt: endsAt && gmt(endsAt),
    usage_count: discount.used,
    individual_use: false,
    product_ids: [],
    usage_limit: discount.usageLimit,
    usage_limit_per_user: null,
    free_shipping: kind === 'free_shipping',
    product_categories: [],
    exclude_sale_items: false,
    minimum_amount: decimal(discount.minimum),
    maximum_amount: '0.00',
    email_restrictions: discount.customer ? [discount.customer.email] : [],
    used_by: [],
    meta_data: state.metaOf(discount.id),
  };
}
