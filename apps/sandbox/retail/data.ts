import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RetailAddress {
  address1: string;
  address2: string;
  city: string;
  state: string;
  zip: string;
  country: string;
}
export interface RetailMethod {
  id: string;
  source: 'credit_card' | 'gift_card' | 'paypal';
  brand?: string;
  last_four?: string;
  balance?: number;
}
export interface RetailUser {
  user_id: string;
  name: { first_name: string; last_name: string };
  email: string;
  address: RetailAddress;
  payment_methods: Record<string, RetailMethod>;
}
export interface RetailItem {
  item_id: string;
  product_id: string;
  name: string;
  price: number;
  options: Record<string, string>;
}
export interface RetailPayment {
  transaction_type: 'payment' | 'refund';
  amount: number;
  payment_method_id: string;
}
export interface RetailOrder {
  order_id: string;
  user_id: string;
  status: string;
  address: RetailAddress;
  items: RetailItem[];
  fulfillments: { tracking_id: string[]; item_ids: string[] }[];
  payment_history: RetailPayment[];
  cancel_reason?: string;
  return_items?: string[];
  return_payment_method_id?: string;
  exchange_items?: string[];
  exchange_new_items?: string[];
  exchange_payment_method_id?: string;
  exchange_price_difference?: number;
  /** Which of the callers' keys changed it, and how. */
  changes?: { key: string; what: string }[];
}
export interface RetailVariant {
  item_id: string;
  options: Record<string, string>;
  available: boolean;
  price: number;
}
export interface RetailProduct {
  product_id: string;
  name: string;
  variants: Record<string, RetailVariant>;
}

/** What a shop starts with. Never changed: each world keeps copies of what it touches. */
export interface RetailData {
  users: Map<string, RetailUser>;
  orders: Map<string, RetailOrder>;
  products: Map<string, RetailProduct>;
}

const FILES = ['users.json', 'orders.json', 'products.json'] as const;

export const hasRetailData = (folder: string): boolean => FILES.every((file) => existsSync(join(folder, file)));

export function loadRetailData(folder: string): RetailData {
  const read = <T>(file: (typeof FILES)[number]): [string, T][] =>
    Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, T>);
  return {
    users: new Map(read<RetailUser>('users.json').map(([id, user]) => [id, { ...user, user_id: id }])),
    orders: new Map(read<RetailOrder>('orders.json')),
    products: new Map(read<RetailProduct>('products.json')),
  };
}
