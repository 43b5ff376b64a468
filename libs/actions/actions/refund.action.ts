import type { RefundPreview, RefundWish } from '@satchel/connectors';
import { moneyWords } from '@satchel/policies';
import { z } from 'zod';
import { defineAction } from '../action/action';
import { linesArg, notifyArg, orderArg, reasonArg, restockArg } from '../action/arguments';
import { byHand, cannot, type CannotBody, type StepPlan } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { refundedProducts } from '../source/return-lines';
import { disputeIn, payingBack, paymentsOf } from '../source/payments';
import { whyNot } from '../source/sources.service';

export const refund = defineAction({
  name: 'refund',
  title: 'Refund',
  description:
    'Gives money back for an order: an amount, or lines of it with or without the shipping, or all that is left when neither is named.',
  risk: 'money',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'refund' },
  undoable: false,
  arguments: z
    .strictObject({
      order: orderArg,
      amount: z
        .int()
        .positive()
        .optional()
        .meta({ title: 'Amount', description: "In minor units (cents) of the order's currency." }),
      lines: linesArg.optional(),
      shipping: z.boolean().optional().meta({ title: 'Shipping too' }),
      reason: reasonArg.optional(),
      restock: restockArg.default(false),
      notify: notifyArg,
    })
    .refine(({ amount, lines }) => !amount || !lines, { message: 'Name an amount or lines, not both.' }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    const by = byHand(`${connection.label} cannot refund from here.`, `Refund ${body.number}`, wanted(args));
    const missing = whyNot(connection, 'refund', shop.refund !== undefined);
    if (missing || !shop.refund)
      return { ...(missing ?? cannot('not_possible', `${connection.label} cannot refund.`)), fallback: by };

    const wish: RefundWish = {
      orderId: now.externalId,
      ...(args.lines && { lines: args.lines }),
      ...(args.shipping !== undefined && { shipping: args.shipping }),
      ...(args.amount && { amount: { amount: args.amount, currency: now.total.currency } }),
      reason: args.reason ?? null,
      restock: args.restock,
      notify: args.notify,
    };
    const { refund: door } = shop;
    const preview = await scene.sources.told((): Promise<RefundPreview | CannotBody> => door.preview(wish));
    if ('ok' in preview) return preview;
    const { amount, most, to } = preview;
    if (amount.amount <= 0 || amount.amount > most.amount) {
      return cannot(
        'not_valid',
        most.amount > 0
          ? `Of ${body.number} at most ${moneyWords(most)} can still be refunded.`
          : `Of ${body.number} nothing can be refunded any more.`,
      );
    }
    const steps: StepPlan[] = [
      {
        name: door.movesMoney ? 'Refund' : 'Credit note',
        connectionId: connection.id,
        change: 'commerce.refund',
        args: { ...wish },
      },
    ];
    const shown = [
      { label: 'Amount', value: moneyWords(amount) },
      { label: 'Left to refund', value: moneyWords(most) },
      { label: 'Goes to', value: to ?? 'as it was paid' },
    ];
    const payments = await scene.sources.told(() => paymentsOf(scene.ctx, scene.sources, found));
    if (!door.movesMoney) {
      // The shop's books first: money that left without its credit note is the harder one to mend.
      if ('ok' in payments) return payments;
      const paying = payingBack(payments, amount);
      if (!paying) {
        return cannot(
          'not_possible',
          `${connection.label} writes a credit note only, and no connected payment service can move ${moneyWords(amount)} of this order.`,
          by,
        );
      }
      const { connection: service, payment } = paying;
      const money = { paymentId: payment.externalId, amount, reason: args.reason ?? null };
      steps.push({ name: 'Payment', connectionId: service.id, change: 'payment.refund', args: money });
      shown.push({ label: 'Paid back by', value: `${service.label}${payment.method ? `, ${payment.method}` : ''}` });
    }
    const before = (await scene.sources.history(scene.ctx, scene.customer, 'refund')).filter(
      ({ orderId }) => orderId !== body.id,
    );
    const here = now.refunds.filter(({ status }) => status !== 'failed' && status !== 'cancelled');
    const lines = args.lines && (await refundedProducts(found, args.lines));
    const words = `${moneyWords(amount)} for ${body.number}`;
    return orderChange(found, {
      amount,
      summary: { ahead: `Refund ${words}`, done: `Refunded ${words}` },
      shown,
      steps,
      facts: {
        ...orderFacts(found, scene),
        ...disputeIn(payments),
        amount,
        refundsIn90Days: before.length + here.length,
        ...(lines && { lines }),
      },
    });
  },
});

function wanted({
  amount,
  lines,
  reason,
}: {
  amount?: number;
  lines?: { orderLineId: string; quantity: number }[];
  reason?: string;
}): string {
  const what = lines
    ? `Lines: ${lines.map((line) => `${line.quantity} x ${line.orderLineId}`).join(', ')}.`
    : amount
      ? `Amount in minor units: ${amount}.`
      : 'All that is left.';
  return [what, reason && `Reason: ${reason}`].filter(Boolean).join('\n');
}
