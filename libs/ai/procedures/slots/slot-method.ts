import { fold } from '../../text/normalise';
import type { Slot } from '../document';
import { words } from '../speak';
import { slotOf, type Work } from '../turn';
import type { Resolved } from './resolved';
import { ask, GIVEN } from './resolved';
import { wishOf } from './slot-lines';

const BRAND = String.raw`visa|master ?card|maestro|amex|american express|discover|diners|klarna|apple ?pay|google ?pay`;
const CARD = String.raw`(?:credit |debit )?card|kreditkarte|debitkarte|karte|creditcard|kaart|carte(?: de credit| bancaire)?|tarjeta(?: de credito)?`;
const GIFT = String.raw`gift ?cards?|geschenkkarte|gutscheinkarte|cadeaukaart|cadeaubon|carte cadeau|tarjeta(?: de)? regalo`;
/** Behind one of these a method is where money goes or comes from, and not a thing that was bought. */
const TOWARDS = String.raw`(?:to|on|onto|into|with|by|via|use|using|charge|refund|auf|mit|uber|per|naar|met|op|sur|avec|par|vers|a|en|con|por|usar)`;
const OF =
  '(?:the|my|a|an|our|this|that|meine[nr]?|mein|de[nr]|die|das|eine[nr]?|het|de|een|mijn|la|le|ma|mon|une?|el|mi|una)';
const METHOD = new RegExp(
  String.raw`\b${TOWARDS} (?:${OF} ){0,2}(?:(?!return|exchange|swap|order|buy|send|gift|geschenk|cadeau)[\p{L}']+ )?(?<name>pay ?pal|${GIFT}|(?:(?:${BRAND})(?: (?:${CARD}))?|${CARD})(?:[^\d,;.!?]{0,25}(?<figures>\d{4})\b)?)`,
  'gu',
);
const BARE = new RegExp(
  String.raw`(?<name>pay ?pal|${GIFT}|(?:(?:${BRAND})(?: (?:${CARD}))?|${CARD})(?:[^\d,;.!?]{0,25}(?<figures>\d{4})\b)?)`,
  'gu',
);
const GIFTS = new RegExp(`^(?:${GIFT})`, 'u');
const AS_PAID =
  /\b(?:as (?:i|it was) paid|original|same (?:way|method|card) (?:as )?(?:i|it)|wie (?:ich )?bezahlt|zoals betaald|comme (?:j'ai )?paye|como pague)\b/;

/**
 * Where money goes or comes from, when the customer says so; else it stays as it was paid and nobody is asked. Two
 * methods in one breath are asked about.
 */
export function resolveMethod(work: Work, name: string, slot: Slot): Resolved {
  const { frame, fresh, turn } = work;
  const waited = frame.waitsFor === name;
  const known = slotOf(frame, name) !== null;
  for (const text of [...(fresh ? [fresh.text] : []), ...(known ? [] : [wishOf(work)])]) {
    const found = methodsIn(text, waited && text === fresh?.text);
    if (found.length > 1) return ask(words(turn, slot.ask));
    if (found[0] === undefined) continue;
    frame.slots[name] = found[0];
    return GIVEN;
  }
  return waited && !known ? ask(words(turn, slot.ask)) : GIVEN;
}

/** Each method that is named, in words that the shop's own list is searched with. */
export function methodsIn(text: string, asked = false): string[] {
  const folded = fold(text).replace(/\s+/g, ' ');
  if (AS_PAID.test(folded)) return ['original'];
  const named = [...folded.matchAll(asked ? BARE : METHOD)].map(({ groups }) => {
    const figures = groups?.figures ?? '';
    const kind = groups?.name ?? '';
    const brand = new RegExp(BRAND, 'u').exec(kind)?.[0].replace(' ', '');
    const core = /^pay ?pal/.test(kind) ? 'paypal' : GIFTS.test(kind) ? 'gift card' : (brand ?? 'card');
    return `${core} ${figures}`.trim();
  });
  return [...new Set(named)];
}
