import { type CommerceAdapter, ConnectorError, type ShopOrder, type WalkPage } from '../../../port';
import type { ShopifyClient } from '../shopify.client';
import type { OrderFacts } from './order-facts';
import { COUNT_ORDERS, WALK_ORDERS } from './walk-orders.graphql';

/** A page may cost no more than 1,000 points, and a bucket of the smallest plan holds two of them. */
const ORDERS_A_PAGE = 25;

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
      const retryAfterMs = client.backgroundWaitMs();
      if (retryAfterMs > 0)
        throw new ConnectorError('rate_limited', 'A walk leaves half of the bucket to others', { retryAfterMs });
      const { orders } = await client.run<Page>(WALK_ORDERS, {
        search: changedSince(since),
        after,
        limit: ORDERS_A_PAGE,
        lines: reader.lines,
      });
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

const changedSince = (since: Date | null): string | null => since && `updated_at:>='${since.toISOString()}'`;
