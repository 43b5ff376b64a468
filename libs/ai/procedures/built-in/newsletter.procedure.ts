import { defineProcedure } from '../document';

export const newsletter = defineProcedure({
  name: 'newsletter',
  title: 'Newsletter',
  intents: ['newsletter'],
  tools: [],
  reason: 'account',
  slots: {},
  steps: [{ do: 'hand_over', reason: 'account', words: 'colleague' }],
});
