/** Whole cents; the wire formats turn them into each vendor's own strings. */
export type Cents = number;

export type Picture =
  'jacket' | 'tent' | 'boots' | 'shoes' | 'pack' | 'bag' | 'stove' | 'lamp' | 'socks' | 'trousers' | 'bottle';

export interface Product {
  id: number;
  variantId: number;
  title: string;
  handle: string;
  kind: string;
  variants: string[];
  sku: string;
  price: Cents;
  picture: Picture;
  colour: string;
  description: string;
}

export interface Address {
  firstName: string;
  lastName: string;
  address1: string;
  address2: string | null;
  zip: string;
  city: string;
  country: string;
  countryCode: string;
  phone: string | null;
}

export interface Customer {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  locale: string;
  address: Address;
  createdAt: Date;
}

export interface Line {
  id: number;
  product: Product;
  variant: string;
  quantity: number;
  /** What is left of it after refunds and removals. */
  currentQuantity: number;
}

export interface Fulfilment {
  id: number;
  name: string;
  createdAt: Date;
  lines: { line: Line; quantity: number }[];
  /** The parcel's own number is the key into the world's parcels. */
  trackingNumber: string | null;
}

export type Financial = 'PAID' | 'PENDING' | 'AUTHORIZED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED';

export interface ShopOrder {
  id: number;
  number: number;
  customer: Customer;
  createdAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  cancelReason: 'CUSTOMER' | 'INVENTORY' | 'OTHER' | null;
  financial: Financial;
  lines: Line[];
  shipping: Cents;
  refunded: Cents;
  onHold: boolean;
  tags: string[];
  note: string | null;
  fulfilments: Fulfilment[];
}

/** Where a parcel can be on its way; each step is one scan of the carrier. */
export type ParcelStep =
  | 'label_created'
  | 'picked_up'
  | 'in_transit'
  | 'arrived'
  | 'out_for_delivery'
  | 'attempted'
  | 'exception'
  | 'delivered'
  | 'returned';

export interface Scan {
  step: ParcelStep;
  at: Date;
  city: string | null;
  countryCode: string;
  /** When the wording differs from the step's usual one. */
  description?: string;
}

export interface Parcel {
  number: string;
  carrier: 'UPS' | 'DHL';
  to: Address;
  /** Newest last. */
  scans: Scan[];
  /** The carrier's own estimate; null when it gave none. */
  estimatedDelivery: Date | null;
  rescheduled: boolean;
}
