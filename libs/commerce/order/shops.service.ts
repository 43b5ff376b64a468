import { Injectable } from '@nestjs/common';
import { ConnectionService, LookupHealth, type CommerceAdapter, type ShopOrder } from '@satchel/connectors';
import type { ConnectionBody, OrderBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Clock, Log } from '@satchel/kernel';
import { within } from '../within';
import { bodyOf } from './order-snapshot';
import { problemOf } from './shop-problem';
import { ShopOrderQueries, type OrderFilter } from './shop-order.queries';

/** A person or a customer waits for the answer of all shops; the slowest does not decide. */
const SHOP_LIMIT_MS = 6_000;
const MOST_ORDERS = 20;

export interface FoundOrders {
  /** Newest first. */
  orders: OrderBody[];
  /** Shops that did not answer, in words for a person. */
  problems: string[];
}

interface Shop {
  connection: ConnectionBody;
  adapter: CommerceAdapter;
}

/** Asks the shops, remembers what they told, and falls back on that when one does not answer. */
@Injectable()
export class Shops {
  constructor(
    private readonly connections: ConnectionService,
    private readonly queries: ShopOrderQueries,
    private readonly health: LookupHealth,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async find(ctx: Ctx, filter: OrderFilter): Promise<FoundOrders> {
    const shops = await this.connections.byKind(ctx, 'commerce');
    const answers = await Promise.all(shops.map((shop) => this.findIn(ctx, shop, filter)));
    return {
      orders: newestFirst(answers.flatMap((answer) => answer.orders)),
      problems: answers.flatMap((answer) => answer.problems),
    };
  }

  /** An order seen before, as it is now; as it was when the shop does not answer. */
  async byId(ctx: Ctx, id: string): Promise<OrderBody | null> {
    const known = await this.queries.byId(ctx, id);
    if (!known) return null;
    const { connectionId } = known;
    const asked = this.clock.now();
    const told = await this.listen(ctx, connectionId, async () => {
      const adapter = await this.connections.adapter(ctx, connectionId, 'commerce');
      const order = await adapter.orders.byId(known.snapshot.externalId);
      return order ? [order] : [];
    });
    if ('failure' in told) return bodyOf(known, true);
    const [kept] = await this.queries.keep(ctx, connectionId, told.orders, asked);
    if (!kept) await this.queries.markDeleted(ctx, connectionId, known.snapshot.externalId, asked);
    return kept ? bodyOf(kept, false) : null;
  }

  private async findIn(ctx: Ctx, { connection, adapter }: Shop, filter: OrderFilter): Promise<FoundOrders> {
    const { id, label } = connection;
    const asked = this.clock.now();
    const told = await this.listen(ctx, id, () => ask(adapter, filter));
    if ('failure' in told) {
      const before = await this.queries.kept(ctx, id, filter, MOST_ORDERS);
      const problem = problemOf(label, told.failure, before.length > 0);
      return { orders: before.map((row) => bodyOf(row, true)), problems: [problem] };
    }
    const kept = await this.queries.keep(ctx, id, told.orders, asked);
    return { orders: kept.map((row) => bodyOf(row, false)), problems: [] };
  }

  private async listen(
    ctx: Ctx,
    connectionId: string,
    question: () => Promise<ShopOrder[]>,
  ): Promise<{ orders: ShopOrder[] } | { failure: unknown }> {
    try {
      const orders = await within(SHOP_LIMIT_MS, question());
      await this.health.worked(ctx, connectionId);
      return { orders };
    } catch (failure) {
      await this.health.failed(ctx, connectionId, failure);
      this.log.warn({ connectionId, err: failure }, 'a shop did not answer');
      return { failure };
    }
  }
}

/** Both a number and a mail address: the order has to have both. */
async function ask(adapter: CommerceAdapter, { number, email }: OrderFilter): Promise<ShopOrder[]> {
  if (number === undefined) return adapter.orders.byEmail(email ?? '', MOST_ORDERS);
  const orders = await adapter.orders.byNumber(number);
  return email === undefined ? orders : orders.filter((order) => order.email?.trim().toLowerCase() === email);
}

function newestFirst(orders: OrderBody[]): OrderBody[] {
  return [...orders].sort((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt));
}
