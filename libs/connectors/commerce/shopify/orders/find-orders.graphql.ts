import { ORDER_FACTS } from './order-facts.graphql';

export const FIND_ORDERS = /* GraphQL */ `
  query FindOrders($search: String!, $limit: Int!, $lines: Int!) {
    orders(first: $limit, query: $search, sortKey: PROCESSED_AT, reverse: true) {
      nodes {
        ...OrderFacts
      }
    }
  }
  ${ORDER_FACTS}
`;
