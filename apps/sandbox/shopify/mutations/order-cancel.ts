import { randomUUID } from 'node:crypto';
import { cancel } from '../../seed/changes';
import type { ViewContext } from '../view-context';
import { gid } from '../views';
import { need } from './access';
import { idOf } from './inputs';

/** How long Shopify's job takes here. */
const JOB_MS = 150;

interface CancelArgs {
  orderId: string;
  reason: string;
  restock: boolean;
  refund?: boolean | null;
  refundMethod?: { originalPaymentMethodsRefund?: boolean | null } | null;
  staffNote?: string | null;
}

const refused = (code: string, field: string[] | null, message: string) => ({
  job: null,
  orderCancelUserErrors: [{ code, field, message }],
  userErrors: [{ field, message }],
});

/** Says yes at once, and does it a moment later. */
export function orderCancel(context: ViewContext, args: CancelArgs) {
  need(context, 'write_orders', 'orderCancel');
  const { world, state } = context;
  const order = world.orderById(idOf(args.orderId, 'Order'));
  if (!order) return refused('NOT_FOUND', ['orderId'], 'The order does not exist.');
  if (order.cancelledAt) return refused('INVALID', ['orderId'], 'The order has already been cancelled.');
  if (order.fulfilments.length > 0)
    return refused('INVALID', ['orderId'], 'Cannot cancel an order with fulfilled items.');
  const id = gid('Job', randomUUID());
  state.jobs.set(id, false);
  const nothing = context.faults.takeNoEffect('shopify');
  const money = args.refund ?? args.refundMethod?.originalPaymentMethodsRefund ?? false;
  const known = ['CUSTOMER', 'INVENTORY', 'FRAUD', 'DECLINED'] as const;
  const reason = known.find((one) => one === args.reason) ?? 'OTHER';
  state.later(JOB_MS, () => {
    state.jobs.set(id, true);
    if (nothing) return;
    state.staffNotes.set(order.id, args.staffNote ?? null);
    cancel(world, order, { reason, refund: money, restock: args.restock, key: args.staffNote ?? null });
  });
  return { job: { id, done: false }, orderCancelUserErrors: [], userErrors: [] };
}
