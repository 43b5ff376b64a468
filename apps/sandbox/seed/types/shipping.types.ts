import type { Address, Line, ShopOrder } from './shop.types';
import type { Refund } from './money.types';

export interface Fulfilment {
  id: number;
  /** "#1001.1" */
  name: string;
  createdAt: Date;
  updatedAt: Date;
  lines: { line: Line; quantity: number }[];
  /** The parcel's own number is the key into the world's parcels. */
  trackingNumber: string | null;
}

export type Carrier = 'UPS' | 'DHL' | 'FEDEX' | 'USPS';

/** Where a parcel can be on its way; each step is one scan of the carrier. */
export type ParcelStep =
  | 'label_created'
  | 'picked_up'
  | 'in_transit'
  | 'arrived'
  | 'out_for_delivery'
  | 'attempted'
  | 'exception'
  | 'delivered'
  | 'returned';

export interface Scan {
  step: ParcelStep;
  at: Date;
  city: string | null;
  countryCode: string;
  /** When the wording differs from the step's usual one. */
  description?: string;
}

export interface Parcel {
  number: string;
  carrier: Carrier;
  /** Whose: an order's number; null for a parcel that nobody ordered. */
  orderNumber: number | null;
  /** `return`: from the customer back to the warehouse. */
  direction: 'outbound' | 'return';
  to: Address;
  weightGrams: number;
  /** Newest last, never empty. */
  scans: Scan[];
  /** What is still to come; it happens as the sandbox's clock is moved. */
  ahead: Scan[];
  /** The carrier's own estimate; null when it gave none. */
  estimatedDelivery: Date | null;
  rescheduled: boolean;
  updatedAt: Date;
}

export type ReturnReason = 'too_small' | 'too_large' | 'damaged' | 'wrong_item' | 'not_as_described' | 'changed_mind';
export type ReturnStatus = 'requested' | 'approved' | 'declined' | 'received' | 'refunded' | 'cancelled';

export interface ReturnLine {
  line: Line;
  quantity: number;
  reason: ReturnReason;
  note: string | null;
}

export interface Return {
  id: number;
  /** "#1003-R1" */
  name: string;
  order: ShopOrder;
  status: ReturnStatus;
  lines: ReturnLine[];
  /** The parcel back; null until it is approved. */
  trackingNumber: string | null;
  requestedAt: Date;
  approvedAt: Date | null;
  receivedAt: Date | null;
  refundedAt: Date | null;
  declineReason: string | null;
  refund: Refund | null;
  key: string | null;
  updatedAt: Date;
}
