import type { CommerceService } from '@satchel/commerce';
import type { OrderBody, OrderLineBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { z } from 'zod';
import { cleanLine } from '../text/normalise';
import { disclosedTo } from './disclosure';
import { tooManyMisses } from './misses';
import { orderEvidence, orderFacts } from './order-facts';
import { orderNumberArg, ownOrder } from './own-order';
import { variantFacts } from './product-facts';
import type { OrderLineFacts, OrderLinesData } from './tool-data';
import type { AiTool } from './tool';
import { defineTool } from './tool';

const MAX_LINES = 20;

/** One order with what can be chosen from it. */
export const orderLinesTool = (commerce: Pick<CommerceService, 'products'>): AiTool =>
  defineTool({
    name: 'order_lines',
    description:
      "Lines of one order of this customer, with the ids that returns, exchanges and changes take, how many may still go back, and the other variants that the shop sells. Match the customer's words to a line with it.",
    schema: z.strictObject({ orderNumber: orderNumberArg }),
    async run(ctx, binding, { orderNumber }) {
      const refused = tooManyMisses(binding);
      if (refused) return refused;
      const found = await ownOrder(ctx, binding, orderNumber, disclosedTo(binding));
      if (found === null || found === 'unavailable') {
        const missed = found === null;
        if (missed) binding.misses += 1;
        const data: OrderLinesData = { found: false, order: null, incomplete: !missed };
        return { ok: true, data, evidence: [], summary: `No order ${orderNumber} of this customer`, missed };
      }
      const data: OrderLinesData = { found: true, order: await linesOf(ctx, commerce, found), incomplete: false };
      return {
        ok: true,
        data,
        evidence: orderEvidence(orderFacts(found, binding.now())),
        summary: `Read the lines of ${found.number}`,
      };
    },
  });

async function linesOf(
  ctx: Ctx,
  commerce: Pick<CommerceService, 'products'>,
  order: OrderBody,
): Promise<OrderLinesData['order']> {
  const lines = order.lines.slice(0, MAX_LINES).filter(({ id }) => id !== null);
  return {
    orderNumber: cleanLine(order.number, 30),
    placedAt: order.placedAt,
    fulfilment: order.cancelledAt ? 'cancelled' : order.fulfilment,
    payment: order.payment,
    total: { amount: order.total.amount, currency: order.total.currency },
    lines: await Promise.all(lines.map((line) => lineFacts(ctx, commerce, order, line))),
  };
}

async function lineFacts(
  ctx: Ctx,
  commerce: Pick<CommerceService, 'products'>,
  { connectionId }: OrderBody,
  line: OrderLineBody,
): Promise<OrderLineFacts> {
  const { sku } = line;
  // A shop that knows no products still tells its lines.
  const known = sku ? await commerce.products(ctx, { sku }, 2).catch(() => []) : [];
  const product = known.find((one) => one.connectionId === connectionId && one.active);
  return {
    lineId: line.id ?? '',
    title: cleanLine(line.title, 80),
    variant: line.variant === null ? null : cleanLine(line.variant, 80),
    sku: sku === null ? null : cleanLine(sku, 60),
    quantity: line.quantity,
    unitPrice: { amount: line.unitPrice.amount, currency: line.unitPrice.currency },
    returnable: line.returnable,
    variants: product ? product.variants.filter((variant) => variant.sku !== sku).map(variantFacts) : [],
    own: product?.variants.filter((variant) => variant.sku === sku).map(variantFacts)[0] ?? null,
  };
}
