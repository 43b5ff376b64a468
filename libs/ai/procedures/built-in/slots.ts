import type { Condition } from '../condition';
import type { HandoffReason } from '../../tools/handoff-reasons';
import type { Slot, Step } from '../document';

/** Slots and steps that many procedures have in common. */
export const anOrder = (can?: Condition, live = false): Slot => ({
  kind: 'order',
  from: ['entity', 'words', 'only', 'answer'],
  ask: 'ask_order',
  ...(can && { can }),
  ...(live && { live }),
});
export const itsLines: Slot = { kind: 'lines', of: 'order', from: ['words', 'only', 'answer'], ask: 'ask_lines' };
export const itsVariant: Slot = { kind: 'variant', of: 'lines', from: ['words', 'answer'], ask: 'ask_variant' };

/** What the money goes to or comes from, when they say so. */
export const itsMethod: Slot = { kind: 'method', from: ['words', 'answer'], ask: 'ask_money' };

/** Why something goes back, as the shops' systems take it. */
export const returnReason: Slot = {
  kind: 'choice',
  from: ['words', 'answer'],
  ask: 'ask_why',
  options: [
    {
      value: 'too_small',
      words: words(
        'too small, too tight, smaller, zu klein, zu eng, te klein, te krap, trop petit, trop petite, trop serre, demasiado pequeno, demasiado pequena, muy pequeno, muy pequena, pequeno, pequena, tight, small, klein, petit, petite',
      ),
    },
    {
      value: 'too_large',
      words: words(
        'too large, too big, too wide, too long, larger, zu gross, zu weit, te groot, te wijd, trop grand, trop grande, trop large, demasiado grande, muy grande, large, big, gross, groot, grand, grande',
      ),
    },
    {
      value: 'defective',
      words: words(
        'broken, faulty, defective, defect, stain, stained, hole, torn, ripped, does not work, doesn t work, stopped working, kaputt, defekt, fleck, loch, riss, stuk, kapot, vlek, gat, casse, cassee, defectueux, tache, trou, roto, rota, defectuoso, mancha, agujero, damaged, beschadigt, beschadigd, abime, danado, faulty',
      ),
    },
    {
      value: 'wrong_item',
      words: words(
        'wrong item, wrong product, wrong one, wrong size was sent, falscher artikel, falsches produkt, verkeerd artikel, verkeerde product, mauvais article, mauvais produit, articulo equivocado, producto equivocado, not what i ordered, nicht das bestellte',
      ),
    },
    {
      value: 'not_as_described',
      words: words(
        'not as described, different colour, different color, wrong colour, wrong color, looks different, colour, color, nicht wie beschrieben, andere farbe, falsche farbe, farbe, sieht anders aus, niet zoals beschreven, andere kleur, kleur, pas comme decrit, couleur, no es como, color diferente',
      ),
    },
    {
      value: 'changed_mind',
      words: words(
        'changed my mind, change of mind, don t like, do not like, don t want, do not want, no longer need, don t need, not needed, gefallt mir nicht, brauche ich nicht, will ich nicht, anders uberlegt, vind ik niet mooi, niet meer nodig, van gedachten veranderd, change d avis, ne me plait pas, plus besoin, cambiado de opinion, no me gusta, ya no lo necesito, no lo quiero, gefallt nicht, bevalt niet',
      ),
    },
  ],
};

export function words(list: string): string[] {
  return [...new Set(list.split(',').map((word) => word.trim()))];
}

/** What every change goes through: put before the customer, done by the server on their yes, told. */
export const settle: Step[] = [{ do: 'confirm' }, { do: 'execute' }];

/** An order that can still be changed. */
export const open: Condition = {
  all: [
    { fact: 'order.sent', is: false },
    { fact: 'order.cancelled', is: false },
  ],
};

/** What was cancelled is told as such; what is on its way a person may still reach. */
export const unlessTooLate = (reason: HandoffReason): Step => ({
  do: 'check',
  branches: [
    { when: { fact: 'order.cancelled', is: true }, steps: [{ do: 'say', words: 'already_cancelled', end: true }] },
    { when: { fact: 'order.sent', is: true }, steps: [{ do: 'hand_over', reason, words: 'sent_no_change' }] },
  ],
});

/** An answer that stands in the shop's own words; else a person knows it. */
export const fromArticles: Step[] = [
  { do: 'look_up', tool: 'search_articles', with: { query: { words: 'wish' } } },
  {
    do: 'check',
    branches: [
      {
        when: { fact: 'articles.found', atLeast: 1 },
        steps: [
          { do: 'say', tell: 'articles' },
          { do: 'say', words: 'helps' },
        ],
      },
    ],
    otherwise: [{ do: 'hand_over', reason: 'product_question' }],
  },
];
