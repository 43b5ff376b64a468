import { subtotal, total } from '../order-sums';
import type { World } from '../world';
import type { Address, ShopOrder } from '../world.types';
import { refund } from './refund';
import { Refused, type Outcome } from './refused';

export interface CancelInput {
  reason?: NonNullable<ShopOrder['cancelReason']>;
  /** Pays back what was paid; true when absent. */
  refund?: boolean;
  restock?: boolean;
  key?: string | null;
}

/** Calls an order off before anything of it has shipped, and pays it back. */
export function cancel(world: World, order: ShopOrder, input: CancelInput = {}): Outcome<ShopOrder> {
  if (order.cancelledAt) return new Refused('already_done', 'the order is already cancelled');
  if (order.fulfilments.length > 0) return new Refused('wrong_state', 'the order has shipped');
  const { key = null, restock = true } = input;
  const now = world.now();
  order.cancelledAt = now;
  order.cancelReason = input.reason ?? 'CUSTOMER';
  order.onHold = false;
  world.effect('cancel', `#${order.number}`, null, key);
  if (order.financial === 'PENDING' || order.financial === 'AUTHORIZED') {
    order.financial = 'VOIDED';
    order.payment.status = 'voided';
    world.changed('payment', order.payment, 'voided');
  } else if (input.refund !== false && order.refunded < total(order)) {
    const lines = order.lines
      .filter((line) => line.currentQuantity > 0)
      .map((line) => ({ line, quantity: line.currentQuantity, restock }));
    const shipping = subtotal(order) > 0 ? order.shipping : 0;
    refund(world, order, { lines, amount: total(order) - order.refunded, shipping, reason: 'cancelled', key });
  }
  for (const line of order.lines) line.currentQuantity = 0;
  world.changed('order', order, 'cancelled');
  return order;
}

/** Where the order goes, as long as nothing has left. */
export function setAddress(
  world: World,
  order: ShopOrder,
  address: Partial<Address>,
  key: string | null = null,
): Outcome<ShopOrder> {
  if (order.cancelledAt) return new Refused('wrong_state', 'the order is cancelled');
  if (order.fulfilments.length > 0) return new Refused('wrong_state', 'the order has shipped');
  order.shippingAddress = { ...order.shippingAddress, ...address };
  world.effect('address', `#${order.number}`, null, key);
  world.changed('order', order);
  return order;
}

export function setNote(
  world: World,
  order: ShopOrder,
  change: { note?: string | null; tags?: string[] },
  key: string | null = null,
): ShopOrder {
  if (change.note !== undefined) order.note = change.note;
  if (change.tags) order.tags = [...change.tags];
  world.effect('note', `#${order.number}`, null, key);
  world.changed('order', order);
  return order;
}

/** Takes pieces out of an order and puts others in, before anything was sent. The money is settled apart. */
export function changeLines(
  world: World,
  order: ShopOrder,
  { left, added }: { left: ReadonlyMap<number, number>; added: readonly { variantId: number; quantity: number }[] },
  key: string | null = null,
): Outcome<ShopOrder> {
  if (order.cancelledAt) return new Refused('wrong_state', 'the order is cancelled');
  if (order.fulfilments.length > 0) return new Refused('wrong_state', 'the order has shipped');
  for (const line of order.lines) line.currentQuantity = left.get(line.id) ?? line.currentQuantity;
  for (const { variantId, quantity } of added) {
    const variant = world.variants.rows.find(({ id }) => id === variantId);
    if (!variant) return new Refused('not_found', 'there is no such variant');
    const product = world.productOf(variant);
    order.lines.push({ id: world.id(), product, variant, price: variant.price, quantity, currentQuantity: quantity });
  }
  world.effect('items', `#${order.number}`, null, key);
  world.changed('order', order);
  return order;
}
