import type { CommerceAdapter, ShopOrder } from '../../../port';
import { searchTerm } from '../search-term';
import type { ShopifyClient } from '../shopify.client';
import { FIND_ORDERS } from './find-orders.graphql';
import { ORDER_BY_ID } from './order-by-id.graphql';
import type { OrderFacts } from './order-facts';
import { orderWalk } from './order-walk';
import type { OrderMapper } from './order.mapper';

/** Lines read of each order in a list, and of a single order; Shopify prices a query by these. */
const LINES_IN_LIST = 20;
const LINES_OF_ONE = 100;
/** A search by name may also bring longer names; the exact one is among the first. */
const NUMBER_CANDIDATES = 10;
const MOST_ORDERS = 25;
/** Longer is no order number and no mail address, but somebody trying something. */
const LONGEST_TERM = 255;
/** Another id would be answered with an error about the question, not with "no such order". */
const ORDER_GID = /^gid:\/\/shopify\/Order\/\d+$/;

/** Shopify's search is no proof: it matches parts and ignores what it does not understand. */
const plainNumber = (number: string): string => number.trim().replace(/^#/, '').trim().toLowerCase();

export class ShopifyOrders {
  constructor(
    private readonly client: ShopifyClient,
    private readonly mapper: OrderMapper,
  ) {}

  asPort(): CommerceAdapter['orders'] {
    return {
      byNumber: (number) => this.byNumber(number),
      byEmail: (email, limit) => this.byEmail(email, limit),
      byId: (externalId) => this.byId(externalId),
      ...orderWalk(this.client, {
        lines: LINES_IN_LIST,
        read: async (facts) => this.mapper.order(await this.whole(facts)),
      }),
    };
  }

  private async byNumber(number: string): Promise<ShopOrder[]> {
    const wanted = plainNumber(number);
    return this.find('name', wanted, NUMBER_CANDIDATES, (order) => plainNumber(order.name) === wanted);
  }

  private async byEmail(email: string, limit: number): Promise<ShopOrder[]> {
    const wanted = email.trim().toLowerCase();
    const most = Math.min(Math.max(1, limit), MOST_ORDERS);
    return this.find('email', wanted, most, (order) => order.email?.trim().toLowerCase() === wanted);
  }

  private async byId(externalId: string): Promise<ShopOrder | null> {
    const facts = await this.factsById(externalId);
    return facts && this.mapper.order(facts);
  }

  private async find(field: string, wanted: string, limit: number, exact: (order: OrderFacts) => boolean) {
    if (wanted === '' || wanted.length > LONGEST_TERM) return [];
    const search = searchTerm(field, wanted);
    const answer = await this.client.run<{ orders: { nodes: (OrderFacts | null)[] } }>(FIND_ORDERS, {
      search,
      limit,
      lines: LINES_IN_LIST,
    });
    const found = answer.orders.nodes.filter((order): order is OrderFacts => order !== null && exact(order));
    const whole = await Promise.all(found.map((order) => this.whole(order)));
    return whole
      .map((facts) => this.mapper.order(facts))
      .sort((one, other) => other.placedAt.getTime() - one.placedAt.getTime());
  }

  /** An order longer than a list shows is read again by itself. */
  private async whole(facts: OrderFacts): Promise<OrderFacts> {
    if (!facts.lineItems.pageInfo.hasNextPage) return facts;
    return (await this.factsById(facts.id)) ?? facts;
  }

  private async factsById(id: string): Promise<OrderFacts | null> {
    if (!ORDER_GID.test(id)) return null;
    const answer = await this.client.run<{ order: OrderFacts | null }>(ORDER_BY_ID, { id, lines: LINES_OF_ONE });
    return answer.order;
  }
}
