import { defineProcedure } from '../document';
import { settle } from './slots';

export const complaint = defineProcedure({
  name: 'complaint',
  title: 'A complaint, with a small apology where the rules allow one',
  intents: ['complaint'],
  tools: ['create_discount'],
  reason: 'complaint',
  slots: {},
  steps: [
    {
      do: 'check',
      branches: [{ when: { fact: 'message.heat', atLeast: 0.5 }, steps: [{ do: 'hand_over', reason: 'complaint' }] }],
    },
    { do: 'say', words: 'sorry' },
    { do: 'propose', action: 'create_discount', with: { percent: { value: 10 } } },
    ...settle,
    { do: 'hand_over', reason: 'complaint', words: 'colleague' },
  ],
});
