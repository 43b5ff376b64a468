import { Injectable } from '@nestjs/common';
import type { CustomerContextBody, OrderBody, ShipmentBody } from '@satchel/contracts';
import { CustomerService } from '@satchel/customers';
import type { Ctx } from '@satchel/kernel';
import { noSuchCustomer, nothingToFindBy } from './commerce.errors';
import { newestFirst, Shops, type FoundOrders } from './order/shops.service';
import { Carriers } from './shipment/carriers.service';

/** A customer's panel shows this many; the shop's own pages show the rest. */
const ORDERS_IN_CONTEXT = 20;

/** Live facts about orders and parcels. Asks outside systems: never call it inside a transaction. */
@Injectable()
export class CommerceService {
  constructor(
    private readonly shops: Shops,
    private readonly carriers: Carriers,
    private readonly customers: CustomerService,
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

  /** Everything the shops know of a customer, by every mail address of theirs. */
  async context(ctx: Ctx, customerId: string): Promise<CustomerContextBody> {
    const customer = await this.customers.get(ctx, customerId);
    if (!customer) throw noSuchCustomer();
    const emails = customer.addresses.filter((address) => address.kind === 'email').map((address) => address.value);
    const found = await Promise.all(emails.map((email) => this.shops.find(ctx, { email: email.toLowerCase() })));
    const orders = new Map(found.flatMap((one) => one.orders).map((order) => [order.id, order]));
    const newest = newestFirst([...orders.values()]).slice(0, ORDERS_IN_CONTEXT);
    return {
      customer,
      orders: await this.carriers.enrich(ctx, newest),
      loyalty: [],
      subscriptions: [],
      lifetimeValue: [],
      orderCount: orders.size,
      openTickets: [],
      cards: [],
      possibleMatches: [],
      sources: [],
      problems: [...new Set(found.flatMap((one) => one.problems))],
    };
  }
}
