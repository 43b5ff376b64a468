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
  totalPriceSet: MoneyBag;
  totalRefundedSet: MoneyBag;
  customer: { id: string; displayName: string } | null;
  shippingAddress: AddressFacts | null;
  lineItems: { nodes: LineFacts[]; pageInfo: { hasNextPage: boolean } };
  fulfillments: FulfilmentFacts[];
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
  countryCodeV2: string | null;
  phone: string | null;
}

export interface LineFacts {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  discountedUnitPriceSet: MoneyBag;
}

export interface FulfilmentFacts {
  status: string;
  displayStatus: string | null;
  estimatedDeliveryAt: string | null;
  deliveredAt: string | null;
  trackingInfo: { company: string | null; number: string | null; url: string | null }[];
  events: { nodes: EventFacts[] };
}

export interface EventFacts {
  status: string;
  happenedAt: string;
  message: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
}
