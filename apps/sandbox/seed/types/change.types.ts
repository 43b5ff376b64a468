import type { Member, PointsEntry, Redemption } from './loyalty.types';
import type { Payment, Refund, Return, ShopOrder } from './order.types';
import type { Parcel } from './shipping.types';
import type { Customer, Discount, Product } from './shop.types';
import type { Charge, Subscription } from './subscription.types';

/** What can change, by the name under which listeners hear of it. */
export interface Records {
  customer: Customer;
  product: Product;
  order: ShopOrder;
  parcel: Parcel;
  payment: Payment;
  refund: Refund;
  return: Return;
  discount: Discount;
  member: Member;
  points: PointsEntry;
  redemption: Redemption;
  subscription: Subscription;
  charge: Charge;
}
export type RecordKind = keyof Records;

/** One change as listeners hear it: once for each record, after all of the mutation has happened. */
export interface Change<Kind extends RecordKind = RecordKind> {
  /** Rises by one for each change since the start. */
  seq: number;
  kind: Kind;
  record: Records[Kind];
  /** `created`, or what happened to it: `updated`, `cancelled`, `settled`, `scanned`, … */
  verb: string;
  at: Date;
}

/** What somebody made happen, doubles and all; tests read the list at `/__control/effects`. */
export interface Effect {
  kind: EffectKind;
  /** What it happened to: an order's name, a parcel's number, a mail address, a code. */
  target: string;
  /** Cents of a refund or charge, points of a grant, pieces of a restock. */
  amount: number | null;
  /** The idempotency key that came with it. */
  key: string | null;
  at: Date;
}

export type EffectKind =
  | 'refund'
  | 'refund_settled'
  | 'cancel'
  | 'address'
  | 'items'
  | 'hold'
  | 'status'
  | 'note'
  | 'capture'
  | 'ship'
  | 'scan'
  | 'return_requested'
  | 'return_approved'
  | 'return_declined'
  | 'return_received'
  | 'discount'
  | 'points'
  | 'redeem'
  | 'subscription_skip'
  | 'subscription_swap'
  | 'subscription_cancel'
  | 'subscription_pause'
  | 'subscription_resume'
  | 'subscription_charge'
  | 'restock'
  | 'store_credit';
