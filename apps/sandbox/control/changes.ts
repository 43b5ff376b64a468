import { cancel, nextStep, refund, Refused, ship } from '../seed/changes';
import { shippedQuantity, type World } from '../seed/world';
import type { Carrier, Parcel, ParcelStep, ShopOrder } from '../seed/world.types';

export const STEPS: ParcelStep[] = [
  'label_created',
  'picked_up',
  'in_transit',
  'arrived',
  'out_for_delivery',
  'attempted',
  'exception',
  'delivered',
  'returned',
];

/** The step asked for; without one, what would happen next. */
export function stepOf(parcel: Parcel, status: string | undefined): ParcelStep | undefined {
  if (status === undefined) return nextStep(parcel);
  return STEPS.find((step) => step === status);
}

export interface Fulfil {
  trackingNumber?: string;
  carrier?: Carrier;
  /** Places of the order's lines, from 0; all that are left when absent. */
  lines?: number[];
}

const problem = (made: unknown): string | null => (made instanceof Refused ? made.message : null);

/** Ships what is left (or the named lines) of an order. */
export function fulfilOrder(world: World, order: ShopOrder, { lines, ...input }: Fulfil): string | null {
  const inside = lines?.flatMap((place) => {
    const line = order.lines[place];
    return line ? [{ line, quantity: line.quantity - shippedQuantity(order, line) }] : [];
  });
  return problem(ship(world, order, { ...input, lines: inside }));
}

export const cancelOrder = (world: World, order: ShopOrder): string | null => problem(cancel(world, order));

/** `amount` as "12.50"; the whole rest when absent. */
export function refundOrder(world: World, order: ShopOrder, amount: string | undefined): string | null {
  return problem(refund(world, order, amount === undefined ? {} : { amount: Math.round(Number(amount) * 100) }));
}
