import type { Money, Page } from './common';

/** `account`: an id at an outside network, spelled `<network>:<id>`. */
export const ADDRESS_KINDS = ['email', 'phone', 'visitor', 'account'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

export interface AddressBody {
  id: string;
  kind: AddressKind;
  value: string;
  verifiedAt: string | null;
}

export interface CustomerBody {
  id: string;
  name: string;
  locale: string | null;
  addresses: AddressBody[];
  createdAt: string;
  /** This customer turned out to be that one: ask for that one instead. */
  mergedInto?: string;
}

/** The other customer's addresses and tickets go to the one in the path. */
export interface MergeCustomerRequest {
  otherId: string;
}

/** Two customers made one, by whom and when; null: it stands. */
export interface CustomerMergeBody {
  id: string;
  survivorId: string;
  merged: { id: string; name: string; addresses: { kind: AddressKind; value: string }[] };
  by: { kind: string; id: string | null; name: string };
  mergedAt: string;
  undoneAt: string | null;
}

export const SHIPMENT_STATUSES = [
  'unknown',
  'pre_transit',
  'in_transit',
  'out_for_delivery',
  'attempted',
  'available_for_pickup',
  'delivered',
  'returned',
  'exception',
] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export interface ShipmentEventBody {
  at: string;
  description: string;
  location: string | null;
}

export interface ShipmentBody {
  trackingNumber: string | null;
  carrier: string | null;
  trackingUrl: string | null;
  status: ShipmentStatus;
  /** The carrier's own estimate (date or instant); never one of ours. */
  estimatedDelivery: string | null;
  deliveredAt: string | null;
  /** Newest first. */
  events: ShipmentEventBody[];
}

export interface OrderLineBody {
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  unitPrice: Money;
}

export type PaymentStatus =
  'pending' | 'authorized' | 'paid' | 'partially_refunded' | 'refunded' | 'voided' | 'unknown';
export type FulfilmentStatus = 'unfulfilled' | 'partial' | 'fulfilled' | 'on_hold' | 'cancelled' | 'unknown';

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
  total: Money;
  refunded: Money;
  lines: OrderLineBody[];
  shippingAddress: { name: string; lines: string[]; city: string; postcode: string; country: string } | null;
  shipments: ShipmentBody[];
  adminUrl: string | null;
  /** When these facts were read from the shop, and whether the shop failed to answer since. */
  fetchedAt: string;
  stale: boolean;
}

export interface CustomerContextBody {
  customer: CustomerBody;
  orders: OrderBody[];
  /** Connections that did not answer, in words for a person. */
  problems: string[];
}

export type CustomerPage = Page<CustomerBody>;
