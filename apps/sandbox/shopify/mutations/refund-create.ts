import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { refund, Refused } from '../../seed/changes';
import type { Refund, ShopOrder } from '../../seed/world.types';
import { orderView } from '../order.view';
import type { ViewContext } from '../view-context';
import { refundView, shippingLeft } from '../refund.view';
import { idempotencyKey, need, once } from './access';
import { cents, idOf, userError, type RefundInput } from './inputs';

const refused = (field: string[], message: string) => ({
  refund: null,
  order: null,
  userErrors: [userError(field, message)],
});

export function refundCreate(context: ViewContext, { input }: { input: RefundInput }, info: GraphQLResolveInfo) {
  need(context, 'write_orders', 'refundCreate');
  const key = idempotencyKey(info);
  if (!key) {
    throw new GraphQLError('The @idempotent directive is required for this mutation but was not provided.', {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  const order = context.world.orderById(idOf(input.orderId, 'Order'));
  if (!order) return refused(['orderId'], 'Order does not exist');
  const made = once(context, key, input, () => make(context, order, input, key));
  if (made === 'mismatch') return refused([], 'The idempotency key was used with other parameters before.');
  if (made instanceof Refused) {
    // A refusal is no answer to keep: the next try may be right.
    context.state.answered.delete(key);
    return refused(['transactions'], made.message);
  }
  const view = () => orderView(context, order);
  return { refund: refundView(order, made, view), order: view, userErrors: [] };
}

function make(context: ViewContext, order: ShopOrder, input: RefundInput, key: string): Refund | Refused {
  const { world } = context;
  const lines = (input.refundLineItems ?? []).map(({ lineItemId, quantity, restockType }) => ({
    line: order.lines.find((one) => one.id === idOf(lineItemId, 'LineItem')),
    quantity,
    restock: restockType === 'RETURN' || restockType === 'CANCEL',
  }));
  const known = lines.flatMap(({ line, ...rest }) => (line ? [{ line, ...rest }] : []));
  if (known.length < lines.length) return new Refused('not_found', 'Line item does not exist');
  const amount = (input.transactions ?? [])
    .filter(({ kind }) => kind === 'REFUND')
    .reduce((sum, one) => sum + cents(one.amount), 0);
  if (amount === 0) return new Refused('invalid', 'The sandbox refunds no goods without money');
  const { fullRefund, amount: part } = input.shipping ?? {};
  const shipping = fullRefund ? shippingLeft(order) : part ? cents(part) : 0;
  const wish = { lines: known, amount, shipping, note: input.note ?? null, key };
  if (context.faults.takeNoEffect('shopify')) return imagined(context, order, amount, input.note ?? null);
  return refund(world, order, wish);
}

/** What a refund that never was would have looked like. */
function imagined({ world }: ViewContext, order: ShopOrder, amount: number, note: string | null): Refund {
  const now = world.now();
  return {
    id: world.id(),
    order,
    payment: order.payment,
    amount,
    lines: [],
    shipping: 0,
    reason: null,
    note,
    status: 'pending',
    failureReason: null,
    gatewayId: '',
    settlesAt: null,
    settledAt: null,
    arrivalReference: null,
    key: null,
    createdAt: now,
    updatedAt: now,
  };
}
