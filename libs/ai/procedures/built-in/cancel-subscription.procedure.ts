import { defineProcedure } from '../document';
import { settle, words } from './slots';

export const cancelSubscription = defineProcedure({
  name: 'cancel-subscription',
  title: 'End a subscription',
  intents: ['cancel_subscription'],
  tools: ['cancel_subscription'],
  reason: 'cancel',
  slots: {
    wants: {
      kind: 'choice',
      from: ['answer'],
      ask: 'ask_offer',
      options: [
        {
          value: 'offer',
          words: words(
            'offer, yes, take it, accept, angebot, ja, nehme ich, aanbod, neem ik, offre, oui, je prends, oferta, si, acepto',
          ),
        },
        {
          value: 'no',
          words: words(
            'no, cancel, still cancel, nein, kundigen, trotzdem, nee, opzeggen, toch, non, resilier, quand meme, cancelar, de todos modos',
          ),
        },
      ],
    },
  },
  steps: [
    {
      do: 'propose',
      action: 'cancel_subscription',
      with: { reason: { words: 'wish' } },
    },
    ...settle,
    {
      do: 'check',
      branches: [
        {
          when: { fact: 'action.offer', is: true },
          steps: [
            { do: 'ask', slot: 'wants' },
            {
              do: 'check',
              branches: [
                {
                  when: { fact: 'slot.wants', is: 'offer' },
                  steps: [{ do: 'hand_over', reason: 'change_order', words: 'colleague' }],
                },
              ],
            },
            {
              do: 'propose',
              action: 'cancel_subscription',
              with: { reason: { words: 'wish' }, offerDeclined: { value: true } },
            },
            ...settle,
          ],
        },
      ],
    },
  ],
});
