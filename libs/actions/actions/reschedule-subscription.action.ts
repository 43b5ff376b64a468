import { z } from 'zod';
import { defineAction } from '../action/action';
import { subscriptionArg } from '../action/arguments';
import { cannot } from '../action/preparation';
import { subscriptionChange } from '../action/subscription-change';

export const rescheduleSubscription = defineAction({
  name: 'reschedule_subscription',
  title: 'Move the next delivery',
  description: 'Moves the next charge of a subscription to another day.',
  risk: 'write',
  assurance: 2,
  needs: { kind: 'subscription', capability: 'reschedule' },
  undoable: false,
  arguments: z.strictObject({
    subscription: subscriptionArg,
    nextChargeOn: z.iso.date().meta({ title: 'Day', description: 'YYYY-MM-DD, after today.' }),
  }),
  async prepare({ ctx, customer, sources, now }, { subscription: id, nextChargeOn }) {
    if (nextChargeOn <= now.toISOString().slice(0, 10)) return cannot('not_valid', 'The day has to come after today.');
    const found = await sources.subscription(
      ctx,
      customer,
      id,
      'reschedule',
      (service) => service.reschedule !== undefined,
    );
    if (!found.ok) return found;
    const words = `the next delivery of ${found.subscription.product} to ${nextChargeOn}`;
    return subscriptionChange(
      found,
      'subscription.reschedule',
      { nextChargeOn },
      { summary: { ahead: `Move ${words}`, done: `Moved ${words}` } },
    );
  },
});
