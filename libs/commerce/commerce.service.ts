import { Injectable } from '@nestjs/common';
import type { CustomerContextBody, OrderBody, ProductBody, ShipmentBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { nothingToFindBy } from './commerce.errors';
import { Answers } from './context/answers';
import { ContextService, type ContextWish } from './context/context.service';
import { Shops, type FoundOrders } from './order/shops.service';
import { Products } from './product/products.service';
import type { ProductFilter } from './product/shop-product.queries';
import { Carriers } from './shipment/carriers.service';

/** Live facts about orders and parcels. Asks outside systems: never call it inside a transaction. */
@Injectable()
export class CommerceService {
  constructor(
    private readonly shops: Shops,
    private readonly carriers: Carriers,
    private readonly contexts: ContextService,
    private readonly productFinder: Products,
    private readonly answers: Answers,
  ) {}

  /**
   * Orders of all connected shops with this number (exact; "1001" is "#1001"), of this mail address, or with both.
   * Newest first. A shop that fails is a sentence in `problems`, and its orders come from memory, marked `stale`.
   */
  async findOrders(ctx: Ctx, query: { number?: string; email?: string }): Promise<FoundOrders> {
    const number = query.number?.trim().replace(/^#/, '').trim().toLowerCase() || undefined;
    const email = query.email?.trim().toLowerCase() || undefined;
    if (number === undefined && email === undefined) throw nothingToFindBy();
    const { orders, problems } = await this.shops.find(ctx, { number, email });
    return { orders: await this.carriers.enrich(ctx, orders), problems };
  }

  /** By our id. Null when this workspace never saw it or the shop has it no more. */
  async order(ctx: Ctx, id: string): Promise<OrderBody | null> {
    const order = await this.shops.byId(ctx, id);
    if (!order) return null;
    const [enriched] = await this.carriers.enrich(ctx, [order]);
    return enriched ?? order;
  }

  /** Null when no connected carrier knows the number; `carrier_unavailable` when those that may do not answer. */
  track(ctx: Ctx, trackingNumber: string, carrierHint?: string): Promise<ShipmentBody | null> {
    return this.carriers.track(ctx, trackingNumber, carrierHint ?? null);
  }

  /**
   * Everything the connected systems know of a customer, under their proven addresses; within a second, whoever is slow.
   */
  context(ctx: Ctx, customerId: string, wish: ContextWish = {}): Promise<CustomerContextBody> {
    return this.contexts.read(ctx, customerId, wish);
  }

  /** By words or by sku, from what the shops told; asked of the shops themselves when nothing of theirs is kept. */
  products(ctx: Ctx, filter: ProductFilter, limit: number): Promise<ProductBody[]> {
    return this.productFinder.find(ctx, filter, limit);
  }

  /** A connection's records were changed from here: the next look asks it again. */
  changed(connectionId: string): void {
    this.answers.forget(connectionId);
  }
}
