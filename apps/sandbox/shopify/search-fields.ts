import { isoSeconds } from '../seed/clock';
import type { Customer, Product, ShopOrder, Variant } from '../seed/world.types';
import { fulfilmentState } from '../seed/world';
import { matches, parseSearch, termsOf, type Term } from './search-query';

type Field<T> = (row: T, term: Term) => boolean;

export interface SearchWarning {
  field: string;
  message: string;
  code: 'invalid_field';
}

const same = (value: string | null, term: Term): boolean => {
  if (value === null) return false;
  const [have, want] = [value.toLowerCase(), term.value.toLowerCase()];
  return term.prefix ? have.startsWith(want) : have === want;
};

/** A date without a time means that whole day for `:`, its first moment for a comparator. */
const compareTime = (at: Date, term: Term): boolean => {
  const want = new Date(term.value);
  if (Number.isNaN(want.getTime())) return false;
  if (term.operator === ':') return isoSeconds(at).startsWith(term.value.replace(/Z$/, ''));
  const difference = at.getTime() - want.getTime();
  if (term.operator === '>') return difference > 0;
  if (term.operator === '>=') return difference >= 0;
  return term.operator === '<' ? difference < 0 : difference <= 0;
};

const orderName: Field<ShopOrder> = (order, term) =>
  same(`#${order.number}`, { ...term, value: term.value.startsWith('#') ? term.value : `#${term.value}` });

const orderFields: Record<string, Field<ShopOrder>> = {
  name: orderName,
  email: (order, term) => same(order.customer.email, term),
  id: (order, term) => same(String(order.id), term),
  customer_id: (order, term) => same(String(order.customer.id), term),
  financial_status: (order, term) => same(order.financial, term),
  fulfillment_status: (order, term) => {
    const state = fulfilmentState(order);
    if (/^shipped$/i.test(term.value)) return state === 'FULFILLED';
    if (/^partial$/i.test(term.value)) return state === 'PARTIALLY_FULFILLED';
    if (/^unshipped$/i.test(term.value)) return state === 'UNFULFILLED';
    return same(state, term);
  },
  status: (order, term) => {
    const word = term.value.toLowerCase();
    if (word === 'any') return true;
    if (word === 'cancelled') return order.cancelledAt !== null;
    return word === 'open' && order.cancelledAt === null;
  },
  created_at: (order, term) => compareTime(order.createdAt, term),
  processed_at: (order, term) => compareTime(order.createdAt, term),
  updated_at: (order, term) => compareTime(order.updatedAt, term),
  tag: (order, term) => order.tags.some((tag) => same(tag, term)),
  sku: (order, term) => order.lines.some((line) => same(line.variant.sku, term) || same(line.product.sku, term)),
  test: (_order, term) => term.value === 'false',
};

const orderText: Field<ShopOrder> = (order, term) =>
  orderName(order, term) ||
  same(order.customer.email, term) ||
  same(order.customer.firstName, term) ||
  same(order.customer.lastName, term);

const digits = (text: string) => text.replace(/\D/g, '');

const customerFields: Record<string, Field<Customer>> = {
  email: (customer, term) => same(customer.email, term),
  phone: (customer, term) => customer.phone !== null && digits(customer.phone) === digits(term.value),
  id: (customer, term) => same(String(customer.id), term),
  first_name: (customer, term) => same(customer.firstName, term),
  last_name: (customer, term) => same(customer.lastName, term),
  country: (customer, term) => same(customer.address.country, term),
  created_at: (customer, term) => compareTime(customer.createdAt, term),
  updated_at: (customer, term) => compareTime(customer.updatedAt, term),
};

const customerText: Field<Customer> = (customer, term) =>
  [customer.email, customer.firstName, customer.lastName].some((value) => same(value, term));

function search<T>(rows: readonly T[], text: string, fields: Record<string, Field<T>>, free: Field<T>) {
  const parsed = parseSearch(text);
  const warnings: SearchWarning[] = termsOf(parsed)
    .map((term) => term.field)
    .filter((field): field is string => field !== null && !(field.toLowerCase() in fields))
    .map((field) => ({ field, message: 'Invalid search field for this query.', code: 'invalid_field' }));
  // Shopify leaves a filter on an unknown field out of the search, and says so only in `extensions.search`.
  const test = (row: T) => (term: Term) =>
    term.field === null ? free(row, term) : (fields[term.field.toLowerCase()]?.(row, term) ?? true);
  return { rows: rows.filter((row) => matches(parsed, test(row))), warnings };
}

export const searchOrders = (rows: readonly ShopOrder[], text: string) => search(rows, text, orderFields, orderText);
export const searchCustomers = (rows: readonly Customer[], text: string) =>
  search(rows, text, customerFields, customerText);

const productFields: Record<string, Field<Product>> = {
  id: (product, term) => same(String(product.id), term),
  title: (product, term) => wordsHave(product.title, term),
  handle: (product, term) => same(product.handle, term),
  product_type: (product, term) => same(product.kind, term),
  status: (_product, term) => /^active$/i.test(term.value),
  sku: (product, term) => product.variants.some((variant) => same(variant.sku, term)),
  created_at: (product, term) => compareTime(product.createdAt, term),
  updated_at: (product, term) => compareTime(product.updatedAt, term),
};

/** Whole words count; the last one may be cut where it ends with a star. */
const wordsHave = (text: string, term: Term): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((word) => same(word, term)) || same(text, term);

const productText: Field<Product> = (product, term) =>
  [product.title, product.kind, product.description].some((text) => wordsHave(text, term)) ||
  product.variants.some((variant) => same(variant.sku, term));

const variantFields: Record<string, Field<Variant>> = {
  id: (variant, term) => same(String(variant.id), term),
  sku: (variant, term) => same(variant.sku, term),
  barcode: (variant, term) => same(variant.barcode, term),
};

export const searchProducts = (rows: readonly Product[], text: string) =>
  search(rows, text, productFields, productText);
export const searchVariants = (rows: readonly Variant[], text: string) =>
  search(rows, text, variantFields, (variant, term) => same(variant.sku, term));
