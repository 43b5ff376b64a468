import { defineProcedure } from '../document';
import { anOrder } from './slots';

export const pointsMissing = defineProcedure({
  name: 'points-missing',
  title: 'Points are missing',
  intents: ['points_missing'],
  tools: ['points', 'find_orders'],
  reason: 'account',
  slots: { order: anOrder({ fact: 'order.cancelled', is: false }) },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'look_up', tool: 'points', with: {} },
    { do: 'say', tell: 'points' },
    // Points for a purchase are booked by a person who sees why they did not come.
    { do: 'hand_over', reason: 'account', words: 'colleague' },
  ],
});
