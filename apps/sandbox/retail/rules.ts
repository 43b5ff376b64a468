import type { RetailAddress, RetailMethod, RetailOrder, RetailUser, RetailVariant } from './data';
import type { RetailWorld } from './retail-world';

/** The shop says no, in its own words. */
export class RetailRefusal extends Error {
  constructor(
    readonly code: 'not_found' | 'refused',
    message: string,
  ) {
    super(message);
  }
}

const refuse = (message: string): never => {
  throw new RetailRefusal('refused', message);
};
const cents = (amount: number): number => Math.round(amount * 100);
const money = (amount: number): number => Math.round(amount * 100) / 100;
export const CANCEL_REASONS = ['no longer needed', 'ordered by mistake'];
export const MODIFIED = 'pending (item modified)';

/** What a change works on: checked first, and changed only when nothing is wrong. */
interface Desk {
  order: RetailOrder;
  user: RetailUser;
}

function desk(world: RetailWorld, orderId: string, status: string): Desk {
  const seen = world.order(orderId);
  if (!seen) throw new RetailRefusal('not_found', `There is no order ${orderId}.`);
  if (seen.status !== status) refuse(`The order is ${seen.status}, not ${status}.`);
  const user = world.user(seen.user_id);
  if (!user) throw new RetailRefusal('not_found', 'The order has no customer.');
  return { order: structuredClone(seen), user: structuredClone(user) };
}

function keep(world: RetailWorld, { order, user }: Desk, key: string, what: string): RetailOrder {
  Object.assign(world.ownUser(user.user_id) ?? {}, user);
  const own = world.ownOrder(order.order_id);
  return Object.assign(own ?? order, order, { changes: [...(order.changes ?? []), { key, what }] });
}

function methodOf({ user }: Desk, id: string): RetailMethod {
  return user.payment_methods[id] ?? refuse('The customer has no such payment method.');
}

function fromGiftCard(method: RetailMethod, amount: number): void {
  if (method.source !== 'gift_card') return;
  if (amount > 0 && cents(method.balance ?? 0) < cents(amount)) refuse('The gift card does not cover it.');
  method.balance = money((method.balance ?? 0) - amount);
}

/** What an order was paid with. */
export const paidWith = (order: RetailOrder): string => order.payment_history[0]?.payment_method_id ?? '';

export function cancel(world: RetailWorld, orderId: string, body: { reason?: string }, key: string): RetailOrder {
  const at = desk(world, orderId, 'pending');
  const reason = body.reason ?? '';
  if (!CANCEL_REASONS.includes(reason)) refuse(`The reason is one of: ${CANCEL_REASONS.join(', ')}.`);
  for (const payment of [...at.order.payment_history]) {
    const { payment_method_id, amount } = payment;
    at.order.payment_history.push({ transaction_type: 'refund', amount, payment_method_id });
    fromGiftCard(methodOf(at, payment_method_id), -amount);
  }
  Object.assign(at.order, { status: 'cancelled', cancel_reason: reason });
  return keep(world, at, key, 'cancel');
}

export function changeAddress(
  world: RetailWorld,
  orderId: string,
  body: Partial<RetailAddress>,
  key: string,
): RetailOrder {
  const at = desk(world, orderId, 'pending');
  const { address1 = '', address2 = '', city = '', zip = '', country = '' } = body;
  if (!address1 || !city || !zip || !country) refuse('Street, city, postcode and country are needed.');
  const state = world.stateOf(zip) ?? body.state ?? at.order.address.state;
  at.order.address = { address1, address2, city, country, state, zip };
  return keep(world, at, key, 'address');
}

/** The one for each item: of the same product, and to be had. */
function swapped(world: RetailWorld, order: RetailOrder, swaps: { item_id: string; new_item_id: string }[]) {
  if (swaps.length === 0) refuse('No items are named.');
  const left = order.items.map(({ item_id }) => item_id);
  return swaps.map(({ item_id, new_item_id }) => {
    const at = left.indexOf(item_id);
    if (at < 0) refuse(`The order has no item ${item_id}.`);
    left.splice(at, 1);
    const found = world.variant(new_item_id) ?? refuse(`There is no item ${new_item_id}.`);
    const item = order.items.find((one) => one.item_id === item_id) ?? refuse('The item is gone.');
    if (found.product.product_id !== item.product_id) refuse('An item becomes another one of the same product only.');
    if (!found.variant.available) refuse(`${found.product.name} ${new_item_id} is sold out.`);
    return { item, variant: found.variant };
  });
}

export interface ItemsBody {
  items?: { item_id: string; new_item_id: string }[];
  payment_method_id?: string;
}

const differenceOf = (pairs: { item: { price: number }; variant: RetailVariant }[]): number =>
  money(pairs.reduce((sum, { item, variant }) => sum + variant.price - item.price, 0));

export function changeItems(world: RetailWorld, orderId: string, body: ItemsBody, key: string): RetailOrder {
  const at = desk(world, orderId, 'pending');
  const pairs = swapped(world, at.order, body.items ?? []);
  const id = body.payment_method_id ?? paidWith(at.order);
  const difference = differenceOf(pairs);
  fromGiftCard(methodOf(at, id), difference);
  for (const { item, variant } of pairs) {
    const { item_id, price, options } = variant;
    Object.assign(item, { item_id, price, options });
  }
  at.order.payment_history.push({
    transaction_type: difference > 0 ? 'payment' : 'refund',
    amount: Math.abs(difference),
    payment_method_id: id,
  });
  at.order.status = MODIFIED;
  return keep(world, at, key, 'items');
}

export function changePayment(
  world: RetailWorld,
  orderId: string,
  body: { payment_method_id?: string },
  key: string,
): RetailOrder {
  const at = desk(world, orderId, 'pending');
  const id = body.payment_method_id ?? '';
  const method = methodOf(at, id);
  const [first, ...more] = at.order.payment_history;
  if (!first || more.length > 0) return refuse('The payment was changed before.');
  const { payment_method_id: before, amount } = first;
  if (before === id) refuse('The order is paid with it already.');
  fromGiftCard(method, amount);
  at.order.payment_history.push(
    { transaction_type: 'payment', amount, payment_method_id: id },
    { transaction_type: 'refund', amount, payment_method_id: before },
  );
  fromGiftCard(methodOf(at, before), -amount);
  return keep(world, at, key, 'payment');
}

export interface ReturnBody {
  item_ids?: string[];
  payment_method_id?: string;
}

export function giveBack(world: RetailWorld, orderId: string, body: ReturnBody, key: string): RetailOrder {
  const at = desk(world, orderId, 'delivered');
  const ids = [...(body.item_ids ?? [])];
  const left = at.order.items.map(({ item_id }) => item_id);
  if (ids.length === 0) refuse('No items are named.');
  for (const id of ids) {
    if (!left.includes(id)) refuse(`The order has no item ${id}.`);
    left.splice(left.indexOf(id), 1);
  }
  const methodId = body.payment_method_id ?? paidWith(at.order);
  if (methodOf(at, methodId).source !== 'gift_card' && methodId !== paidWith(at.order))
    refuse('The money goes back as it was paid, or to a gift card.');
  Object.assign(at.order, {
    status: 'return requested',
    return_items: ids.sort(),
    return_payment_method_id: methodId,
  });
  return keep(world, at, key, 'return');
}

export function exchange(world: RetailWorld, orderId: string, body: ItemsBody, key: string): RetailOrder {
  const at = desk(world, orderId, 'delivered');
  const pairs = swapped(world, at.order, body.items ?? []);
  const id = body.payment_method_id ?? paidWith(at.order);
  const method = methodOf(at, id);
  const difference = differenceOf(pairs);
  if (method.source === 'gift_card' && cents(method.balance ?? 0) < cents(difference))
    refuse('The gift card does not cover it.');
  Object.assign(at.order, {
    status: 'exchange requested',
    exchange_items: pairs.map(({ item }) => item.item_id).sort(),
    exchange_new_items: pairs.map(({ variant }) => variant.item_id).sort(),
    exchange_payment_method_id: id,
    exchange_price_difference: difference,
  });
  return keep(world, at, key, 'exchange');
}
