import { defineProcedure } from '../document';

export const deleteAccount = defineProcedure({
  name: 'delete-account',
  title: 'Delete an account',
  intents: ['delete_account'],
  tools: [],
  reason: 'account',
  slots: {},
  // Never by a program: it cannot be taken back.
  steps: [{ do: 'hand_over', reason: 'account', words: 'colleague' }],
});
