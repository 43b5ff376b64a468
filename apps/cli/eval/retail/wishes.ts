import type { WireAddress, WireCustomer, WireOrder, WireProduct } from './shop/wire';

export type WishKind = 'cancel' | 'return' | 'exchange' | 'items' | 'address' | 'payment';

export interface WishItem {
  itemId: string;
  title: string;
  options: Record<string, string>;
  /** What it shall become. */
  want: { itemId: string; options: Record<string, string> } | null;
}

/** One thing that a customer wants done to one order. */
export interface Wish {
  kind: WishKind;
  orderId: string;
  items: WishItem[];
  methodId: string | null;
  reason: string | null;
  address: WireAddress | null;
}

export interface Customer {
  id: string;
  userId: string;
  firstName: string;
  lastName: string;
  /** What they prove themselves with. */
  email: string | null;
  zip: string | null;
  wishes: Wish[];
}

/** A row as the file has it. */
interface Row {
  id: string;
  user_id: string;
  identity: { first_name: string; last_name: string; zip?: string; email?: string };
  requests: RowRequest[];
}
interface RowItem {
  item_id: string;
  name: string;
  options: Record<string, string>;
}
interface RowRequest extends Partial<WireAddress> {
  action: string;
  order_id: string;
  items?: RowItem[];
  new_items?: RowItem[];
  payment_method_id?: string;
  reason?: string;
}

const KINDS: Record<string, WishKind> = {
  cancel_pending_order: 'cancel',
  return_delivered_order_items: 'return',
  exchange_delivered_order_items: 'exchange',
  modify_pending_order_items: 'items',
  modify_pending_order_address: 'address',
  modify_pending_order_payment: 'payment',
};

/** The files of a shop and its customers, as a folder holds them. */
export interface ShopData {
  customers: Customer[];
  users: Record<string, WireCustomer>;
  orders: Record<string, WireOrder>;
  products: Record<string, WireProduct>;
}

export function customersOf(lines: string): Customer[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => toCustomer(JSON.parse(line) as Row))
    .filter(({ wishes }) => wishes.length > 0);
}

function toCustomer({ id, user_id, identity, requests }: Row): Customer {
  return {
    id,
    userId: user_id,
    firstName: identity.first_name,
    lastName: identity.last_name,
    email: identity.email ?? null,
    zip: identity.zip ?? null,
    wishes: requests.flatMap((request) => toWish(request) ?? []),
  };
}

/** Null: there is nothing to want. Nobody asks a shop to change an item into the very same; to exchange for it, yes. */
function toWish(request: RowRequest): Wish | null {
  const kind = KINDS[request.action];
  if (!kind) throw new Error(`nobody can want ${request.action}`);
  const items = (request.items ?? []).map(({ item_id, name, options }, index) => {
    const want = request.new_items?.[index];
    return {
      itemId: item_id,
      title: name,
      options,
      want: want ? { itemId: want.item_id, options: want.options } : null,
    };
  });
  const changed = kind === 'items' ? items.filter(({ itemId, want }) => want?.itemId !== itemId) : items;
  if (kind === 'items' && changed.length === 0) return null;
  const { address1, address2 = '', city = '', state = '', zip = '', country = '' } = request;
  return {
    kind,
    orderId: request.order_id,
    items: changed,
    methodId: request.payment_method_id ?? null,
    reason: request.reason ?? null,
    address: address1 ? { address1, address2, city, state, zip, country } : null,
  };
}
