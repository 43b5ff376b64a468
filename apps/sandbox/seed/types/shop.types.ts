import type { Discount, Payment, Refund } from './money.types';
import type { Fulfilment, Return } from './shipping.types';

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

export interface Line {
  id: number;
  product: Product;
  variant: Variant;
  /** Of one piece, when it was bought. */
  price: Cents;
  quantity: number;
  /** What is left of it after refunds and removals. */
  currentQuantity: number;
}

export type Financial = 'PAID' | 'PENDING' | 'AUTHORIZED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED';

/** The one word for where an order stands; `stateOfOrder` of orders.state.ts says it. */
export type OrderState =
  | 'unpaid'
  | 'authorised'
  | 'paid'
  | 'on_hold'
  | 'partly_shipped'
  | 'shipped'
  | 'delivered'
  | 'exception'
  | 'returned'
  | 'cancelled'
  | 'partly_refunded'
  | 'refunded';

export interface ShopOrder {
  id: number;
  /** 1001 and up; "#1001" is its name. */
  number: number;
  customer: Customer;
  createdAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  cancelReason: 'CUSTOMER' | 'INVENTORY' | 'FRAUD' | 'DECLINED' | 'OTHER' | null;
  financial: Financial;
  lines: Line[];
  shipping: Cents;
  shippingTitle: string;
  /** What the codes took off the lines. */
  discounted: Cents;
  discounts: { discount: Discount; amount: Cents }[];
  /** Included in all prices, in percent of the net price. */
  taxRate: number;
  /** The sum of its refunds that did not fail. */
  refunded: Cents;
  onHold: boolean;
  tags: string[];
  note: string | null;
  shippingAddress: Address;
  billingAddress: Address;
  fulfilments: Fulfilment[];
  payment: Payment;
  /** Oldest first, failed ones too. */
  refunds: Refund[];
  /** Oldest first. */
  returns: Return[];
  /** Which subscription it renews. */
  subscriptionId: number | null;
}
