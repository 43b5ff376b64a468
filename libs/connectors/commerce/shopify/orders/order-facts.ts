/** What the fragment OrderFacts answers. Anything nullable may also be missing for want of a scope. */
export interface OrderFacts {
  id: string;
  legacyResourceId: string;
  name: string;
  email: string | null;
  phone: string | null;
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string | null;
  returnStatus: string;
  discountCodes: string[];
  totalPriceSet: MoneyBag;
  totalRefundedSet: MoneyBag;
  customer: { id: string; displayName: string } | null;
  shippingAddress: AddressFacts | null;
  lineItems: { nodes: LineFacts[]; pageInfo: { hasNextPage: boolean } };
  fulfillments: FulfilmentFacts[];
  transactions: TransactionFacts[];
  refunds: RefundFacts[];
}

/** In the currency that the customer saw and paid. */
export interface MoneyBag {
  presentmentMoney: { amount: string; currencyCode: string };
}

export interface AddressFacts {
  name: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  zip: string | null;
  provinceCode: string | null;
  countryCodeV2: string | null;
  phone: string | null;
}

export interface LineFacts {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  refundableQuantity: number;
  discountedUnitPriceSet: MoneyBag;
}

export interface FulfilmentFacts {
  status: string;
  displayStatus: string | null;
  estimatedDeliveryAt: string | null;
  deliveredAt: string | null;
  trackingInfo: { company: string | null; number: string | null; url: string | null }[];
  events: { nodes: EventFacts[] };
  fulfillmentLineItems: { nodes: { quantity: number | null; lineItem: { id: string } }[] };
}

export interface EventFacts {
  status: string;
  happenedAt: string;
  message: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
}

export interface TransactionFacts {
  kind: string;
  status: string;
  gateway: string | null;
  paymentId: string | null;
  /** The payment service's own words; each has others. */
  receiptJson: unknown;
  processedAt: string | null;
  amountSet: MoneyBag;
}

export interface RefundFacts {
  id: string;
  createdAt: string | null;
  note: string | null;
  totalRefundedSet: MoneyBag;
  transactions: { nodes: { kind: string; status: string }[] };
}

export interface ReturnFacts {
  id: string;
  name: string;
  status: string;
  createdAt: string;
  returnLineItems: { nodes: ReturnLineFacts[] };
  reverseFulfillmentOrders: { nodes: { reverseDeliveries: { nodes: { deliverable: DeliverableFacts | null }[] } }[] };
}

export interface ReturnLineFacts {
  quantity: number;
  returnReason: string;
  returnReasonNote: string;
  customerNote: string | null;
  /** Not there for goods that nobody can link to a line any more. */
  fulfillmentLineItem?: { lineItem: { id: string; title: string } };
}

interface DeliverableFacts {
  label?: { publicFileUrl: string | null } | null;
  tracking?: { url: string | null } | null;
}
