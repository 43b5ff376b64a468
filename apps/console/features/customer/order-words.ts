import type { FulfilmentStatus, Money, OrderLineBody, PaymentStatus, ShipmentStatus } from '@satchel/contracts';
import { formatMoney } from '../../lib/format';
import type { Tone } from '../../ui/pill';

export const PAYMENT_TONES: Record<PaymentStatus, Tone> = {
  pending: 'amber',
  authorized: 'blue',
  paid: 'green',
  partially_refunded: 'amber',
  refunded: 'neutral',
  voided: 'neutral',
  unknown: 'neutral',
};

export const FULFILMENT_TONES: Record<FulfilmentStatus, Tone> = {
  unfulfilled: 'amber',
  partial: 'amber',
  fulfilled: 'green',
  on_hold: 'red',
  cancelled: 'red',
  unknown: 'neutral',
};

export const FULFILMENT_LABELS: Record<FulfilmentStatus, string> = {
  unfulfilled: 'Not shipped',
  partial: 'Partly shipped',
  fulfilled: 'Shipped',
  on_hold: 'On hold',
  cancelled: 'Cancelled',
  unknown: 'Fulfilment unknown',
};

/** How far along four steps a parcel is; null when the carrier tells of trouble or of nothing. */
export const PROGRESS: Record<ShipmentStatus, number | null> = {
  unknown: null,
  pre_transit: 1,
  in_transit: 2,
  out_for_delivery: 3,
  attempted: 3,
  available_for_pickup: 3,
  delivered: 4,
  returned: null,
  exception: null,
};

export const TROUBLE: readonly ShipmentStatus[] = ['attempted', 'returned', 'exception'];
export const STEPS = ['Label', 'On the way', 'Out for delivery', 'Delivered'] as const;

type Line = Pick<OrderLineBody, 'variant' | 'quantity' | 'unitPrice'>;

/** "M", "36-39 · €19.90 each": what stands under a line's title; null: nothing. */
export function lineWords({ variant, quantity, unitPrice }: Line, locale?: string): string | null {
  const each = quantity > 1 ? `${formatMoney(unitPrice, locale)} each` : null;
  return [variant, each].filter(Boolean).join(' · ') || null;
}

/** Before discounts: what the pieces of one line cost together. */
export const lineTotal = ({ quantity, unitPrice }: Line): Money => ({
  ...unitPrice,
  amount: unitPrice.amount * quantity,
});
