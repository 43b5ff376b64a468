/** The mutations, with what goes in and what comes back. */
export const changeTypes = `
  directive @idempotent(key: String!) on FIELD

  type Mutation {
    orderEditAddVariant(
      allowDuplicates: Boolean = false
      id: ID!
      locationId: ID
      quantity: Int!
      variantId: ID!
    ): OrderEditAddVariantPayload
    orderEditBegin(id: ID!): OrderEditBeginPayload
    orderEditCommit(id: ID!, notifyCustomer: Boolean, staffNote: String): OrderEditCommitPayload
    orderEditSetQuantity(
      id: ID!
      lineItemId: ID!
      locationId: ID
      quantity: Int!
      restock: Boolean
    ): OrderEditSetQuantityPayload
    orderCancel(
      notifyCustomer: Boolean = false
      orderId: ID!
      reason: OrderCancelReason!
      refund: Boolean
      refundMethod: OrderCancelRefundMethodInput
      restock: Boolean!
      staffNote: String = null
    ): OrderCancelPayload
    orderUpdate(input: OrderInput!): OrderUpdatePayload
    refundCreate(input: RefundInput!): RefundCreatePayload
    returnCreate(returnInput: ReturnInput!): ReturnCreatePayload
    returnRequest(input: ReturnRequestInput!): ReturnRequestPayload
    tagsAdd(id: ID!, tags: [String!]!): TagsAddPayload
  }
  extend type QueryRoot {
    job(id: ID!): Job
  }
  type Job {
    done: Boolean!
    id: ID!
  }
  interface DisplayableError {
    field: [String!]
    message: String!
  }
  type UserError implements DisplayableError {
    field: [String!]
    message: String!
  }

  type CalculatedLineItem {
    id: ID!
    quantity: Int!
    title: String!
    variant: ProductVariant
  }
  type CalculatedLineItemConnection {
    nodes: [CalculatedLineItem!]!
    pageInfo: PageInfo!
  }
  type CalculatedOrder implements Node {
    committed: Boolean!
    id: ID!
    lineItems(after: String, before: String, first: Int, last: Int, query: String, reverse: Boolean = false): CalculatedLineItemConnection!
    originalOrder: Order!
  }
  type OrderEditBeginPayload {
    calculatedOrder: CalculatedOrder
    userErrors: [UserError!]!
  }
  type OrderEditAddVariantPayload {
    calculatedLineItem: CalculatedLineItem
    calculatedOrder: CalculatedOrder
    userErrors: [UserError!]!
  }
  type OrderEditSetQuantityPayload {
    calculatedLineItem: CalculatedLineItem
    calculatedOrder: CalculatedOrder
    userErrors: [UserError!]!
  }
  type OrderEditCommitPayload {
    order: Order
    userErrors: [UserError!]!
  }

  enum OrderCancelUserErrorCode {
    INTERNAL_ERROR
    INVALID
    NOT_FOUND
  }
  type OrderCancelUserError implements DisplayableError {
    code: OrderCancelUserErrorCode
    field: [String!]
    message: String!
  }
  type OrderCancelPayload {
    job: Job
    orderCancelUserErrors: [OrderCancelUserError!]!
    userErrors: [UserError!]!
  }
  input OrderCancelRefundMethodInput {
    originalPaymentMethodsRefund: Boolean
  }

  input MailingAddressInput {
    address1: String
    address2: String
    city: String
    company: String
    countryCode: CountryCode
    firstName: String
    lastName: String
    phone: String
    provinceCode: String
    zip: String
  }
  input MetafieldInput {
    key: String
    namespace: String
    type: String
    value: String
  }
  input OrderInput {
    email: String
    id: ID!
    metafields: [MetafieldInput!]
    note: String
    phone: String
    shippingAddress: MailingAddressInput
    tags: [String!]
  }
  type OrderUpdatePayload {
    order: Order
    userErrors: [UserError!]!
  }
  type TagsAddPayload {
    node: Node
    userErrors: [UserError!]!
  }

  input RefundLineItemInput {
    lineItemId: ID!
    locationId: ID
    quantity: Int!
    restockType: RefundLineItemRestockType
  }
  input ShippingRefundInput {
    amount: Money
    fullRefund: Boolean
  }
  input OrderTransactionInput {
    amount: Money!
    gateway: String!
    kind: OrderTransactionKind!
    orderId: ID!
    parentId: ID
  }
  input RefundInput {
    allowOverRefunding: Boolean = false
    currency: CurrencyCode
    note: String
    notify: Boolean
    orderId: ID!
    refundLineItems: [RefundLineItemInput!]
    shipping: ShippingRefundInput
    transactions: [OrderTransactionInput!]
  }
  type RefundCreatePayload {
    order: Order
    refund: Refund
    userErrors: [UserError!]!
  }

  enum ReturnErrorCode {
    FEATURE_NOT_ENABLED
    INTERNAL_ERROR
    INVALID
    INVALID_STATE
    MISSING_PERMISSION
    NOT_FOUND
    TOO_LONG
  }
  type ReturnUserError implements DisplayableError {
    code: ReturnErrorCode
    field: [String!]
    message: String!
  }
  input ReturnRequestLineItemInput {
    customerNote: String
    fulfillmentLineItemId: ID!
    quantity: Int!
    returnReason: ReturnReason
    returnReasonDefinitionId: ID
  }
  input ReturnRequestInput {
    orderId: ID!
    returnLineItems: [ReturnRequestLineItemInput!]!
  }
  input ReturnLineItemInput {
    fulfillmentLineItemId: ID!
    quantity: Int!
    returnReason: ReturnReason
    returnReasonDefinitionId: ID
    returnReasonNote: String = ""
  }
  input ExchangeLineItemInput {
    quantity: Int!
    variantId: ID
  }
  input ReturnInput {
    exchangeLineItems: [ExchangeLineItemInput!]
    notifyCustomer: Boolean = false
    orderId: ID!
    requestedAt: DateTime
    returnLineItems: [ReturnLineItemInput!]!
  }
  type ReturnRequestPayload {
    return: Return
    userErrors: [ReturnUserError!]!
  }
  type ReturnCreatePayload {
    return: Return
    userErrors: [ReturnUserError!]!
  }
`;
