/** How something is to be paid or paid back, said beside what is wanted: "..., refund to my card", "pay with PayPal". */
const METHOD = String.raw`(?:pay ?pal|gift ?cards?|(?:credit |debit )?cards?|visa|master ?card|amex|american express|klarna|apple pay|google pay|bank account|original (?:payment|method)\w*|geschenkkarte|gutschein|kreditkarte|karte|cadeaukaart|kaart|carte(?: cadeau)?|tarjeta(?: regalo)?)`;
const SETTLES = String.raw`(?:refund(?:ed)?(?: it)?|money back|the money|(?:the )?(?:price )?difference|pay(?:ing)?|paid|use|using|charge|das geld|die differenz|zahl\w*|geld terug|het verschil|betaal\w*|l'argent|la difference|pay[eé]\w*|el dinero|la diferencia|pag\w*)`;
const CLAUSE = new RegExp(
  String.raw`[,;.]?\s*(?:and |und |en |et |y )?(?:please |bitte |graag )?\b${SETTLES}\b[^,;.!?]{0,40}?\b${METHOD}\b[^,;!?]{0,40}[?!.\s]*$`,
  'iu',
);
const SHORTEST = 12;

/** Looking is cheap, the pattern is not. */
const HINT = /pal\b|car[dt]|kart|kaart|tarjeta|visa|amex|express|klarna|pay\b|account|original|gutschein/iu;

/** A sentence without that clause at its end: it names no wish of its own. The whole sentence when nothing else is in it. */
export function withoutSettlement(text: string): string {
  const hit = HINT.test(text) ? CLAUSE.exec(text) : null;
  return hit && hit.index >= SHORTEST && /^[,;.]/.test(hit[0]) ? text.slice(0, hit.index) : text;
}

/** Whether a piece of a sentence is nothing but such a clause. */
export function isSettlement(text: string): boolean {
  return HINT.test(text) && CLAUSE.exec(text)?.index === 0;
}
