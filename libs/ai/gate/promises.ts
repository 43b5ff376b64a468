import { fold } from '../text/normalise';
import type { Facts } from './facts';

/**
 * Acts that a reply must not claim or promise: nothing in this house performs them in an AI turn, so "I have refunded"
 * can only be untrue. Patterns run on folded text, language by language.
 */
const ACT = {
  en: 'refund|cancel|return|exchang|replac|resen[dt]|re-?ship|reimburs|credit|compensat|chang|updat|correct|modif|issu|process|arrang|initiat|rebook|redirect|rerout|appl|add|remov|delet|approv|escalat|upgrad|waiv|grant|book',
  de: 'erstatte|zuruckerstatte|storniere?|annulliere?|umgetauscht|ersetz|ersatz|geander|gutgeschrieb|gutschrift|veranlass|zuruckgezahl|aktualisier|zuruckgeschick|ausgestell|neu verschickt|nachgesende|eingeleite|freigegeb|geloscht|umgeleite',
  nl: 'terugbeta|geannuleer|annule|vervang|omgeruil|aangepas|gewijzig|gecrediteer|vergoed|opnieuw (?:verstuurd|verzonden)|teruggestort|terugstort|bijgewerk|verwijder|in gang gezet|doorgevoerd',
  fr: 'rembours|annul|remplac|echang|modifi|credit|renvoy|expedie a nouveau|mis a jour|corrig|indemnis|dedommag|initi|lance|effectu|supprim|valid',
  es: 'reembols|cancel|anul|reemplaz|sustitui|cambi|modific|acredit|abonad|reenvi|devuelt|devolv|actualiz|compens|iniciad|tramitad|gestionad|eliminad',
} as const;

const FIRST_PERSON: RegExp[] = [
  // I have refunded / we've already cancelled / I just issued / I will refund / I'm going to cancel / let me refund
  new RegExp(
    String.raw`\b(?:i|we)(?:'ve|'ll|'m|'re|'d)?\s+(?:(?:have|had|has|will|shall|am|are|did|can|could|going to|just|now|already|also|hereby|gladly|immediately|gone ahead and|been able to|went ahead and|today|personally|successfully)\s+){0,4}(?:be\s+)?(?:${ACT.en})\w*`,
  ),
  /\b(?:i|we)(?:'ve|'ll)?\s+(?:have\s+|will\s+|just\s+|already\s+|now\s+)*(?:sent|send|ship|shipped|offer|offered|give|given|gave|put in|placed|opened|filed|made)\s+(?:you\s+)?(?:a|an|your|the|out)\s+(?:\w+\s+){0,2}(?:replacement|refund|credit|coupon|voucher|discount|code|label|new|claim|return)/,
  new RegExp(String.raw`\b(?:ich|wir)\b(?:\s+\w+){0,1}\s+(?:habe|haben|werde|werden)\b[^.!?\n]{0,60}(?:${ACT.de})`),
  new RegExp(String.raw`\b(?:habe|haben|werde|werden)\s+(?:ich|wir)\b[^.!?\n]{0,60}(?:${ACT.de})`),
  new RegExp(String.raw`\b(?:ich|wir)\s+(?:${ACT.de})\w*`),
  new RegExp(String.raw`\b(?:ik|we|wij)\s+(?:heb|hebben|zal|zullen|ga|gaan)\b[^.!?\n]{0,60}(?:${ACT.nl})`),
  new RegExp(String.raw`\b(?:heb|hebben|zal|zullen)\s+(?:ik|we|wij)\b[^.!?\n]{0,60}(?:${ACT.nl})`),
  new RegExp(
    String.raw`\b(?:j'ai|nous avons|je vais|nous allons|je viens de|nous venons de|je vous|nous vous)\b[^.!?\n]{0,40}(?:${ACT.fr})`,
  ),
  new RegExp(String.raw`\b(?:he|hemos|voy a|vamos a|acabo de|acabamos de)\s+(?:\w+\s+){0,3}(?:${ACT.es})`),
  /\b(?:reembolsare(?:mos)?|cancelare(?:mos)?|le reembols[eo]|cancele)\b/,
];

/** Passive claims, true only when the shop itself says so. */
const REFUNDED = [
  /\brefund(?:ed)?\b[^.!?\n]{0,40}\b(?:has|have|was|were|is|been)\b[^.!?\n]{0,20}\b(?:issued|processed|initiated|approved|completed|made|sent|on its way)\b/,
  /\b(?:has|have|was|were|is|been|are)\s+(?:\w+\s+){0,2}(?:refunded|reimbursed)\b/,
  /\b(?:wurde|wurden|ist|sind)\b[^.!?\n]{0,40}\b(?:ruck|zuruck)?erstattet\b/,
  /\b(?:is|zijn|werd|werden)\b[^.!?\n]{0,40}\bteru?gbetaald\b/,
  /\b(?:a ete|ont ete|est|etait)\b[^.!?\n]{0,30}\brembourse/,
  /\b(?:ha sido|fue|se ha|han sido|esta)\b[^.!?\n]{0,30}\breembolsad/,
];
const CANCELLED = [
  /\b(?:has|have|was|were|is|been|are)\s+(?:\w+\s+){0,2}cancell?ed\b/,
  /\b(?:wurde|wurden|ist|sind)\b[^.!?\n]{0,40}\bstorniert\b/,
  /\b(?:is|zijn|werd|werden)\b[^.!?\n]{0,40}\bgeannuleerd\b/,
  /\b(?:a ete|ont ete|est|etait)\b[^.!?\n]{0,30}\bannule/,
  /\b(?:ha sido|fue|se ha|han sido|esta)\b[^.!?\n]{0,30}\b(?:cancelad|anulad)/,
];
const DELIVERED = [
  /\b(?:was|were|has been|have been|is marked as|as|got|already)\s+(?:\w+\s+)?delivered\b/,
  /\b(?:wurde|wurden|ist)\b[^.!?\n]{0,50}\b(?:zugestellt|ausgeliefert)\b/,
  /\b(?:is|zijn|werd)\b[^.!?\n]{0,50}\b(?:bezorgd|afgeleverd)\b/,
  /\b(?:a ete|ont ete|est)\b[^.!?\n]{0,30}\blivree?s?\b/,
  /\b(?:ha sido|fue|se entrego|se ha|han sido|esta)\b[^.!?\n]{0,30}\bentregad/,
];
const OTHER_DONE = [
  /\b(?:has|have|was|were|been)\s+(?:\w+\s+){0,2}(?:replaced|exchanged|credited|compensated|resent|reshipped|rerouted|waived)\b/,
  /\b(?:replacement|voucher|coupon|discount|credit)\b[^.!?\n]{0,30}\b(?:has|have|was|is|been)\b[^.!?\n]{0,20}\b(?:sent|shipped|issued|created|applied|added)\b/,
  /\b(?:wurde|wurden)\b[^.!?\n]{0,50}\b(?:umgetauscht|ersetzt|gutgeschrieben)\b/,
  /\b(?:use|with|mit|met|avec|con)\s+(?:the |your |dem |de |le |el )?(?:code|gutscheincode|kortingscode|coupon|codigo)\b/,
];
const NEGATION =
  /\b(?:not|n't|never|isn't|hasn't|wasn't|nicht|noch nicht|kein\w*|niet|geen|pas|jamais|no|aun no|todavia no|nunca)\b/;
const QUESTION_OR_IF =
  /\b(?:if|whether|once|as soon as|when|unless|until|wenn|sobald|ob|falls|bis|als|zodra|wanneer|tot|si|des que|quand|lorsque|cuando|hasta|en cuanto)\b/;

export interface PromiseFinding {
  kind: 'promise' | 'claim';
  text: string;
}

export function findPromises(reply: string, claims: Facts['claims']): PromiseFinding[] {
  const findings: PromiseFinding[] = [];
  for (const sentence of fold(reply).split(/(?<=[.!?])\s+|\n+/)) {
    for (const pattern of [...FIRST_PERSON, ...OTHER_DONE]) {
      const hit = pattern.exec(sentence);
      if (hit && !isRefusal(hit[0])) findings.push({ kind: 'promise', text: hit[0] });
    }
    for (const [patterns, known] of [
      [REFUNDED, claims.refunded],
      [CANCELLED, claims.cancelled],
      [DELIVERED, claims.delivered],
    ] as const) {
      if (known) continue;
      for (const pattern of patterns) {
        const hit = pattern.exec(sentence);
        const before = hit ? sentence.slice(0, hit.index + hit[0].length) : '';
        if (hit && !NEGATION.test(before) && !QUESTION_OR_IF.test(before))
          findings.push({ kind: 'claim', text: hit[0] });
      }
    }
  }
  return findings;
}

/** "I can not cancel" promises nothing. */
function isRefusal(text: string): boolean {
  return /\b(?:cannot|can't|can not|could not|couldn't|unable|have not|haven't|will not|won't|nicht|niet|pas|no puedo|no podemos)\b/.test(
    text,
  );
}
