import { ORDER_FACTS } from './order-facts.graphql';

export const WALK_ORDERS = /* GraphQL */ `
  query WalkOrders($search: String, $after: String, $limit: Int!, $lines: Int!) {
    orders(first: $limit, after: $after, query: $search, sortKey: UPDATED_AT) {
      nodes {
        ...OrderFacts
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${ORDER_FACTS}
`;

/** Without a limit Shopify counts to the end; with its default it stops at 10,000. */
export const COUNT_ORDERS = /* GraphQL */ `
  query CountOrders($search: String) {
    ordersCount(query: $search, limit: null) {
      count
    }
  }
`;
