import type { CommerceAdapter, ShopOrder, WalkPage } from '../../../port';
import { operation } from '../graphql/operation';
import { changedSince, inPages } from '../walk';
import type { ShopifyClient } from '../shopify.client';
import type { OrderFacts } from './order-facts';

const WALK_ORDERS = operation('WalkOrders');
const COUNT_ORDERS = operation('CountOrders');

/** Shopify takes no query above 1,000 points and prices this one by the page. */
const ORDERS_A_PAGE = 15;

interface Page {
  orders: { nodes: (OrderFacts | null)[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** How a walk turns Shopify's facts into orders: lines beyond the first are read of each long order by itself. */
export interface OrderReader {
  lines: number;
  read(facts: OrderFacts): Promise<ShopOrder>;
}

/** Orders by their last change, oldest first. Shopify's cursor holds that moment, so it lasts. */
export function orderWalk(
  client: ShopifyClient,
  reader: OrderReader,
): Required<Pick<CommerceAdapter['orders'], 'walk' | 'count'>> {
  return {
    walk: async (since, after): Promise<WalkPage<ShopOrder>> => {
      const { orders } = await inPages(ORDERS_A_PAGE, (limit) =>
        client.walk<Page>(WALK_ORDERS, { search: changedSince(since), after, limit, lines: reader.lines }),
      );
      const facts = orders.nodes.filter((order): order is OrderFacts => order !== null);
      const items: ShopOrder[] = [];
      for (const one of facts) items.push(await reader.read(one));
      return { items, next: orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null };
    },
    count: async (since) => {
      const answer = await client.run<{ ordersCount: { count: number } | null }>(COUNT_ORDERS, {
        search: changedSince(since),
      });
      return answer.ordersCount?.count ?? 0;
    },
  };
}
