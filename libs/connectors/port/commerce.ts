import type { FulfilmentStatus, Money, OrderLineBody, PaymentStatus, ShipmentBody } from '@satchel/contracts';

/** An order as the shop tells it, in our words. */
export interface ShopOrder {
  /** The shop's id, stable for ever. */
  externalId: string;
  number: string;
  email: string | null;
  phone: string | null;
  customerName: string | null;
  placedAt: Date;
  cancelledAt: Date | null;
  payment: PaymentStatus;
  fulfilment: FulfilmentStatus;
  total: Money;
  refunded: Money;
  lines: OrderLineBody[];
  shippingAddress: { name: string; lines: string[]; city: string; postcode: string; country: string } | null;
  shipments: ShipmentBody[];
  adminUrl: string | null;
}

/**
 * A shop platform. A part that a vendor does not have is absent, and console, API and AI do not offer it.
 * Errors: ConnectorError. Nothing found is an empty list or null, never an error.
 */
export interface CommerceAdapter {
  check(): Promise<void>;
  orders: {
    /** By the number a customer would type: "1001", "#1001", "EU-1001". Exact, never a prefix. */
    byNumber(number: string): Promise<ShopOrder[]>;
    /** Newest first. */
    byEmail(email: string, limit: number): Promise<ShopOrder[]>;
    byId(externalId: string): Promise<ShopOrder | null>;
  };
}
