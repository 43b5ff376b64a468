import { defineProcedure } from '../document';
import { anOrder, itsLines, words } from './slots';

export const chargeProblem = defineProcedure({
  name: 'charge-problem',
  title: 'Charged twice, wrong quantity, a fee nobody knows',
  intents: ['payment_problem'],
  tools: ['find_orders', 'order_lines'],
  reason: 'payment',
  slots: {
    order: anOrder(),
    lines: { ...itsLines, from: ['words', 'only', 'answer'] },
    what: {
      kind: 'choice',
      from: ['words'],
      ask: 'ask_reason',
      otherwise: 'other',
      options: [
        {
          value: 'twice',
          words: words(
            'twice, double, two times, doppelt, zweimal, dubbel, twee keer, deux fois, double, dos veces, doble, duplicado',
          ),
        },
        {
          value: 'quantity',
          words: words(
            'quantity, too many, only ordered, menge, zu viele, anzahl, nur bestellt, aantal, te veel, quantite, trop, cantidad, demasiados',
          ),
        },
        {
          value: 'fee',
          words: words(
            'fee, charge, surcharge, shipping cost, gebuhr, aufschlag, versandkosten, kosten, toeslag, verzendkosten, frais, supplement, cargo, recargo, gastos',
          ),
        },
      ],
    },
  },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'need', slot: 'what' },
    { do: 'look_up', tool: 'order_lines', with: { orderNumber: { slot: 'order' } } },
    { do: 'say', tell: 'lines' },
    {
      do: 'check',
      branches: [
        // Which of two charges is too much, only the books tell.
        {
          when: { fact: 'slot.what', is: 'twice' },
          steps: [{ do: 'hand_over', reason: 'payment', words: 'colleague' }],
        },
      ],
      otherwise: [{ do: 'hand_over', reason: 'payment', words: 'colleague_rest' }],
    },
  ],
});
