import type { OrderBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { z } from 'zod';
import { disclosedTo, mayDisclose } from './disclosure';
import type { FindOrdersData, OrderFacts } from './order-facts';
import { tooManyMisses } from './misses';
import { orderEvidence, orderFacts } from './order-facts';
import type { ToolBinding, ToolResult } from './tool';
import { defineTool } from './tool';

/** Newest orders shown when no number was given. */
const MAX_ORDERS = 8;

/** A foreign order and a missing one give this same result, byte for byte. */
const nothing = (incomplete: boolean): FindOrdersData => ({ found: 0, orders: [], incomplete });

export const findOrdersTool = defineTool({
  name: 'find_orders',
  description:
    "Looks up this customer's orders in the shop, with shipments and tracking numbers. Give orderNumber when the customer named one; without it the customer's newest orders come back. It can only ever show orders of this customer.",
  schema: z.strictObject({
    orderNumber: z
      .string()
      .regex(/^#?[\p{L}\d][\p{L}\d_-]{0,29}$/u)
      .optional(),
  }),
  async run(ctx, binding, { orderNumber }) {
    const refused = tooManyMisses(binding);
    if (refused) return refused;
    const { orders, incomplete } = await ownOrders(ctx, binding, orderNumber);
    if (orders.length === 0) {
      const missed = orderNumber !== undefined;
      if (missed) binding.misses += 1;
      const what = orderNumber
        ? `No order ${orderNumber} for the address the reply goes to`
        : 'No orders for the address the reply goes to';
      return { ok: true, data: nothing(incomplete), evidence: [], summary: what, missed };
    }
    return {
      ok: true,
      data: { found: orders.length, orders, incomplete } satisfies FindOrdersData,
      evidence: orders.flatMap(orderEvidence),
      summary: `Found ${orders.map((order) => order.orderNumber).join(', ')}`,
    } satisfies ToolResult;
  },
});

/** Orders that may be told in this reply; remembers their tracking numbers for `track_shipment`. */
export async function ownOrders(
  ctx: Ctx,
  binding: ToolBinding,
  orderNumber?: string,
): Promise<{ orders: OrderFacts[]; incomplete: boolean }> {
  const answers = await Promise.all(
    queries(binding, orderNumber).map((query) => binding.lookups.findOrders(ctx, query)),
  );
  const seen = new Map<string, OrderBody>();
  for (const order of answers.flatMap((answer) => answer.orders)) {
    if (mayDisclose(order, binding)) seen.set(order.id, order);
  }
  const orders = [...seen.values()]
    .sort((a, b) => b.placedAt.localeCompare(a.placedAt))
    .slice(0, MAX_ORDERS)
    .map((order) => orderFacts(order, binding.now()));
  for (const order of orders) {
    for (const { trackingNumber, carrier } of order.shipments) {
      if (trackingNumber)
        binding.disclosed.set(trackingKey(trackingNumber), { orderNumber: order.orderNumber, carrier });
    }
  }
  return { orders, incomplete: answers.some((answer) => answer.problems.length > 0) };
}

function queries(binding: ToolBinding, orderNumber?: string): { number?: string; email?: string }[] {
  if (orderNumber) return [{ number: orderNumber }];
  const mails = disclosedTo(binding).flatMap(({ kind, value }) =>
    kind === 'email' ? [value.trim().toLowerCase()] : [],
  );
  return [...new Set(mails)].map((email) => ({ email }));
}

export function trackingKey(trackingNumber: string): string {
  return trackingNumber.replace(/[\s-]/g, '').toUpperCase();
}
