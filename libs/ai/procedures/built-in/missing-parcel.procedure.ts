import { defineProcedure } from '../document';
import { anOrder } from './slots';

export const missingParcel = defineProcedure({
  name: 'missing-parcel',
  title: 'The parcel says delivered, or does not come',
  intents: ['missing_parcel'],
  tools: ['find_orders'],
  reason: 'missing_parcel',
  slots: { order: anOrder({ fact: 'order.cancelled', is: false }, true) },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'say', words: 'sorry_missing' },
    { do: 'say', tell: 'order' },
    // What a carrier lost is searched for, sent again or paid back by a person.
    {
      do: 'check',
      branches: [
        {
          when: {
            any: [
              { fact: 'order.delivered', is: true },
              { fact: 'order.trouble', is: true },
            ],
          },
          steps: [{ do: 'hand_over', reason: 'missing_parcel', words: 'colleague' }],
        },
      ],
    },
  ],
});
