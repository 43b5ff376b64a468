import { Injectable } from '@nestjs/common';
import type { CommerceAdapter, ShopCustomer, ShopOrder, ShopProduct, WalkPage } from '@satchel/connectors';
import { MIRROR_RESOURCES, type MirrorResource } from '@satchel/contracts';
import { Clock, type Ctx } from '@satchel/kernel';
import { ShopOrderQueries } from '../order/shop-order.queries';
import { ShopProductQueries } from '../product/shop-product.queries';
import { ShopCustomerQueries } from './shop-customer.queries';

/** A page as it was read, and how its rows are kept. */
export interface ReadPage {
  count: number;
  next: string | null;
  keep(tx: Ctx): Promise<unknown>;
}

/** One kind of record that a shop can be walked over for. */
export interface Walkable {
  read(since: Date | null, cursor: string | null): Promise<ReadPage>;
  count: ((since: Date | null) => Promise<number>) | null;
}

/** What is kept of the shops, whichever way it came: a walk, a look-up, or a hint that something changed. */
@Injectable()
export class Mirror {
  constructor(
    private readonly orders: ShopOrderQueries,
    private readonly customers: ShopCustomerQueries,
    private readonly products: ShopProductQueries,
    private readonly clock: Clock,
  ) {}

  /** Null: this shop cannot be walked over for these. */
  walkable(adapter: CommerceAdapter, connectionId: string, resource: MirrorResource): Walkable | null {
    const { orders, customers, products } = adapter;
    const at = (): Date => this.clock.now();
    if (resource === 'orders' && orders.walk)
      return walkOf<ShopOrder>(orders, at, (tx, items, asked) => this.orders.keep(tx, connectionId, items, asked));
    if (resource === 'customers' && customers?.walk)
      return walkOf<ShopCustomer>(customers, at, (tx, items, asked) =>
        this.customers.keep(tx, connectionId, items, asked),
      );
    if (resource === 'products' && products?.walk)
      return walkOf<ShopProduct>(products, at, (tx, items, asked) =>
        this.products.keep(tx, connectionId, items, asked),
      );
    return null;
  }

  resourcesOf(adapter: CommerceAdapter): MirrorResource[] {
    return MIRROR_RESOURCES.filter((resource) => this.walkable(adapter, '', resource) !== null);
  }

  /** Reads one record again; one that the shop has no more is marked so, where the id is the record's own. */
  async refresh(
    ctx: Ctx,
    adapter: CommerceAdapter,
    connectionId: string,
    resource: MirrorResource,
    externalId: string,
    { goneIsDeleted = true } = {},
  ): Promise<void> {
    const asked = this.clock.now();
    const part = adapter[resource];
    if (!part) return;
    const record = await part.byId(externalId);
    if (record) await this.keep(ctx, connectionId, resource, record, asked);
    else if (goneIsDeleted) await this[resource].markDeleted(ctx, connectionId, externalId, asked);
  }

  private async keep(
    ctx: Ctx,
    connectionId: string,
    resource: MirrorResource,
    record: ShopOrder | ShopCustomer | ShopProduct,
    asked: Date,
  ): Promise<void> {
    if (resource === 'orders') await this.orders.keep(ctx, connectionId, [record as ShopOrder], asked);
    else if (resource === 'customers') await this.customers.keep(ctx, connectionId, [record as ShopCustomer], asked);
    else await this.products.keep(ctx, connectionId, [record as ShopProduct], asked);
  }
}

function walkOf<T>(
  part: { walk?: (since: Date | null, cursor: string | null) => Promise<WalkPage<T>>; count?: Walkable['count'] },
  now: () => Date,
  keep: (tx: Ctx, items: T[], asked: Date) => Promise<unknown>,
): Walkable | null {
  const { walk, count } = part;
  if (!walk) return null;
  return {
    count: count ?? null,
    read: async (since, cursor) => {
      const asked = now();
      const { items, next } = await walk(since, cursor);
      return { count: items.length, next, keep: (tx) => keep(tx, items, asked) };
    },
  };
}
