import { z } from 'zod';
import { defineAction } from '../action/action';
import { subscriptionArg } from '../action/arguments';
import { subscriptionChange } from '../action/subscription-change';

export const swapSubscription = defineAction({
  name: 'swap_subscription',
  title: 'Swap the product',
  description: 'Lets a subscription go on with another variant: another size, flavour or colour.',
  risk: 'write',
  assurance: 2,
  needs: { kind: 'subscription', capability: 'swap' },
  undoable: false,
  arguments: z.strictObject({
    subscription: subscriptionArg,
    variantId: z.string().min(1).max(200).meta({ title: 'Variant', description: "By the shop's own id." }),
  }),
  async prepare({ ctx, customer, sources }, { subscription: id, variantId }) {
    const found = await sources.subscription(ctx, customer, id, 'swap', (service) => service.swap !== undefined);
    if (!found.ok) return found;
    const words = `${found.subscription.product} for variant ${variantId}`;
    return subscriptionChange(
      found,
      'subscription.swap',
      { variantId },
      { summary: { ahead: `Swap ${words}`, done: `Swapped ${words}` } },
    );
  },
});
