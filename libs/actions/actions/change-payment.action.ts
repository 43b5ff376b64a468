import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg, paymentMethodArg } from '../action/arguments';
import { byHand, cannot } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { methodChoices, methodOf } from '../source/payment-methods';
import { whyNot } from '../source/sources.service';

export const changePayment = defineAction({
  name: 'change_payment',
  title: 'Change the payment',
  description:
    'Pays an order that was not sent yet with another payment method that the customer has on file. What was paid before goes back.',
  risk: 'money',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'changePayment' },
  undoable: false,
  arguments: z.strictObject({ order: orderArg, paymentMethodId: paymentMethodArg }),
  choices: async (scene) => ({ paymentMethodId: await methodChoices(scene) }),
  async prepare(scene, { order, paymentMethodId }) {
    const found = await scene.sources.order(scene.ctx, order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    const missing = whyNot(connection, 'changePayment', shop.changePayment !== undefined);
    if (missing)
      return { ...missing, fallback: byHand(missing.message, `Change the payment of ${body.number}`, paymentMethodId) };
    const told = await scene.sources.told(() => methodOf(found, paymentMethodId, scene));
    if (!told.ok) return told;
    const { externalId, label, balance } = told.method;
    if (balance && balance.currency === now.total.currency && balance.amount < now.total.amount)
      return cannot('not_enough', `${label} holds less than ${body.number} costs.`);
    return orderChange(found, {
      amount: now.total,
      summary: { ahead: `Pay ${body.number} with ${label}`, done: `Changed the payment of ${body.number} to ${label}` },
      shown: [
        { label: 'Order', value: body.number },
        { label: 'Paid with', value: label },
      ],
      steps: [
        {
          name: 'Payment',
          connectionId: connection.id,
          change: 'commerce.payment',
          args: { orderId: now.externalId, paymentMethodId: externalId },
        },
      ],
      facts: orderFacts(found, scene),
    });
  },
});
