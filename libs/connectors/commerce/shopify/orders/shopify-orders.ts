import { ConnectorError, type CommerceAdapter, type ShopOrder } from '../../../port';
import { operation } from '../graphql/operation';
import { searchTerm } from '../search-term';
import type { ShopifyClient } from '../shopify.client';
import type { OrderFacts, ReturnFacts } from './order-facts';
import { orderWalk } from './order-walk';
import type { OrderMapper } from './order.mapper';

const FIND_ORDERS = operation('FindOrders');
const SEARCH_ORDERS = operation('SearchOrders');
const ORDER_BY_ID = operation('OrderById');
const ORDER_RETURNS = operation('OrderReturns');

/** Lines read of each order in a list, and of a single order; Shopify prices a query by these. */
const LINES_IN_LIST = 10;
const LINES_OF_ONE = 100;
/** A search by name may also bring longer names; the exact one is among the first. */
const NUMBER_CANDIDATES = 5;
const MOST_ORDERS = 15;
/** Longer is no order number and no mail address, but somebody trying something. */
const LONGEST_TERM = 255;
/** Another id would be answered with an error about the question, not with "no such order". */
export const ORDER_GID = /^gid:\/\/shopify\/Order\/\d+$/;

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
        read: async (facts) => this.told(await this.whole(facts)),
      }),
    };
  }

  private async byNumber(number: string): Promise<ShopOrder[]> {
    const wanted = plainNumber(number);
    if (wanted === '' || wanted.length > LONGEST_TERM) return [];
    const { orders } = await this.client.run<{ orders: { nodes: ({ id: string; name: string } | null)[] } }>(
      SEARCH_ORDERS,
      { search: searchTerm('name', wanted), limit: NUMBER_CANDIDATES },
    );
    const exact = orders.nodes.filter((order) => order !== null && plainNumber(order.name) === wanted);
    const found = await Promise.all(exact.map((order) => this.byId(order?.id ?? '')));
    return found
      .filter((order) => order !== null)
      .sort((one, other) => other.placedAt.getTime() - one.placedAt.getTime());
  }

  private async byEmail(email: string, limit: number): Promise<ShopOrder[]> {
    const wanted = email.trim().toLowerCase();
    const most = Math.min(Math.max(1, limit), MOST_ORDERS);
    return this.find('email', wanted, most, (order) => order.email?.trim().toLowerCase() === wanted);
  }

  async byId(externalId: string): Promise<ShopOrder | null> {
    const facts = await this.factsById(externalId);
    return facts && this.told(facts);
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
    const orders = await Promise.all(found.map(async (order) => this.told(await this.whole(order))));
    return orders.sort((one, other) => other.placedAt.getTime() - one.placedAt.getTime());
  }

  /** An order longer than a list shows is read again by itself. */
  private async whole(facts: OrderFacts): Promise<OrderFacts> {
    if (!facts.lineItems.pageInfo.hasNextPage) return facts;
    return (await this.factsById(facts.id)) ?? facts;
  }

  /** Its returns are asked for where there are any, and left out where the app may not see them. */
  private async told(facts: OrderFacts): Promise<ShopOrder> {
    if (facts.returnStatus === 'NO_RETURN') return this.mapper.order(facts);
    return this.mapper.order(facts, await this.returnsOf(facts.id));
  }

  private async returnsOf(id: string): Promise<ReturnFacts[]> {
    type Returns = { order: { returns: { nodes: ReturnFacts[] } } | null };
    try {
      const { order } = await this.client.run<Returns>(ORDER_RETURNS, { id });
      return order?.returns.nodes ?? [];
    } catch (error) {
      if (error instanceof ConnectorError && error.vendorCode === 'ACCESS_DENIED') return [];
      throw error;
    }
  }

  private async factsById(id: string): Promise<OrderFacts | null> {
    if (!ORDER_GID.test(id)) return null;
    const answer = await this.client.run<{ order: OrderFacts | null }>(ORDER_BY_ID, { id, lines: LINES_OF_ONE });
    return answer.order;
  }
}
