import { defineProcedure } from '../document';
import { settle } from './slots';

export const skipDelivery = defineProcedure({
  name: 'skip-delivery',
  title: 'Leave out a delivery of a subscription',
  intents: ['skip_delivery'],
  tools: ['skip_subscription'],
  reason: 'change_order',
  slots: {},
  steps: [{ do: 'propose', action: 'skip_subscription', with: {} }, ...settle],
});
