/** What we read of an order; the operations beside it share it. Counts are kept low: they make the query's cost. */
export const ORDER_FACTS = /* GraphQL */ `
  fragment OrderFacts on Order {
    id
    legacyResourceId
    name
    email
    phone
    processedAt
    updatedAt
    cancelledAt
    displayFinancialStatus
    displayFulfillmentStatus
    totalPriceSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    totalRefundedSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    customer {
      id
      displayName
    }
    shippingAddress {
      name
      company
      address1
      address2
      city
      zip
      countryCodeV2
      phone
    }
    lineItems(first: $lines) {
      nodes {
        id
        title
        variantTitle
        sku
        quantity
        discountedUnitPriceSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    fulfillments(first: 10) {
      status
      displayStatus
      estimatedDeliveryAt
      deliveredAt
      trackingInfo(first: 5) {
        company
        number
        url
      }
      events(first: 10, sortKey: HAPPENED_AT, reverse: true) {
        nodes {
          status
          happenedAt
          message
          city
          province
          country
        }
      }
    }
  }
`;
