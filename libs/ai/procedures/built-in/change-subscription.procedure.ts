import { defineProcedure } from '../document';
import { settle, words } from './slots';

export const changeSubscription = defineProcedure({
  name: 'change-subscription',
  title: 'Another day or product for a subscription',
  intents: ['change_subscription'],
  tools: ['reschedule_subscription'],
  reason: 'change_order',
  slots: {
    what: {
      kind: 'choice',
      from: ['words', 'answer'],
      ask: 'ask_subscription',
      options: [
        {
          value: 'day',
          words: words(
            'day, date, later, earlier, postpone, move, delay, reschedule, tag, datum, spater, fruher, verschieben, verlegen, dag, later, eerder, verplaatsen, uitstellen, jour, date, plus tard, plus tot, reporter, decaler, dia, fecha, mas tarde, antes, aplazar, mover',
          ),
        },
        {
          value: 'product',
          words: words(
            'product, flavour, flavor, size, variant, swap, produkt, sorte, geschmack, grosse, smaak, maat, wisselen, produit, gout, taille, producto, sabor, talla',
          ),
        },
      ],
    },
    day: { kind: 'day', from: ['entity', 'answer'], ask: 'ask_day' },
  },
  steps: [
    { do: 'need', slot: 'what' },
    {
      do: 'check',
      branches: [
        {
          when: { fact: 'slot.what', is: 'product' },
          steps: [{ do: 'hand_over', reason: 'change_order', words: 'colleague' }],
        },
      ],
    },
    { do: 'need', slot: 'day' },
    { do: 'propose', action: 'reschedule_subscription', with: { nextChargeOn: { slot: 'day' } } },
    ...settle,
  ],
});
