import { changeLines, Refused } from '../../seed/changes';
import { orderView } from '../order.view';
import { gid } from '../views';
import { variantView } from '../product.view';
import type { OrderEdit } from '../shop-state';
import type { ViewContext } from '../view-context';
import { need } from './access';
import { idOf, userError } from './inputs';

const SCOPE = 'write_order_edits';

export function orderEditBegin(context: ViewContext, { id }: { id: string }) {
  need(context, SCOPE, 'orderEditBegin');
  const order = context.world.orderById(idOf(id, 'Order'));
  if (!order) return { calculatedOrder: null, userErrors: [userError(['id'], 'Order does not exist')] };
  if (order.cancelledAt)
    return { calculatedOrder: null, userErrors: [userError(['id'], 'The order cannot be edited')] };
  const session = context.world.id();
  context.state.edits.set(session, { orderId: order.id, left: new Map(), added: [] });
  return { calculatedOrder: calculated(context, session), userErrors: [] };
}

export function orderEditSetQuantity(
  context: ViewContext,
  { id, lineItemId, quantity }: { id: string; lineItemId: string; quantity: number },
) {
  need(context, SCOPE, 'orderEditSetQuantity');
  const { edit, session, order } = editOf(context, id);
  const line = order?.lines.find((one) => one.id === idOf(lineItemId, 'CalculatedLineItem'));
  if (!edit || !line) return refused('lineItemId', 'Line item does not exist');
  if (quantity < 0 || quantity > line.currentQuantity) return refused('quantity', 'Quantity is not valid');
  edit.left.set(line.id, quantity);
  return { calculatedOrder: calculated(context, session), userErrors: [] };
}

export function orderEditAddVariant(
  context: ViewContext,
  { id, variantId, quantity }: { id: string; variantId: string; quantity: number },
) {
  need(context, SCOPE, 'orderEditAddVariant');
  const { edit, session } = editOf(context, id);
  const variant = context.world.variants.rows.find((one) => one.id === idOf(variantId, 'ProductVariant'));
  if (!edit || !variant) return refused('variantId', 'Variant does not exist');
  if (quantity < 1) return refused('quantity', 'Quantity must be greater than 0');
  edit.added.push({ variantId: variant.id, quantity });
  return { calculatedOrder: calculated(context, session), userErrors: [] };
}

export function orderEditCommit(context: ViewContext, { id }: { id: string; staffNote?: string | null }) {
  need(context, SCOPE, 'orderEditCommit');
  const { edit, session, order } = editOf(context, id);
  if (!edit || !order) return { order: null, userErrors: [userError(['id'], 'Calculated order does not exist')] };
  const view = () => orderView(context, order);
  context.state.edits.delete(session);
  if (context.faults.takeNoEffect('shopify')) return { order: view, userErrors: [] };
  const made = changeLines(context.world, order, edit);
  if (made instanceof Refused) return { order: null, userErrors: [userError(['id'], made.message)] };
  return { order: view, userErrors: [] };
}

const refused = (field: string, message: string) => ({
  calculatedOrder: null,
  userErrors: [userError([field], message)],
});

function editOf({ world, state }: ViewContext, id: string) {
  const session = idOf(id, 'CalculatedOrder') ?? 0;
  const edit: OrderEdit | null = state.edits.get(session) ?? null;
  return { session, edit, order: edit && world.orderById(edit.orderId) };
}

function calculated(context: ViewContext, session: number) {
  const { edit, order } = editOf(context, gid('CalculatedOrder', session));
  const lines = (order?.lines ?? []).filter(({ currentQuantity }) => currentQuantity > 0);
  const nodes = lines.map((line) => ({
    id: gid('CalculatedLineItem', line.id),
    quantity: edit?.left.get(line.id) ?? line.currentQuantity,
    title: line.product.title,
    variant: variantView(line.product, line.variant),
  }));
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
  return {
    __typename: 'CalculatedOrder',
    id: gid('CalculatedOrder', session),
    committed: false,
    lineItems: { nodes, pageInfo },
    originalOrder: () => (order ? orderView(context, order) : null),
  };
}
