import type { RetailData, RetailOrder, RetailProduct, RetailUser, RetailVariant } from './data';

/** One shop of its own: what was changed in it, over the data that all of them share. */
export class RetailWorld {
  private readonly users = new Map<string, RetailUser>();
  private readonly orders = new Map<string, RetailOrder>();

  constructor(private readonly data: RetailData) {}

  user(id: string): RetailUser | null {
    return this.users.get(id) ?? this.data.users.get(id) ?? null;
  }

  order(id: string): RetailOrder | null {
    return this.orders.get(id) ?? this.data.orders.get(id) ?? null;
  }

  product(id: string): RetailProduct | null {
    return this.data.products.get(id) ?? null;
  }

  variant(itemId: string): { product: RetailProduct; variant: RetailVariant } | null {
    for (const product of this.data.products.values()) {
      const variant = product.variants[itemId];
      if (variant) return { product, variant };
    }
    return null;
  }

  usersBy(fits: (user: RetailUser) => boolean): RetailUser[] {
    return [...this.data.users.values()].filter(fits).map(({ user_id }) => this.user(user_id) as RetailUser);
  }

  ordersOf(userId: string): RetailOrder[] {
    return [...this.data.orders.values()]
      .filter(({ user_id }) => user_id === userId)
      .map(({ order_id }) => this.order(order_id) as RetailOrder);
  }

  productsBy(fits: (product: RetailProduct) => boolean): RetailProduct[] {
    return [...this.data.products.values()].filter(fits);
  }

  /** A state that a postcode lies in, as far as the shop's own addresses tell. */
  stateOf(zip: string): string | null {
    for (const { address } of [...this.data.orders.values(), ...this.data.users.values()])
      if (address.zip === zip) return address.state;
    return null;
  }

  /** A copy to change; the shop's own from now on. */
  ownOrder(id: string): RetailOrder | null {
    const order = this.order(id);
    if (!order) return null;
    const own = structuredClone(order);
    this.orders.set(id, own);
    return own;
  }

  ownUser(id: string): RetailUser | null {
    const user = this.user(id);
    if (!user) return null;
    const own = structuredClone(user);
    this.users.set(id, own);
    return own;
  }

  /** Everything that is not as it was at the start. */
  changed(): { orders: RetailOrder[]; users: RetailUser[] } {
    const differs = <T>(one: T, before: T | undefined): boolean => JSON.stringify(one) !== JSON.stringify(before);
    return {
      orders: [...this.orders.values()].filter((one) => differs(one, this.data.orders.get(one.order_id))),
      users: [...this.users.values()].filter((one) => differs(one, this.data.users.get(one.user_id))),
    };
  }
}
