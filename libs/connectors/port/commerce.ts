import type {
  DiscountBody,
  FulfilmentStatus,
  Money,
  OrderLineBody,
  PaymentBody,
  PaymentStatus,
  PostalAddressBody,
  ProductBody,
  RefundBody,
  ReturnBody,
  ShipmentBody,
} from '@satchel/contracts';
import type { Change, Verdict, Write } from './change';
import type { ChangeHook, Walk } from './hook';

/** An order as the shop tells it, in our words. */
export interface ShopOrder {
  /** The shop's id, stable for ever. */
  externalId: string;
  number: string;
  /** The shop's id of the customer; null: a guest. */
  customerId: string | null;
  email: string | null;
  phone: string | null;
  customerName: string | null;
  placedAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  payment: PaymentStatus;
  fulfilment: FulfilmentStatus;
  customStatus: string | null;
  /** In the currency that the customer saw and paid. */
  total: Money;
  refunded: Money;
  lines: OrderLineBody[];
  shippingAddress: PostalAddressBody | null;
  shipments: ShipmentBody[];
  payments: PaymentBody[];
  refunds: RefundBody[];
  returns: ReturnBody[];
  discountCodes: string[];
  /** How the shop itself judges the order's risk of fraud; null: it could not be asked; absent: it judges none. */
  risk?: 'low' | 'medium' | 'high' | null;
  adminUrl: string | null;
}

export interface ShopCustomer {
  externalId: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** BCP 47; null: not told. */
  locale: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A product as the shop tells it; the mirror adds its own id and the connection. */
export type ShopProduct = Omit<ProductBody, 'id' | 'connectionId'> & { updatedAt: Date };

/** What to refund: an amount, or lines with or without the shipping; neither: all that is left. */
export interface RefundWish {
  orderId: string;
  lines?: { orderLineId: string; quantity: number }[];
  shipping?: boolean;
  amount?: Money;
  reason: string | null;
  /** Whether the goods go back on the shelf. */
  restock: boolean;
  /** Tell the customer by the shop's own mail. */
  notify: boolean;
}

export interface RefundPreview {
  amount: Money;
  /** The most that this order can still give back. */
  most: Money;
  /** "Visa ending 4242": where the money goes; null: the shop does not tell. */
  to: string | null;
}

export interface ReturnWish {
  orderId: string;
  lines: { orderLineId: string; quantity: number; reason: ReturnReason; note: string | null }[];
  /** Goods wanted instead, by the shop's variant ids: an exchange. Empty: a return. */
  exchange: { variantId: string; quantity: number }[];
  /** What gets the money, or pays the difference, by the shop's id of it; absent: as the order was paid. */
  paymentMethodId?: string;
}

/** Lines of an order that has not left, swapped for other variants of the same products. */
export interface ItemsWish {
  orderId: string;
  lines: { orderLineId: string; variantId: string; quantity: number }[];
  /** What pays the difference or gets it back; absent: as the order was paid. */
  paymentMethodId?: string;
}

export interface ItemsPreview {
  lines: { title: string; from: string | null; to: string | null; quantity: number }[];
  /** What the customer still pays; below zero: what goes back to them. */
  difference: Money;
}

/** Something a customer pays with, as the shop keeps it for them; never its numbers. */
export interface PaymentMethod {
  externalId: string;
  kind: 'card' | 'wallet' | 'gift_card' | 'other';
  /** "Visa ending 4242", "PayPal", "Gift card". */
  label: string;
  /** What is left on it; null: it is no purse. */
  balance: Money | null;
}

export const RETURN_REASONS = [
  'too_small',
  'too_large',
  'defective',
  'wrong_item',
  'not_as_described',
  'changed_mind',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export interface DiscountWish {
  code: string;
  /** One of both. */
  percent?: number;
  amount?: Money;
  usageLimit: number;
  endsAt: Date | null;
  minimum?: Money;
  /** For this customer alone, where the shop can; null: for whoever has the code. */
  customerId: string | null;
}

/** The chat's script in the shop's theme. */
export interface ThemeAdapter {
  installed(): Promise<boolean>;
  /** Once however often it is called. */
  install(scriptUrl: string, key: string): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A shop platform. A part that a vendor does not have is absent, and console, API and AI do not offer it.
 * Errors: ConnectorError. Nothing found is an empty list or null, never an error.
 */
export interface CommerceAdapter {
  /** Proves the credentials and tells what they may do; throws ConnectorError `auth` with the wrong field in words. */
  check(): Promise<Verdict>;
  orders: {
    /** By the number a customer would type: "1001", "#1001", "EU-1001". Exact, never a prefix. */
    byNumber(number: string): Promise<ShopOrder[]>;
    /** Newest first. */
    byEmail(email: string, limit: number): Promise<ShopOrder[]>;
    byId(externalId: string): Promise<ShopOrder | null>;
    walk?: Walk<ShopOrder>;
    /** How many there are, for a progress bar. */
    count?(since: Date | null): Promise<number>;
  };
  customers?: {
    /** Exact, in any case. More than one: the shop has several, and it is for a person to say which. */
    byEmail(email: string): Promise<ShopCustomer[]>;
    /** E.164. */
    byPhone?(phone: string): Promise<ShopCustomer[]>;
    /** Whole name and postcode of the address that the shop keeps for them, in any case. */
    byNameAndPostcode?(name: string, postcode: string): Promise<ShopCustomer[]>;
    byId(externalId: string): Promise<ShopCustomer | null>;
    walk?: Walk<ShopCustomer>;
    count?(since: Date | null): Promise<number>;
  };
  products?: {
    search(text: string, limit: number): Promise<ShopProduct[]>;
    bySku(sku: string): Promise<ShopProduct[]>;
    byId(externalId: string): Promise<ShopProduct | null>;
    walk?: Walk<ShopProduct>;
    count?(since: Date | null): Promise<number>;
  };
  refund?: Change<RefundWish, RefundBody> & {
    preview(wish: RefundWish): Promise<RefundPreview>;
    /** False: the shop writes a credit note and the money moves at the payment service. */
    movesMoney: boolean;
  };
  /** `request` waits for the shop's consent where the shop has such a step. */
  returns?: Change<ReturnWish, ReturnBody> & {
    /** Somebody may say what gets the money: one of the customer's own payment methods. */
    takesMethod?: true;
  };
  /** Result: the cancelled order. */
  cancel?: Change<{ orderId: string; reason: string | null; restock: boolean; notify: boolean }, ShopOrder>;
  /** Where the parcel will go; refused once it has left. */
  address?: Change<{ orderId: string; address: PostalAddressBody }, ShopOrder>;
  /** Only before anything was sent, and only for another variant of the same product that can be had. Result: the order. */
  changeItems?: Change<ItemsWish, ShopOrder> & {
    /** What would change and what it costs; throws `rejected` with the shop's reason where it would refuse. */
    preview(wish: ItemsWish): Promise<ItemsPreview>;
    takesMethod?: true;
  };
  /** Another of the customer's own payment methods pays an order that was not sent yet. */
  changePayment?: Change<{ orderId: string; paymentMethodId: string }, ShopOrder>;
  /** What a customer has on file, by the shop's id of the customer. */
  paymentMethods?: { of(customerId: string): Promise<PaymentMethod[]> };
  status?: Change<{ orderId: string; status: string }, ShopOrder> & {
    /** What may be set, the shop's own statuses among them. */
    choices(): Promise<{ id: string; label: string }[]>;
  };
  discounts?: {
    byCode(code: string): Promise<DiscountBody | null>;
    create?: Change<DiscountWish, DiscountBody>;
  };
  /** Sends the order confirmation again, by the shop's own mail. */
  confirmation?: Change<{ orderId: string }, { sentTo: string }>;
  /** Writes our ticket's address and a line of text to the order, for who looks at it in the shop. */
  remark?(orderId: string, text: string, write: Write): Promise<void>;
  theme?: ThemeAdapter;
  hook?: ChangeHook;
}
