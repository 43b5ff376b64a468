import type { Money } from './common';
import type { ShipmentBody } from './shipments';

export interface OrderLineBody {
  /** The shop's own id of the line; null where it has none. */
  id: string | null;
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  unitPrice: Money;
  /** How many of them went out, can still be refunded, can still be sent back; null: the shop does not tell. */
  shipped: number | null;
  refundable: number | null;
  returnable: number | null;
}

export type PaymentStatus =
  'pending' | 'authorized' | 'paid' | 'partially_refunded' | 'refunded' | 'voided' | 'unknown';
export type FulfilmentStatus = 'unfulfilled' | 'partial' | 'fulfilled' | 'on_hold' | 'cancelled' | 'unknown';

export interface PostalAddressBody {
  name: string;
  lines: string[];
  city: string;
  postcode: string;
  /** ISO 3166-1 alpha-2 where the shop tells it. */
  country: string;
}

export type RefundStatus = 'pending' | 'succeeded' | 'failed' | 'cancelled' | 'unknown';

/** Money on its way back, as whoever moves it tells: the payment service where one is connected, else the shop. */
export interface RefundBody {
  externalId: string;
  amount: Money;
  status: RefundStatus;
  createdAt: string;
  /** What the customer's bank can find it by (an ARN); null while there is none. */
  reference: string | null;
  reason: string | null;
}

export type ReturnStatus =
  'requested' | 'approved' | 'declined' | 'in_transit' | 'received' | 'refunded' | 'closed' | 'cancelled' | 'unknown';

export interface ReturnBody {
  externalId: string;
  /** As the shop shows it; null where returns have no number. */
  number: string | null;
  status: ReturnStatus;
  reason: string | null;
  lines: { orderLineId: string | null; title: string; quantity: number }[];
  requestedAt: string;
  /** Where to send it, a label or a page that tells how; null: nothing yet. */
  instructionsUrl: string | null;
}

/** A payment of an order, by the id that the payment service knows it under. */
export interface PaymentBody {
  /** The service's word in lower case: "stripe", "paypal", "klarna". */
  gateway: string;
  /** Charge, payment intent or capture id; null: the shop does not tell. */
  reference: string | null;
  amount: Money;
  paidAt: string | null;
}

export interface OrderBody {
  id: string;
  connectionId: string;
  externalId: string;
  /** As the shop shows it, "#1001". */
  number: string;
  email: string | null;
  phone: string | null;
  placedAt: string;
  cancelledAt: string | null;
  payment: PaymentStatus;
  fulfilment: FulfilmentStatus;
  /** A status of the shop's own making ("Engraving"); null: none. */
  customStatus: string | null;
  total: Money;
  refunded: Money;
  lines: OrderLineBody[];
  shippingAddress: PostalAddressBody | null;
  shipments: ShipmentBody[];
  payments: PaymentBody[];
  refunds: RefundBody[];
  returns: ReturnBody[];
  discountCodes: string[];
  adminUrl: string | null;
  /** When these facts were read from the shop, and whether the shop failed to answer since. */
  fetchedAt: string;
  stale: boolean;
}

export interface ProductBody {
  id: string;
  connectionId: string;
  externalId: string;
  title: string;
  /** Plain text. */
  description: string | null;
  url: string | null;
  imageUrl: string | null;
  active: boolean;
  /** The shop's own words for kinds of products; absent: it does not tell. */
  tags?: string[];
  variants: VariantBody[];
}

export interface VariantBody {
  externalId: string;
  title: string | null;
  sku: string | null;
  price: Money;
  /** "Colour": "blue"; absent: the shop tells the title only. */
  options?: Record<string, string>;
  /** Pieces that can be sold; null: not counted. */
  stock: number | null;
}

export interface DiscountBody {
  externalId: string;
  code: string;
  active: boolean;
  /** One of both; null: free shipping or a kind that we do not know. */
  percent: number | null;
  amount: Money | null;
  startsAt: string | null;
  endsAt: string | null;
  usageLimit: number | null;
  used: number;
  minimum: Money | null;
  /** Why it does not work for somebody, where the shop tells: "for first orders only". */
  conditions: string[];
}
