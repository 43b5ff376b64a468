/** Whole cents of the shop's currency; the wire formats turn them into each vendor's own strings. */
export type Cents = number;

export type Picture =
  'jacket' | 'tent' | 'boots' | 'shoes' | 'pack' | 'bag' | 'stove' | 'lamp' | 'socks' | 'trousers' | 'bottle';

/** One thing that is sold and kept in stock: a product in one size and colour. */
export interface Variant {
  id: number;
  /** 1 and up, for vendors with short ids. */
  serial: number;
  productId: number;
  sku: string;
  /** The options' values, as "M" or "M / Red". */
  title: string;
  /** None for a product that comes in one kind only. */
  options: { name: string; value: string }[];
  price: Cents;
  /** What is in the warehouse; restocked and sold. */
  stock: number;
  /** EAN-13. */
  barcode: string;
  weightGrams: number;
  updatedAt: Date;
}

export interface Product {
  id: number;
  /** 1 and up, for vendors with short ids. */
  serial: number;
  /** The first variant's. */
  variantId: number;
  title: string;
  handle: string;
  kind: string;
  /** At least one. */
  variants: Variant[];
  /** What all variants' sku begin with. */
  sku: string;
  /** The lowest of the variants'. */
  price: Cents;
  picture: Picture;
  colour: string;
  description: string;
  /** Sold by subscription, too. */
  subscribable: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface Address {
  firstName: string;
  lastName: string;
  address1: string;
  address2: string | null;
  zip: string;
  city: string;
  /** State or county, where addresses have one. */
  province: string | null;
  provinceCode: string | null;
  country: string;
  countryCode: string;
  phone: string | null;
}

export interface Customer {
  id: number;
  /** 1 and up, for vendors with short ids. */
  serial: number;
  firstName: string;
  lastName: string;
  /** Lower case, and no two customers share it. */
  email: string;
  phone: string | null;
  locale: string;
  address: Address;
  acceptsMarketing: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface Discount {
  id: number;
  code: string;
  kind: 'percentage' | 'fixed' | 'free_shipping';
  /** Percent, or cents; 0 with free shipping. */
  value: number;
  minimum: Cents;
  startsAt: Date;
  endsAt: Date | null;
  usageLimit: number | null;
  used: number;
  /** Whom it is for alone. */
  customer: Customer | null;
  source: 'shop' | 'loyalty' | 'support';
  key: string | null;
  createdAt: Date;
  updatedAt: Date;
}
