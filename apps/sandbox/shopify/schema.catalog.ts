/** Products, discount codes and webhooks. */
export const catalogTypes = `
  enum ProductStatus {
    ACTIVE
    ARCHIVED
    DRAFT
    UNLISTED
  }
  enum ProductSortKeys {
    CREATED_AT
    ID
    INVENTORY_TOTAL
    PRODUCT_TYPE
    PUBLISHED_AT
    RELEVANCE
    TITLE
    UPDATED_AT
    VENDOR
  }
  enum ProductVariantSortKeys {
    ID
    POSITION
    RELEVANCE
    SKU
    TITLE
  }
  extend type Product {
    createdAt: DateTime!
    description(truncateAt: Int): String!
    featuredMedia: Media
    status: ProductStatus!
    tags: [String!]!
    totalInventory: Int!
    updatedAt: DateTime!
    variants(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
      sortKey: ProductVariantSortKeys = POSITION
    ): ProductVariantConnection!
  }
  interface Media {
    alt: String
    id: ID!
    preview: MediaPreviewImage
  }
  type MediaImage implements Media & Node {
    alt: String
    id: ID!
    preview: MediaPreviewImage
  }
  type MediaPreviewImage {
    image: Image
  }
  extend type ProductVariant {
    availableForSale: Boolean!
    barcode: String
    inventoryItem: InventoryItem!
    inventoryQuantity: Int
    updatedAt: DateTime!
  }
  type InventoryItem implements Node {
    id: ID!
    sku: String
    tracked: Boolean!
  }
  type ProductConnection {
    edges: [ProductEdge!]!
    nodes: [Product!]!
    pageInfo: PageInfo!
  }
  type ProductEdge {
    cursor: String!
    node: Product!
  }
  type ProductVariantConnection {
    edges: [ProductVariantEdge!]!
    nodes: [ProductVariant!]!
    pageInfo: PageInfo!
  }
  type ProductVariantEdge {
    cursor: String!
    node: ProductVariant!
  }

  enum DiscountStatus {
    ACTIVE
    EXPIRED
    SCHEDULED
  }
  enum DiscountBuyerSelection {
    ALL
  }
  enum DiscountErrorCode {
    BLANK
    INTERNAL_ERROR
    INVALID
    TAKEN
    VALUE_OUTSIDE_RANGE
  }
  type DiscountUserError implements DisplayableError {
    code: DiscountErrorCode
    field: [String!]
    message: String!
  }
  type DiscountCodeNode implements Node {
    codeDiscount: DiscountCode!
    id: ID!
  }
  union DiscountCode = DiscountCodeBasic | DiscountCodeFreeShipping
  type DiscountCodeBasic {
    appliesOncePerCustomer: Boolean!
    asyncUsageCount: Int!
    context: DiscountContext!
    customerGets: DiscountCustomerGets!
    endsAt: DateTime
    minimumRequirement: DiscountMinimumRequirement
    startsAt: DateTime!
    status: DiscountStatus!
    summary: String!
    title: String!
    usageLimit: Int
  }
  type DiscountCodeFreeShipping {
    appliesOncePerCustomer: Boolean!
    asyncUsageCount: Int!
    context: DiscountContext!
    endsAt: DateTime
    minimumRequirement: DiscountMinimumRequirement
    startsAt: DateTime!
    status: DiscountStatus!
    summary: String!
    title: String!
    usageLimit: Int
  }
  union DiscountContext = DiscountBuyerSelectionAll | DiscountCustomers
  type DiscountBuyerSelectionAll {
    all: DiscountBuyerSelection!
  }
  type DiscountCustomers {
    customers: [Customer!]!
  }
  type DiscountCustomerGets {
    value: DiscountCustomerGetsValue!
  }
  union DiscountCustomerGetsValue = DiscountAmount | DiscountPercentage
  type DiscountAmount {
    amount: MoneyV2!
    appliesOnEachItem: Boolean!
  }
  type DiscountPercentage {
    percentage: Float!
  }
  union DiscountMinimumRequirement = DiscountMinimumSubtotal
  type DiscountMinimumSubtotal {
    greaterThanOrEqualToSubtotal: MoneyV2!
  }
  input DiscountAmountInput {
    amount: Decimal
    appliesOnEachItem: Boolean
  }
  input DiscountCustomerGetsValueInput {
    discountAmount: DiscountAmountInput
    percentage: Float
  }
  input DiscountItemsInput {
    all: Boolean
  }
  input DiscountCustomerGetsInput {
    items: DiscountItemsInput
    value: DiscountCustomerGetsValueInput
  }
  input DiscountCustomersInput {
    add: [ID!]
    remove: [ID!]
  }
  input DiscountContextInput {
    all: DiscountBuyerSelection
    customers: DiscountCustomersInput
  }
  input DiscountMinimumSubtotalInput {
    greaterThanOrEqualToSubtotal: Decimal
  }
  input DiscountMinimumRequirementInput {
    subtotal: DiscountMinimumSubtotalInput
  }
  input DiscountCodeBasicInput {
    appliesOncePerCustomer: Boolean
    code: String
    context: DiscountContextInput
    customerGets: DiscountCustomerGetsInput
    endsAt: DateTime
    minimumRequirement: DiscountMinimumRequirementInput
    startsAt: DateTime
    title: String
    usageLimit: Int
  }
  type DiscountCodeBasicCreatePayload {
    codeDiscountNode: DiscountCodeNode
    userErrors: [DiscountUserError!]!
  }
  type DiscountCodeDeactivatePayload {
    codeDiscountNode: DiscountCodeNode
    userErrors: [DiscountUserError!]!
  }

  enum WebhookSubscriptionFormat {
    JSON
    XML
  }
  enum WebhookSubscriptionSortKeys {
    CREATED_AT
    ID
  }
  enum WebhookSubscriptionTopic {
    APP_UNINSTALLED
    CUSTOMERS_CREATE
    CUSTOMERS_UPDATE
    FULFILLMENTS_CREATE
    FULFILLMENTS_UPDATE
    ORDERS_CANCELLED
    ORDERS_CREATE
    ORDERS_FULFILLED
    ORDERS_PAID
    ORDERS_UPDATED
    PRODUCTS_CREATE
    PRODUCTS_UPDATE
    REFUNDS_CREATE
    RETURNS_APPROVE
    RETURNS_CANCEL
    RETURNS_CLOSE
    RETURNS_DECLINE
    RETURNS_REQUEST
    RETURNS_UPDATE
  }
  input WebhookSubscriptionInput {
    format: WebhookSubscriptionFormat
    includeFields: [String!]
    uri: String
  }
  type WebhookSubscription implements Node {
    createdAt: DateTime!
    format: WebhookSubscriptionFormat!
    id: ID!
    topic: WebhookSubscriptionTopic!
    uri: String!
  }
  type WebhookSubscriptionConnection {
    edges: [WebhookSubscriptionEdge!]!
    nodes: [WebhookSubscription!]!
    pageInfo: PageInfo!
  }
  type WebhookSubscriptionEdge {
    cursor: String!
    node: WebhookSubscription!
  }
  type WebhookSubscriptionCreatePayload {
    userErrors: [UserError!]!
    webhookSubscription: WebhookSubscription
  }
  type WebhookSubscriptionDeletePayload {
    deletedWebhookSubscriptionId: ID
    userErrors: [UserError!]!
  }

  extend type Mutation {
    discountCodeBasicCreate(basicCodeDiscount: DiscountCodeBasicInput!): DiscountCodeBasicCreatePayload
    discountCodeDeactivate(id: ID!): DiscountCodeDeactivatePayload
    webhookSubscriptionCreate(
      topic: WebhookSubscriptionTopic!
      webhookSubscription: WebhookSubscriptionInput!
    ): WebhookSubscriptionCreatePayload
    webhookSubscriptionDelete(id: ID!): WebhookSubscriptionDeletePayload
  }
  extend type QueryRoot {
    codeDiscountNodeByCode(code: String!): DiscountCodeNode
    customersCount(limit: Int = 10000, query: String): Count
    product(id: ID!): Product
    productVariants(
      after: String
      before: String
      first: Int
      last: Int
      query: String
      reverse: Boolean = false
      sortKey: ProductVariantSortKeys = ID
    ): ProductVariantConnection!
    products(
      after: String
      before: String
      first: Int
      last: Int
      query: String
      reverse: Boolean = false
      sortKey: ProductSortKeys = ID
    ): ProductConnection!
    productsCount(limit: Int = 10000, query: String): Count
    webhookSubscriptions(
      after: String
      before: String
      first: Int
      last: Int
      reverse: Boolean = false
      sortKey: WebhookSubscriptionSortKeys = CREATED_AT
      topics: [WebhookSubscriptionTopic!]
      uri: String
    ): WebhookSubscriptionConnection!
  }
`;
