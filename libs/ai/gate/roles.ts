import type { Check } from './check';
import type { Fact, FactKind } from './facts';
import type { Span } from './mask';

/** Words that tell which day or amount is meant, folded, five languages; then the fields that hold it. */
const ROLES: Partial<Record<FactKind, [RegExp, RegExp][]>> = {
  day: [
    [/\b(?:placed|ordered|bestellt|aufgegeben|geplaatst|besteld|passee|effectuee|realizad[oa]|hecho)\b/g, /^placedAt$/],
    [
      /\b(?:expect\w*|estimat\w*|arriv\w*|due|erwart\w*|voraussichtlich\w*|rechnet|geplant\w*|ankomm\w*|ankunft|verwacht\w*|gepland|prevue?s?|attendue?s?|previst[oa]|esperad[oa]|lleg\w*|kommt|komt)\b/g,
      /^(?:estimatedDelivery|nextChargeOn)$/,
    ],
    [
      /\b(?:delivered|deliver|delivery|zugestellt|geliefert|zustellung|bezorgd|afgeleverd|bezorging|livree?s?|livraison|entregad[oa]|entrega)\b/g,
      /^(?:deliveredAt|estimatedDelivery|nextChargeOn)$/,
    ],
    [/\b(?:cancell?ed|storniert|geannuleerd|annulee?s?|cancelad[oa]|anulad[oa])\b/g, /^cancelledAt$/],
    [/\b(?:scan\w*|gescannt|gescand|scannee?|passage|escane\w*)\b/g, /^at$/],
  ],
  amount: [
    [/\b(?:total\w*|gesamt\w*|summe|totaal\w*|in all|insgesamt)\b/g, /^total$/],
    [
      /\b(?:refund\w*|reimburs\w*|erstatt\w*|zuruck\w*|ruckerstatt\w*|terug\w*|rembours\w*|reembols\w*)\b/g,
      /^(?:refunded|refund|amount)$/,
    ],
    [/\b(?:costs?|price\w*|kostet|preis\w*|kost|prijs|prix|coute|cuesta|precio)\b/g, /price/i],
  ],
};
/** How far before a value its word may stand. */
const REACH = 70;
/** Texts in which all kinds of values stand together. */
const TOLD = /^(?:summary|reason|text|customerText|description|value|offer)|^(?:facts|evidence)/;

/** When the words before a value say which one is meant, and such a one is known, only that one will do. */
export function meant(
  check: Check,
  kind: FactKind,
  folded: string,
  index: number,
  span: Span,
): ((fact: Fact) => boolean) | undefined {
  const from = Math.max(folded.lastIndexOf('\n', index), index - REACH, 0);
  // What a comma or an "and" parts is told apart; Dutch and German words may follow their value.
  const before = folded.slice(from, index).replace(/^.*(?:[.!?,;]\s|\b(?:and|und|en|et|y)\s)/s, '');
  let best = -1;
  let fields: RegExp | undefined;
  for (const [words, role] of ROLES[kind] ?? []) {
    for (const hit of before.matchAll(words)) if (hit.index > best) [best, fields] = [hit.index, role];
  }
  if (!fields) return undefined;
  const wanted = fields;
  const spoken = check.spoken(span);
  const known = check.on.facts.all(kind).some((fact) => wanted.test(fact.role) && check.fitsHere(fact, spoken));
  return known ? (fact) => wanted.test(fact.role) || TOLD.test(fact.role) : undefined;
}
