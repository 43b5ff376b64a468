import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg } from '../action/arguments';
import { lookedUp } from '../action/prepared';
import { orderFacts } from '../source/order-facts';

export const lookUpOrder = defineAction({
  name: 'look_up_order',
  title: 'Look up an order',
  description: 'Reads an order as its shop tells it now: what was bought, paid, sent, refunded and returned.',
  risk: 'read',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'orders' },
  undoable: false,
  arguments: z.strictObject({ order: orderArg }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { body, connection, now } = found;
    const facts = [
      { label: 'Order', value: body.number },
      { label: 'Payment', value: now.payment },
      { label: 'Sending', value: now.cancelledAt ? 'cancelled' : now.fulfilment },
    ];
    return lookedUp(
      `Looked up ${body.number}`,
      { order: body },
      { source: connection.label, at: scene.now.toISOString(), facts },
      { order: { id: body.id, number: body.number }, connectionId: connection.id, facts: orderFacts(found, scene) },
    );
  },
});
