import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg } from '../action/arguments';
import { byHand } from '../action/preparation';
import { orderChange } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { whyNot } from '../source/sources.service';

export const resendConfirmation = defineAction({
  name: 'resend_confirmation',
  title: 'Send the confirmation again',
  description: "Sends the order confirmation once more, by the shop's own mail, to the address on the order.",
  risk: 'write',
  // It reaches the address on the order, whoever asked.
  assurance: 1,
  needs: { kind: 'commerce', capability: 'confirmation' },
  undoable: false,
  arguments: z.strictObject({ order: orderArg }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { shop, connection, now, body } = found;
    const missing = whyNot(connection, 'confirmation', shop.confirmation !== undefined);
    if (missing)
      return { ...missing, fallback: byHand(missing.message, `Send the confirmation of ${body.number} again`, '') };
    return orderChange(found, {
      summary: {
        ahead: `Send the confirmation of ${body.number} again`,
        done: `Sent the confirmation of ${body.number} again`,
      },
      shown: [{ label: 'To', value: now.email ?? 'the address on the order' }],
      steps: [
        {
          name: 'Confirmation',
          connectionId: connection.id,
          change: 'commerce.confirmation',
          args: { orderId: now.externalId },
        },
      ],
      facts: orderFacts(found, scene),
    });
  },
});
