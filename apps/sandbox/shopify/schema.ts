import { catalogTypes } from './schema.catalog';
import { changeTypes } from './schema.changes';
import { moneyTypes } from './schema.money';
import { orderTypes } from './schema.order';

/** The part of the Admin GraphQL schema that the twin speaks; a spec holds it against Shopify's own 2026-10 schema. */
const shopTypes = `
  schema {
    query: QueryRoot
    mutation: Mutation
  }

  scalar DateTime
  scalar Decimal
  scalar Money
  scalar UnsignedInt64
  scalar URL
  enum CountryCode {
    AT
    BE
    CH
    CZ
    DE
    DK
    ES
    FI
    FR
    GB
    GR
    IE
    IT
    LU
    NL
    NO
    PL
    PT
    SE
    US
  }
  enum CurrencyCode {
    EUR
    GBP
    USD
  }

  type QueryRoot {
    currentAppInstallation: AppInstallation!
    customer(id: ID!): Customer
    customerByIdentifier(identifier: CustomerIdentifierInput!): Customer
    customers(
      after: String
      before: String
      first: Int
      last: Int
      query: String
      reverse: Boolean = false
      sortKey: CustomerSortKeys = ID
    ): CustomerConnection!
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    order(id: ID!): Order
    orderByIdentifier(identifier: OrderIdentifierInput!): Order
    orders(
      after: String
      before: String
      first: Int
      last: Int
      query: String
      reverse: Boolean = false
      savedSearchId: ID
      sortKey: OrderSortKeys = PROCESSED_AT
    ): OrderConnection!
    ordersCount(limit: Int = 10000, query: String, savedSearchId: ID): Count
    shop: Shop!
  }

  interface Node {
    id: ID!
  }
  interface LegacyInteroperability {
    legacyResourceId: UnsignedInt64!
  }

  input CustomerIdentifierInput {
    emailAddress: String
    id: ID
    phoneNumber: String
  }
  input OrderIdentifierInput {
    id: ID
  }
  enum OrderSortKeys {
    CREATED_AT
    CURRENT_TOTAL_PRICE
    CUSTOMER_NAME
    DESTINATION
    FINANCIAL_STATUS
    FULFILLMENT_STATUS
    ID
    ORDER_NUMBER
    PO_NUMBER
    PROCESSED_AT
    RELEVANCE
    TOTAL_ITEMS_QUANTITY
    TOTAL_PRICE
    UPDATED_AT
  }
  enum CustomerSortKeys {
    CREATED_AT
    ID
    LOCATION
    NAME
    RELEVANCE
    UPDATED_AT
  }
  enum FulfillmentEventSortKeys {
    HAPPENED_AT
    ID
  }
  enum OrderDisplayFinancialStatus {
    AUTHORIZED
    EXPIRED
    PAID
    PARTIALLY_PAID
    PARTIALLY_REFUNDED
    PENDING
    REFUNDED
    VOIDED
  }
  enum OrderDisplayFulfillmentStatus {
    FULFILLED
    FULFILLMENT_NOT_REQUIRED
    IN_PROGRESS
    ON_HOLD
    OPEN
    PARTIALLY_FULFILLED
    PENDING_FULFILLMENT
    REQUEST_DECLINED
    RESTOCKED
    SCHEDULED
    UNFULFILLED
  }
  enum OrderReturnStatus {
    INSPECTION_COMPLETE
    IN_PROGRESS
    NO_RETURN
    RETURNED
    RETURN_FAILED
    RETURN_REQUESTED
  }
  enum OrderCancelReason {
    CUSTOMER
    DECLINED
    FRAUD
    INVENTORY
    OTHER
    STAFF
  }
  enum FulfillmentStatus {
    CANCELLED
    ERROR
    FAILURE
    OPEN
    PENDING
    SUCCESS
  }
  enum FulfillmentDisplayStatus {
    ATTEMPTED_DELIVERY
    CANCELED
    CARRIER_PICKED_UP
    CONFIRMED
    DELAYED
    DELIVERED
    FAILURE
    FULFILLED
    IN_TRANSIT
    LABEL_PRINTED
    LABEL_PURCHASED
    LABEL_VOIDED
    MARKED_AS_FULFILLED
    NOT_DELIVERED
    OUT_FOR_DELIVERY
    PICKED_UP
    READY_FOR_PICKUP
    SUBMITTED
  }
  enum FulfillmentEventStatus {
    ATTEMPTED_DELIVERY
    CARRIER_PICKED_UP
    CONFIRMED
    DELAYED
    DELIVERED
    FAILURE
    IN_TRANSIT
    LABEL_PRINTED
    LABEL_PURCHASED
    OUT_FOR_DELIVERY
    READY_FOR_PICKUP
  }
  enum OrderTransactionKind {
    AUTHORIZATION
    CAPTURE
    CHANGE
    EMV_AUTHORIZATION
    REFUND
    SALE
    SUGGESTED_REFUND
    VOID
  }
  enum OrderTransactionStatus {
    AWAITING_RESPONSE
    ERROR
    FAILURE
    PENDING
    SUCCESS
    UNKNOWN
  }
  enum CustomerState {
    DECLINED
    DISABLED
    ENABLED
    INVITED
  }
  enum CountPrecision {
    AT_LEAST
    EXACT
  }

  type PageInfo {
    endCursor: String
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
  }
  type Count {
    count: Int!
    precision: CountPrecision!
  }
  type MoneyV2 {
    amount: Decimal!
    currencyCode: CurrencyCode!
  }
  type MoneyBag {
    presentmentMoney: MoneyV2!
    shopMoney: MoneyV2!
  }
  type Attribute {
    key: String!
    value: String
  }
  type Image {
    altText: String
    height: Int
    id: ID
    url: URL!
    width: Int
  }

  type AccessScope {
    description: String!
    handle: String!
  }
  type App implements Node {
    handle: String
    id: ID!
    title: String!
  }
  type AppInstallation implements Node {
    accessScopes: [AccessScope!]!
    app: App!
    id: ID!
  }

  type Domain implements Node {
    host: String!
    id: ID!
    sslEnabled: Boolean!
    url: URL!
  }
  type ShopPlan {
    displayName: String!
    partnerDevelopment: Boolean!
    publicDisplayName: String!
    shopifyPlus: Boolean!
  }
  type Shop implements Node {
    contactEmail: String!
    currencyCode: CurrencyCode!
    email: String!
    ianaTimezone: String!
    id: ID!
    myshopifyDomain: String!
    name: String!
    orderNumberFormatPrefix: String!
    orderNumberFormatSuffix: String!
    plan: ShopPlan!
    primaryDomain: Domain!
    taxesIncluded: Boolean!
    url: URL!
  }

  type MailingAddress implements Node {
    address1: String
    address2: String
    city: String
    company: String
    country: String
    countryCode: String
    countryCodeV2: CountryCode
    firstName: String
    formatted(withCompany: Boolean = true, withName: Boolean = false): [String!]!
    id: ID!
    lastName: String
    name: String
    phone: String
    province: String
    provinceCode: String
    zip: String
  }

  type CustomerEmailAddress {
    emailAddress: String!
    validFormat: Boolean!
  }
  type CustomerPhoneNumber {
    phoneNumber: String!
  }
  type Customer implements Node & LegacyInteroperability {
    addresses(first: Int): [MailingAddress!]!
    amountSpent: MoneyV2!
    createdAt: DateTime!
    defaultAddress: MailingAddress
    defaultEmailAddress: CustomerEmailAddress
    defaultPhoneNumber: CustomerPhoneNumber
    displayName: String!
    email: String
    firstName: String
    id: ID!
    lastName: String
    lastOrder: Order
    legacyResourceId: UnsignedInt64!
    locale: String!
    note: String
    numberOfOrders: UnsignedInt64!
    orders(
      after: String
      before: String
      first: Int
      last: Int
      query: String
      reverse: Boolean = false
      sortKey: OrderSortKeys = ID
    ): OrderConnection!
    phone: String
    state: CustomerState!
    tags: [String!]!
    updatedAt: DateTime!
    verifiedEmail: Boolean!
  }
  type CustomerConnection {
    edges: [CustomerEdge!]!
    nodes: [Customer!]!
    pageInfo: PageInfo!
  }
  type CustomerEdge {
    cursor: String!
    node: Customer!
  }
`;

export const schemaText = shopTypes + orderTypes + moneyTypes + changeTypes + catalogTypes;
