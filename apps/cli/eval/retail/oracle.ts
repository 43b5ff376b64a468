import type { WireCustomer, WireOrder } from './shop/wire';
import type { Customer, Wish } from './wishes';

export interface ShopState {
  orders: WireOrder[];
  users: WireCustomer[];
}

/** The shops of the sandbox, each by its name: all of them alike at first, each changed by its own customers only. */
export class RetailWorlds {
  constructor(
    private readonly sandboxUrl: string,
    private readonly key: string,
  ) {}

  url(world: string): string {
    return `${this.sandboxUrl}/retail/${world}`;
  }

  async load(folder: string): Promise<void> {
    await this.ask('POST', '/__control/retail/load', { folder });
  }

  state(world: string): Promise<ShopState> {
    return this.ask('GET', `/__control/retail/${world}`);
  }

  async forget(world: string): Promise<void> {
    await this.ask('DELETE', `/__control/retail/${world}`);
  }

  /** What the shop looks like once everything was done as it was wanted. Refused wishes are told: the data is wrong then. */
  async replay({ id, wishes }: Customer, run = 0): Promise<{ state: ShopState; refused: string[] }> {
    // One shop for each run: several runs of one customer are under way at once.
    const world = `wanted-${id}-${run}`;
    const refused: string[] = [];
    for (const wish of wishes) {
      const { what, body } = writeOf(wish);
      const path = `/retail/${world}/orders/${encodeURIComponent(wish.orderId)}/${what}`;
      await this.ask('POST', path, body).catch((error: Error) => refused.push(error.message));
    }
    const state = await this.state(world);
    await this.forget(world);
    return { state, refused };
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.sandboxUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }
}

function writeOf({ kind, items, methodId, reason, address }: Wish): { what: string; body: object } {
  const method = methodId ? { payment_method_id: methodId } : {};
  const swaps = items.map(({ itemId, want }) => ({ item_id: itemId, new_item_id: want?.itemId }));
  if (kind === 'cancel') return { what: 'cancel', body: { reason } };
  if (kind === 'address') return { what: 'address', body: address ?? {} };
  if (kind === 'payment') return { what: 'payment', body: method };
  if (kind === 'return') return { what: 'return', body: { item_ids: items.map(({ itemId }) => itemId), ...method } };
  return { what: kind, body: { items: swaps, ...method } };
}

/** How the two differ, in words; empty: the shop is as it was wanted. Whose key did it, and in which order, is all one. */
export function differences(is: ShopState, wanted: ShopState): string[] {
  const plain = (state: ShopState): Map<string, string> => {
    const orders = state.orders.map((order) => [order.order_id, JSON.stringify(comparable(order))] as const);
    const users = state.users.map((user) => [user.user_id, JSON.stringify(user.payment_methods)] as const);
    return new Map([...orders, ...users]);
  };
  const [there, aim] = [plain(is), plain(wanted)];
  const ids = new Set([...there.keys(), ...aim.keys()]);
  return [...ids].flatMap((id) => {
    const [one, other] = [there.get(id) ?? 'as before', aim.get(id) ?? 'as before'];
    return one === other ? [] : [`${id}: is ${short(one)}, wanted ${short(other)}`];
  });
}

const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function comparable(order: WireOrder): object {
  const { address, items, payment_history, ...rest } = order;
  const folded = (text: string): string => text.toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
  const { address1, address2, city, zip } = address;
  return {
    ...rest,
    changes: null,
    fulfillments: null,
    customer: null,
    items: items.map(({ item_id }) => item_id).sort(),
    payments: payment_history.map((one) => JSON.stringify(one)).sort(),
    address: [address1, address2, city, zip].map(folded).join(' '),
  };
}

export interface ChangeSeen {
  order: string;
  what: string;
  key: string;
}

/** Everything that was done in a shop, by the keys that it was done with. */
export const changesIn = ({ orders }: ShopState): ChangeSeen[] =>
  orders.flatMap(({ order_id, changes = [] }) => changes.map(({ what, key }) => ({ order: order_id, what, key })));
