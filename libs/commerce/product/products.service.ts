import { Injectable } from '@nestjs/common';
import { ConnectionService, type ShopProduct } from '@satchel/connectors';
import type { ProductBody } from '@satchel/contracts';
import { Clock, type Ctx, Log } from '@satchel/kernel';
import { within } from '../within';
import { type ProductFilter, ShopProductQueries } from './shop-product.queries';

const SHOP_LIMIT_MS = 3_000;

@Injectable()
export class Products {
  constructor(
    private readonly connections: ConnectionService,
    private readonly queries: ShopProductQueries,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async find(ctx: Ctx, filter: ProductFilter, limit: number): Promise<ProductBody[]> {
    const kept = await this.queries.find(ctx, filter, limit);
    if (kept.length > 0 || !(await this.askShops(ctx, filter, limit))) return kept;
    return this.queries.find(ctx, filter, limit);
  }

  /** Whether any shop told something that may fit. */
  private async askShops(ctx: Ctx, { q, sku }: ProductFilter, limit: number): Promise<boolean> {
    const shops = await this.connections.byKind(ctx, 'commerce');
    const found = await Promise.all(
      shops.map(async ({ connection, adapter: { products } }) => {
        if (!products) return 0;
        const asked = this.clock.now();
        const question: Promise<ShopProduct[]> = sku ? products.bySku(sku) : products.search(q ?? '', limit);
        const told = await within(SHOP_LIMIT_MS, question).catch((error: unknown) => {
          this.log.warn({ connectionId: connection.id, err: error }, 'a shop did not answer');
          return [];
        });
        await this.queries.keep(ctx, connection.id, told, asked);
        return told.length;
      }),
    );
    return found.some((count) => count > 0);
  }
}
