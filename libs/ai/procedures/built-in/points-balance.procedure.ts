import { defineProcedure } from '../document';

export const pointsBalance = defineProcedure({
  name: 'points-balance',
  title: 'How many points',
  intents: ['points_balance'],
  tools: ['points'],
  reason: 'account',
  slots: {},
  steps: [
    { do: 'look_up', tool: 'points', with: {} },
    { do: 'say', tell: 'points' },
  ],
});
