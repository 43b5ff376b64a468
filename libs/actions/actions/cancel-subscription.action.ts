import { z } from 'zod';
import { defineAction } from '../action/action';
import { reasonArg, subscriptionArg } from '../action/arguments';
import { subscriptionChange } from '../action/subscription-change';

export const cancelSubscription = defineAction({
  name: 'cancel_subscription',
  title: 'Cancel a subscription',
  description:
    'Ends a subscription. The rules may want an offer made first; say offerDeclined when it was made and they said no.',
  risk: 'write',
  assurance: 2,
  needs: { kind: 'subscription', capability: 'cancel' },
  undoable: true,
  arguments: z.strictObject({
    subscription: subscriptionArg,
    reason: reasonArg.min(1),
    offerDeclined: z
      .boolean()
      .default(false)
      .meta({ title: 'Offer declined', description: 'The offer was made, and they still want to cancel.' }),
  }),
  async prepare({ ctx, customer, sources }, { subscription: id, reason, offerDeclined }) {
    const found = await sources.subscription(ctx, customer, id, 'cancel', (service) => service.cancel !== undefined);
    if (!found.ok) return found;
    const { product } = found.subscription;
    const summary = {
      ahead: `Cancel the subscription to ${product}`,
      done: `Cancelled the subscription to ${product}`,
    };
    return subscriptionChange(found, 'subscription.cancel', { reason }, { summary, facts: { offerDeclined } });
  },
});
