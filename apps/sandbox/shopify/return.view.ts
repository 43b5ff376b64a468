import { returningQuantity, shippedQuantity } from '../seed/world';
import type { Fulfilment, Return, ReturnReason, ShopOrder } from '../seed/world.types';
import { connection, type PageArgs } from './connection';
import { fulfilmentView, lineOfFulfilment, trackingUrl } from './fulfilment.view';
import { lineView } from './line.view';
import { need } from './mutations/access';
import { idOf } from './mutations/inputs';
import type { ViewContext } from './view-context';
import { gid, time } from './views';

const statuses: Record<Return['status'], string> = {
  requested: 'REQUESTED',
  approved: 'OPEN',
  received: 'OPEN',
  refunded: 'CLOSED',
  declined: 'DECLINED',
  cancelled: 'CANCELED',
};

export const reasons: Record<ReturnReason, string> = {
  too_small: 'SIZE_TOO_SMALL',
  too_large: 'SIZE_TOO_LARGE',
  damaged: 'DEFECTIVE',
  wrong_item: 'WRONG_ITEM',
  not_as_described: 'NOT_AS_DESCRIBED',
  changed_mind: 'UNWANTED',
};

/** OrderReturnStatus: the newest return says it. */
export function returnStatus(order: ShopOrder): string {
  const last = order.returns.filter(({ status }) => status !== 'cancelled').at(-1);
  if (!last) return 'NO_RETURN';
  if (last.status === 'requested') return 'RETURN_REQUESTED';
  return last.status === 'approved' ? 'IN_PROGRESS' : 'RETURNED';
}

export function returnsView(context: ViewContext, order: ShopOrder, args: PageArgs, orderView: () => unknown) {
  need(context, 'read_returns', 'returns');
  return connection(order.returns, args, (one) => returnView(context, one, orderView));
}

export function returnView(context: ViewContext, one: Return, orderView: () => unknown) {
  const { order } = one;
  const notes = context.state.returnNotes.get(one.id) ?? [];
  return {
    __typename: 'Return',
    id: gid('Return', one.id),
    name: one.name,
    status: statuses[one.status],
    createdAt: time(one.requestedAt),
    closedAt: time(one.refundedAt),
    decline: one.declineReason ? { note: one.declineReason, reason: 'OTHER' } : null,
    order: orderView,
    totalQuantity: one.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    returnLineItems: (args: PageArgs) =>
      connection(
        one.lines.map((entry, place) => ({ ...entry, place, id: one.id + place + 1 })),
        args,
        ({ id, place, line, quantity, reason, note }) => ({
          __typename: 'ReturnLineItem',
          id: gid('ReturnLineItem', id),
          quantity,
          returnReason: reasons[reason],
          customerNote: notes[place]?.customer ?? note,
          returnReasonNote: notes[place]?.shop ?? '',
          fulfillmentLineItem: () => {
            const sent = lineOfFulfilment(order, line);
            return { id: gid('FulfillmentLineItem', sent?.id ?? id), quantity, lineItem: lineView(order, line) };
          },
        }),
      ),
    reverseFulfillmentOrders: (args: PageArgs) =>
      connection(one.trackingNumber ? [{ id: one.id + 5 }] : [], args, ({ id }) => ({
        id: gid('ReverseFulfillmentOrder', id),
        reverseDeliveries: (page: PageArgs) =>
          connection([{ id: one.id + 6 }], page, (delivery) => deliveryView(context, one, delivery.id)),
      })),
  };
}

function deliveryView({ world }: ViewContext, one: Return, id: number) {
  const parcel = world.parcel(one.trackingNumber);
  const made = time(one.approvedAt);
  return {
    id: gid('ReverseDelivery', id),
    deliverable: parcel && {
      __typename: 'ReverseDeliveryShippingDeliverable',
      label: {
        createdAt: made,
        updatedAt: made,
        publicFileUrl: `https://cdn.shopify.com/s/files/labels/${parcel.number}.pdf`,
      },
      tracking: { carrierName: parcel.carrier, number: parcel.number, url: trackingUrl[parcel.carrier](parcel.number) },
    },
  };
}

/** What of a fulfilment can still come back. */
export function returnable(order: ShopOrder, fulfilment: Fulfilment) {
  return fulfilment.lines.flatMap(({ line, quantity }, place) => {
    const left = Math.min(shippedQuantity(order, line), line.currentQuantity) - returningQuantity(order, line);
    const some = Math.min(quantity, left);
    return some > 0 ? [{ id: fulfilment.id + place + 1, line, quantity: some }] : [];
  });
}

export function returnableView(
  context: ViewContext,
  args: PageArgs & { orderId: string },
  orderView: (order: ShopOrder) => unknown,
) {
  need(context, 'read_returns', 'returnableFulfillments');
  const order = context.world.orderById(idOf(args.orderId, 'Order'));
  const rows = (order?.fulfilments ?? []).filter((one) => order && returnable(order, one).length > 0);
  return connection(rows, args, (fulfilment) => {
    const of = fulfilment.lines[0] && order;
    if (!of) return null;
    return {
      id: gid('ReturnableFulfillment', fulfilment.id),
      fulfillment: () => fulfilmentView(context.world, of, fulfilment, { order: orderView, line: lineView }),
      returnableFulfillmentLineItems: (page: PageArgs) =>
        connection(returnable(of, fulfilment), page, ({ id, line, quantity }) => ({
          quantity,
          fulfillmentLineItem: {
            id: gid('FulfillmentLineItem', id),
            quantity,
            lineItem: lineView(of, line),
          },
        })),
    };
  });
}
