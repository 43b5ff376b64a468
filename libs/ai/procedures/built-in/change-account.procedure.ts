import { defineProcedure } from '../document';

export const changeAccount = defineProcedure({
  name: 'change-account',
  title: 'Address, name or login of an account',
  intents: ['account'],
  tools: [],
  reason: 'account',
  slots: {},
  // An account is changed by its owner after signing in, or by a person who made sure.
  steps: [{ do: 'hand_over', reason: 'account', words: 'colleague' }],
});
