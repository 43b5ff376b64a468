import { z } from 'zod';
import { defineAction } from '../action/action';
import { notifyArg, orderArg, reasonArg, restockArg } from '../action/arguments';
import { byHand, cannot } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { disputeIn, paymentsOf } from '../source/payments';
import { whyNot } from '../source/sources.service';

export const cancelOrder = defineAction({
  name: 'cancel_order',
  title: 'Cancel an order',
  description:
    'Cancels a whole order before it is sent. What was paid goes back as the shop does it on a cancellation.',
  risk: 'money',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'cancel' },
  undoable: false,
  arguments: z.strictObject({
    order: orderArg,
    reason: reasonArg.optional(),
    restock: restockArg.default(true),
    notify: notifyArg,
  }),
  async prepare(scene, { order, reason, restock, notify }) {
    const found = await scene.sources.order(scene.ctx, order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    if (now.cancelledAt) return cannot('not_possible', `${body.number} is cancelled already.`);
    const missing = whyNot(connection, 'cancel', shop.cancel !== undefined);
    if (missing) return { ...missing, fallback: byHand(missing.message, `Cancel ${body.number}`, reason ?? '') };
    const payments = await scene.sources.told(() => paymentsOf(scene.ctx, scene.sources, found));
    const facts = orderFacts(found, scene);
    const left = facts.paid && { ...facts.paid, amount: Math.max(0, facts.paid.amount - now.refunded.amount) };
    const args = { orderId: now.externalId, reason: reason ?? null, restock, notify };
    return orderChange(found, {
      amount: now.payment === 'paid' ? now.total : null,
      summary: { ahead: `Cancel ${body.number}`, done: `Cancelled ${body.number}` },
      shown: [
        { label: 'Order', value: body.number },
        { label: 'Sending', value: now.fulfilment },
        { label: 'Payment', value: now.payment },
      ],
      steps: [{ name: 'Cancellation', connectionId: connection.id, change: 'commerce.cancel', args }],
      facts: { ...facts, ...disputeIn(payments), amount: left },
    });
  },
});
