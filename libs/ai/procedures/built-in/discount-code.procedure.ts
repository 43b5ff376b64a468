import { defineProcedure } from '../document';

export const discountCode = defineProcedure({
  name: 'discount-code',
  title: 'A discount code that does not work',
  intents: ['discount_code'],
  tools: ['explain_discount'],
  reason: 'payment',
  slots: { code: { kind: 'code', from: ['entity', 'answer'], ask: 'ask_code' } },
  steps: [
    { do: 'need', slot: 'code' },
    { do: 'look_up', tool: 'explain_discount', with: { code: { slot: 'code' } } },
    { do: 'say', tell: 'discount' },
  ],
});
