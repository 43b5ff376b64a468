/** What the shop answers, as far as it is read. Amounts are dollars with cents behind the point. */
export interface WireAddress {
  address1: string;
  address2: string;
  city: string;
  state: string;
  zip: string;
  country: string;
}
export interface WireMethod {
  id: string;
  source: string;
  brand?: string;
  last_four?: string;
  balance?: number;
}
export interface WireCustomer {
  user_id: string;
  name: { first_name: string; last_name: string };
  email: string;
  address: WireAddress;
  payment_methods: Record<string, WireMethod>;
}
export interface WireOrder {
  order_id: string;
  user_id: string;
  status: string;
  address: WireAddress;
  items: { item_id: string; product_id: string; name: string; price: number; options: Record<string, string> }[];
  fulfillments: { tracking_id: string[] }[];
  payment_history: { transaction_type: string; amount: number; payment_method_id: string }[];
  cancel_reason?: string;
  return_items?: string[];
  return_payment_method_id?: string;
  exchange_items?: string[];
  exchange_new_items?: string[];
  exchange_payment_method_id?: string;
  changes?: { key: string; what: string }[];
  customer: WireCustomer | null;
}
export interface WireProduct {
  product_id: string;
  name: string;
  variants: Record<string, { item_id: string; options: Record<string, string>; available: boolean; price: number }>;
}
