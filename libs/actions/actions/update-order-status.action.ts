import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg } from '../action/arguments';
import { byHand, cannot } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { whyNot } from '../source/sources.service';

export const updateOrderStatus = defineAction({
  name: 'update_order_status',
  title: 'Set the status of an order',
  description: "Sets an order's status to one of those that its shop has, the shop's own among them.",
  risk: 'write',
  assurance: 3,
  needs: { kind: 'commerce', capability: 'status' },
  undoable: false,
  arguments: z.strictObject({
    order: orderArg,
    status: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .meta({ title: 'Status', description: 'Its id or its name, as the shop has it.' }),
  }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    const missing = whyNot(connection, 'status', shop.status !== undefined);
    if (missing || !shop.status) {
      const why = missing ?? cannot('not_possible', `${connection.label} has no status to set.`);
      return { ...why, fallback: byHand(why.message, `Set the status of ${body.number}`, args.status) };
    }
    const { status: door } = shop;
    const choices = await scene.sources.told(() => door.choices());
    if ('ok' in choices) return choices;
    const wanted = args.status.toLowerCase();
    const choice =
      choices.find(({ id }) => id === args.status) ?? choices.find(({ label }) => label.toLowerCase() === wanted);
    if (!choice)
      return cannot('not_valid', `${connection.label} has these: ${choices.map(({ label }) => label).join(', ')}.`);
    return orderChange(found, {
      summary: { ahead: `Set ${body.number} to ${choice.label}`, done: `Set ${body.number} to ${choice.label}` },
      shown: [
        { label: 'Now', value: now.customStatus ?? now.fulfilment },
        { label: 'New', value: choice.label },
      ],
      steps: [
        {
          name: 'Status',
          connectionId: connection.id,
          change: 'commerce.status',
          args: { orderId: now.externalId, status: choice.id },
        },
      ],
      facts: orderFacts(found, scene),
    });
  },
});
