import type { Address } from './shop.types';

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
