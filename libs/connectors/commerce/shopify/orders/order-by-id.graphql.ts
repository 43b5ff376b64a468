import { ORDER_FACTS } from './order-facts.graphql';

export const ORDER_BY_ID = /* GraphQL */ `
  query OrderById($id: ID!, $lines: Int!) {
    order(id: $id) {
      ...OrderFacts
    }
  }
  ${ORDER_FACTS}
`;
