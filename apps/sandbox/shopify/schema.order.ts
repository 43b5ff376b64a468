/** Orders, their lines, fulfilments and payments, in Shopify's own names. */
export const orderTypes = `
  type Order implements Node & LegacyInteroperability {
    billingAddress: MailingAddress
    cancelReason: OrderCancelReason
    cancelledAt: DateTime
    closed: Boolean!
    closedAt: DateTime
    confirmationNumber: String
    confirmed: Boolean!
    createdAt: DateTime!
    currencyCode: CurrencyCode!
    currentSubtotalLineItemsQuantity: Int!
    currentSubtotalPriceSet: MoneyBag!
    currentTotalPriceSet: MoneyBag!
    customAttributes: [Attribute!]!
    customer: Customer
    customerLocale: String
    displayAddress: MailingAddress
    displayFinancialStatus: OrderDisplayFinancialStatus
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus!
    email: String
    fulfillments(first: Int, query: String): [Fulfillment!]!
    fulfillmentsCount: Count
    fullyPaid: Boolean!
    id: ID!
    legacyResourceId: UnsignedInt64!
    lineItems(after: String, before: String, first: Int, last: Int, reverse: Boolean = false): LineItemConnection!
    name: String!
    note: String
    number: Int!
    originalTotalPriceSet: MoneyBag!
    paymentGatewayNames: [String!]!
    phone: String
    presentmentCurrencyCode: CurrencyCode!
    processedAt: DateTime!
    refunds(first: Int): [Refund!]!
    requiresShipping: Boolean!
    returnStatus: OrderReturnStatus!
    shippingAddress: MailingAddress
    shippingLine: ShippingLine
    sourceName: String
    subtotalLineItemsQuantity: Int!
    subtotalPriceSet: MoneyBag
    tags: [String!]!
    taxesIncluded: Boolean!
    test: Boolean!
    totalOutstandingSet: MoneyBag!
    totalPriceSet: MoneyBag!
    totalReceivedSet: MoneyBag!
    totalRefundedSet: MoneyBag!
    totalShippingPriceSet: MoneyBag!
    transactions(capturable: Boolean, first: Int, manuallyResolvable: Boolean): [OrderTransaction!]!
    unpaid: Boolean!
    updatedAt: DateTime!
  }
  type OrderConnection {
    edges: [OrderEdge!]!
    nodes: [Order!]!
    pageInfo: PageInfo!
  }
  type OrderEdge {
    cursor: String!
    node: Order!
  }

  type Product implements Node & LegacyInteroperability {
    handle: String!
    id: ID!
    legacyResourceId: UnsignedInt64!
    onlineStoreUrl: URL
    productType: String!
    title: String!
    vendor: String!
  }
  type ProductVariant implements Node & LegacyInteroperability {
    displayName: String!
    id: ID!
    legacyResourceId: UnsignedInt64!
    price: Money!
    product: Product!
    sku: String
    title: String!
  }
  type LineItem implements Node {
    currentQuantity: Int!
    customAttributes: [Attribute!]!
    discountedTotalSet(withCodeDiscounts: Boolean = false): MoneyBag!
    discountedUnitPriceSet: MoneyBag!
    id: ID!
    image: Image
    isGiftCard: Boolean!
    name: String!
    nonFulfillableQuantity: Int!
    originalTotalSet: MoneyBag!
    originalUnitPriceSet: MoneyBag!
    product: Product
    quantity: Int!
    refundableQuantity: Int!
    requiresShipping: Boolean!
    sku: String
    title: String!
    unfulfilledQuantity: Int!
    variant: ProductVariant
    variantTitle: String
    vendor: String
  }
  type LineItemConnection {
    edges: [LineItemEdge!]!
    nodes: [LineItem!]!
    pageInfo: PageInfo!
  }
  type LineItemEdge {
    cursor: String!
    node: LineItem!
  }
  type ShippingLine {
    id: ID
    originalPriceSet: MoneyBag!
    title: String!
  }

  type FulfillmentTrackingInfo {
    company: String
    number: String
    url: URL
  }
  type FulfillmentEvent implements Node {
    address1: String
    city: String
    country: String
    createdAt: DateTime!
    estimatedDeliveryAt: DateTime
    happenedAt: DateTime!
    id: ID!
    message: String
    province: String
    status: FulfillmentEventStatus!
    zip: String
  }
  type FulfillmentEventConnection {
    edges: [FulfillmentEventEdge!]!
    nodes: [FulfillmentEvent!]!
    pageInfo: PageInfo!
  }
  type FulfillmentEventEdge {
    cursor: String!
    node: FulfillmentEvent!
  }
  type FulfillmentLineItem implements Node {
    id: ID!
    lineItem: LineItem!
    quantity: Int
  }
  type FulfillmentLineItemConnection {
    edges: [FulfillmentLineItemEdge!]!
    nodes: [FulfillmentLineItem!]!
    pageInfo: PageInfo!
  }
  type FulfillmentLineItemEdge {
    cursor: String!
    node: FulfillmentLineItem!
  }
  type Fulfillment implements Node & LegacyInteroperability {
    createdAt: DateTime!
    deliveredAt: DateTime
    displayStatus: FulfillmentDisplayStatus
    estimatedDeliveryAt: DateTime
    events(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
      sortKey: FulfillmentEventSortKeys = HAPPENED_AT
    ): FulfillmentEventConnection!
    fulfillmentLineItems(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
    ): FulfillmentLineItemConnection!
    id: ID!
    inTransitAt: DateTime
    legacyResourceId: UnsignedInt64!
    name: String!
    order: Order!
    requiresShipping: Boolean!
    status: FulfillmentStatus!
    totalQuantity: Int!
    trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
    updatedAt: DateTime!
  }

  type OrderTransaction implements Node {
    amountSet: MoneyBag!
    createdAt: DateTime!
    formattedGateway: String
    gateway: String
    id: ID!
    kind: OrderTransactionKind!
    processedAt: DateTime
    status: OrderTransactionStatus!
    test: Boolean!
  }
  type Refund implements Node & LegacyInteroperability {
    createdAt: DateTime
    id: ID!
    legacyResourceId: UnsignedInt64!
    note: String
    processedAt: DateTime!
    totalRefundedSet: MoneyBag!
    updatedAt: DateTime!
  }
`;
