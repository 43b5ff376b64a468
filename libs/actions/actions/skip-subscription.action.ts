import { z } from 'zod';
import { defineAction } from '../action/action';
import { subscriptionArg } from '../action/arguments';
import { cannot } from '../action/preparation';
import { subscriptionChange } from '../action/subscription-change';

export const skipSubscription = defineAction({
  name: 'skip_subscription',
  title: 'Skip the next delivery',
  description: 'Leaves out the next charge and delivery of a subscription; the one after comes as planned.',
  risk: 'write',
  assurance: 2,
  needs: { kind: 'subscription', capability: 'skip' },
  undoable: true,
  arguments: z.strictObject({ subscription: subscriptionArg }),
  async prepare({ ctx, customer, sources }, args) {
    const found = await sources.subscription(
      ctx,
      customer,
      args.subscription,
      'skip',
      (service) => service.skip !== undefined,
    );
    if (!found.ok) return found;
    const { product, nextChargeOn, skipped } = found.subscription;
    if (skipped) return cannot('not_possible', `The next delivery of ${product} is skipped already.`);
    const words = `the delivery of ${product}${nextChargeOn ? ` on ${nextChargeOn}` : ''}`;
    return subscriptionChange(
      found,
      'subscription.skip',
      {},
      { summary: { ahead: `Skip ${words}`, done: `Skipped ${words}` } },
    );
  },
});
