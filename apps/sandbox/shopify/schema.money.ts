/** Refunds and returns, and what may be asked about them before. */
export const moneyTypes = `
  scalar JSON

  extend type Order {
    cancellation: OrderCancellation
    discountCodes: [String!]!
    metafield(key: String!, namespace: String): Metafield
    returns(
      after: String
      before: String
      first: Int
      last: Int
      query: String
      reverse: Boolean = false
    ): ReturnConnection!
    suggestedRefund(
      refundLineItems: [RefundLineItemInput!]
      refundShipping: Boolean
      shippingAmount: Money
      suggestFullRefund: Boolean = false
    ): SuggestedRefund
  }
  type OrderCancellation {
    staffNote: String
  }
  type Metafield implements Node {
    id: ID!
    key: String!
    namespace: String!
    type: String!
    value: String!
  }
  extend type OrderTransaction {
    accountNumber: String
    parentTransaction: OrderTransaction
    paymentId: String
    receiptJson: JSON
  }
  extend type Refund {
    order: Order!
    transactions(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
    ): OrderTransactionConnection!
    refundLineItems(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
    ): RefundLineItemConnection!
  }
  type OrderTransactionConnection {
    edges: [OrderTransactionEdge!]!
    nodes: [OrderTransaction!]!
    pageInfo: PageInfo!
  }
  type OrderTransactionEdge {
    cursor: String!
    node: OrderTransaction!
  }
  type RefundLineItemConnection {
    edges: [RefundLineItemEdge!]!
    nodes: [RefundLineItem!]!
    pageInfo: PageInfo!
  }
  type RefundLineItemEdge {
    cursor: String!
    node: RefundLineItem!
  }

  enum RefundLineItemRestockType {
    CANCEL
    LEGACY_RESTOCK
    NO_RESTOCK
    RETURN
  }
  enum SuggestedOrderTransactionKind {
    SUGGESTED_REFUND
  }
  type Location implements Node {
    id: ID!
    name: String!
  }
  type RefundLineItem {
    lineItem: LineItem!
    location: Location
    quantity: Int!
    restockType: RefundLineItemRestockType!
    subtotalSet: MoneyBag!
  }
  type ShippingRefund {
    amountSet: MoneyBag!
    maximumRefundableSet: MoneyBag!
  }
  type SuggestedOrderTransaction {
    accountNumber: String
    amountSet: MoneyBag!
    formattedGateway: String
    gateway: String
    kind: SuggestedOrderTransactionKind!
    maximumRefundableSet: MoneyBag
    parentTransaction: OrderTransaction
  }
  type SuggestedRefund {
    amountSet: MoneyBag!
    maximumRefundableSet: MoneyBag!
    refundLineItems: [RefundLineItem!]!
    shipping: ShippingRefund!
    subtotalSet: MoneyBag!
    suggestedTransactions: [SuggestedOrderTransaction!]!
  }

  enum ReturnStatus {
    CANCELED
    CLOSED
    DECLINED
    OPEN
    REQUESTED
  }
  enum ReturnReason {
    COLOR
    DEFECTIVE
    NOT_AS_DESCRIBED
    OTHER
    SIZE_TOO_LARGE
    SIZE_TOO_SMALL
    STYLE
    UNKNOWN
    UNWANTED
    WRONG_ITEM
  }
  enum ReturnDeclineReason {
    FINAL_SALE
    OTHER
    RETURN_PERIOD_ENDED
  }
  type ReturnDecline {
    note: String
    reason: ReturnDeclineReason!
  }
  type ReturnConnection {
    edges: [ReturnEdge!]!
    nodes: [Return!]!
    pageInfo: PageInfo!
  }
  type ReturnEdge {
    cursor: String!
    node: Return!
  }
  type Return implements Node {
    closedAt: DateTime
    createdAt: DateTime!
    decline: ReturnDecline
    id: ID!
    name: String!
    order: Order!
    returnLineItems(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
    ): ReturnLineItemTypeConnection!
    reverseFulfillmentOrders(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
    ): ReverseFulfillmentOrderConnection!
    status: ReturnStatus!
    totalQuantity: Int!
  }
  interface ReturnLineItemType implements Node {
    customerNote: String
    id: ID!
    quantity: Int!
    returnReason: ReturnReason!
    returnReasonNote: String!
  }
  type ReturnLineItem implements Node & ReturnLineItemType {
    customerNote: String
    fulfillmentLineItem: FulfillmentLineItem!
    id: ID!
    quantity: Int!
    returnReason: ReturnReason!
    returnReasonNote: String!
  }
  type ReturnLineItemTypeConnection {
    edges: [ReturnLineItemTypeEdge!]!
    nodes: [ReturnLineItemType!]!
    pageInfo: PageInfo!
  }
  type ReturnLineItemTypeEdge {
    cursor: String!
    node: ReturnLineItemType!
  }
  type ReverseFulfillmentOrderConnection {
    edges: [ReverseFulfillmentOrderEdge!]!
    nodes: [ReverseFulfillmentOrder!]!
    pageInfo: PageInfo!
  }
  type ReverseFulfillmentOrderEdge {
    cursor: String!
    node: ReverseFulfillmentOrder!
  }
  type ReverseFulfillmentOrder implements Node {
    id: ID!
    reverseDeliveries(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
    ): ReverseDeliveryConnection!
  }
  type ReverseDeliveryConnection {
    edges: [ReverseDeliveryEdge!]!
    nodes: [ReverseDelivery!]!
    pageInfo: PageInfo!
  }
  type ReverseDeliveryEdge {
    cursor: String!
    node: ReverseDelivery!
  }
  type ReverseDelivery implements Node {
    deliverable: ReverseDeliveryDeliverable
    id: ID!
  }
  union ReverseDeliveryDeliverable = ReverseDeliveryShippingDeliverable
  type ReverseDeliveryShippingDeliverable {
    label: ReverseDeliveryLabelV2
    tracking: ReverseDeliveryTrackingV2
  }
  type ReverseDeliveryLabelV2 {
    createdAt: DateTime!
    publicFileUrl: URL
    updatedAt: DateTime!
  }
  type ReverseDeliveryTrackingV2 {
    carrierName: String
    number: String
    url: URL
  }
  type ReturnableFulfillment implements Node {
    fulfillment: Fulfillment!
    id: ID!
    returnableFulfillmentLineItems(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
    ): ReturnableFulfillmentLineItemConnection!
  }
  type ReturnableFulfillmentConnection {
    edges: [ReturnableFulfillmentEdge!]!
    nodes: [ReturnableFulfillment!]!
    pageInfo: PageInfo!
  }
  type ReturnableFulfillmentEdge {
    cursor: String!
    node: ReturnableFulfillment!
  }
  type ReturnableFulfillmentLineItem {
    fulfillmentLineItem: FulfillmentLineItem!
    quantity: Int!
  }
  type ReturnableFulfillmentLineItemConnection {
    edges: [ReturnableFulfillmentLineItemEdge!]!
    nodes: [ReturnableFulfillmentLineItem!]!
    pageInfo: PageInfo!
  }
  type ReturnableFulfillmentLineItemEdge {
    cursor: String!
    node: ReturnableFulfillmentLineItem!
  }
  extend type QueryRoot {
    returnableFulfillments(
      after: String
      before: String
      first: Int
      last: Int
      orderId: ID!
      reverse: Boolean = false
    ): ReturnableFulfillmentConnection!
  }
`;
