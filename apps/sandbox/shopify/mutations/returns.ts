import { approveReturn, createReturn, Refused } from '../../seed/changes';
import type { Line, Return, ReturnReason, ShopOrder } from '../../seed/world.types';
import { orderView } from '../order.view';
import type { ViewContext } from '../view-context';
import { reasons, returnable, returnView } from '../return.view';
import { need } from './access';
import { idOf, type ReturnLineInput } from './inputs';

const LONGEST_CUSTOMER_NOTE = 300;

const refused = (code: string, field: string[], message: string) => ({
  return: null,
  userErrors: [{ code, field, message }],
});

interface Wanted {
  line: Line;
  quantity: number;
  reason: ReturnReason;
  notes: { customer: string | null; shop: string };
}

export function returnRequest(
  context: ViewContext,
  { input }: { input: { orderId: string; returnLineItems: ReturnLineInput[] } },
) {
  need(context, 'write_returns', 'returnRequest');
  return make(context, input.orderId, input.returnLineItems, false);
}

interface CreateInput {
  orderId: string;
  returnLineItems: ReturnLineInput[];
  exchangeLineItems?: { variantId?: string | null; quantity: number }[] | null;
}

/** Open at once, without anybody's consent. */
export function returnCreate(context: ViewContext, { returnInput: input }: { returnInput: CreateInput }) {
  need(context, 'write_returns', 'returnCreate');
  for (const { variantId } of input.exchangeLineItems ?? []) {
    if (!context.world.variants.get(idOf(variantId ?? '', 'ProductVariant')))
      return refused('NOT_FOUND', ['returnInput', 'exchangeLineItems'], 'Variant does not exist.');
  }
  return make(context, input.orderId, input.returnLineItems, true);
}

function make(context: ViewContext, orderId: string, inputs: ReturnLineInput[], open: boolean) {
  const { world, state } = context;
  const order = world.orderById(idOf(orderId, 'Order'));
  if (!order) return refused('NOT_FOUND', ['orderId'], 'Order does not exist.');
  const view = () => orderView(context, order);
  const lines: Wanted[] = [];
  for (const input of inputs) {
    if ((input.customerNote?.length ?? 0) > LONGEST_CUSTOMER_NOTE)
      return refused('TOO_LONG', ['returnLineItems', 'customerNote'], 'Customer note is too long (maximum is 300).');
    const wanted = lineOf(order, input);
    if (!wanted)
      return refused('INVALID', ['returnLineItems'], 'Fulfillment line item cannot be returned in this quantity.');
    lines.push(wanted);
  }
  const key = lines[0]?.notes.customer ?? lines[0]?.notes.shop ?? null;
  const notes = lines.map((line) => line.notes);
  if (context.faults.takeNoEffect('shopify')) {
    const never = imagined(context, order, lines);
    state.returnNotes.set(never.id, notes);
    return { return: returnView(context, never, view), userErrors: [] };
  }
  const made = createReturn(world, order, { lines, key });
  if (made instanceof Refused) return refused('INVALID', ['returnLineItems'], made.message);
  state.returnNotes.set(made.id, notes);
  if (open) approveReturn(world, made, key);
  return { return: returnView(context, made, view), userErrors: [] };
}

function lineOf(order: ShopOrder, input: ReturnLineInput): Wanted | null {
  const id = idOf(input.fulfillmentLineItemId, 'FulfillmentLineItem');
  const there = order.fulfilments.flatMap((one) => returnable(order, one)).find((one) => one.id === id);
  if (!there || input.quantity < 1 || input.quantity > there.quantity) return null;
  const names = Object.keys(reasons) as ReturnReason[];
  const reason = names.find((name) => reasons[name] === input.returnReason) ?? 'changed_mind';
  const notes = { customer: input.customerNote ?? null, shop: input.returnReasonNote ?? '' };
  return { line: there.line, quantity: input.quantity, reason, notes };
}

function imagined({ world }: ViewContext, order: ShopOrder, lines: Wanted[]): Return {
  const now = world.now();
  return {
    id: world.id(),
    name: `#${order.number}-R${order.returns.length + 1}`,
    order,
    status: 'requested',
    lines: lines.map(({ line, quantity, reason }) => ({ line, quantity, reason, note: null })),
    trackingNumber: null,
    requestedAt: now,
    approvedAt: null,
    receivedAt: null,
    refundedAt: null,
    declineReason: null,
    refund: null,
    key: null,
    updatedAt: now,
  };
}
