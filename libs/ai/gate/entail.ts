import { fold } from '../text/normalise';
import { guessLanguage } from '../text/language';
import type { Passage } from './facts';
import { conceptOf } from './lexicon/concepts';
import { isNegated } from './negation';
import { numeralsIn } from './numerals';

/** Words that carry no content, five languages, folded; short ones are left out anyway. */
const EMPTY = new Set(
  `the and you your our for with that this they them are can may will have has from into out any all more than please just also
   only then when what which within after before between there here been were was its it's must need unless once about their both each other able
   der die das und sie ihre ihr ihren wir unser unsere mit von vom fur dass diese dieser dieses sind konnen kann werden wird haben hat aus
   auch nur dann wenn innerhalb nach vor zwischen gibt bei zum zur ein eine einen einem einer ihnen uns mussen muss bitte sich noch oder binnen
   het een van voor met dat deze dit zijn kan kunt kunnen wordt worden heeft hebben ook alleen dan als binnen naar tussen onze ons jouw uw
   les des une vous votre vos nous notre nos avec pour que qui dans sont est peut pouvez sera ont aussi seulement alors quand sous apres avant entre par sur pas
   los las una usted sus nuestra nuestro con para que son puede pueden esta estan tiene tambien solo entonces cuando dentro despues antes entre por del plazo`
    .split(/\s+/)
    .filter(Boolean),
);
/** What a sentence may bring along although the passage says it in other words. */
const SOFT = new Set([
  'item',
  'order',
  'parcel',
  'receipt',
  'store',
  'size',
  'weight',
  'litre',
  'business',
  'day',
  'card',
  'standard',
  'pay',
  'cost',
  'land',
  'country',
]);
/** In the language of the passage, this part of the content words must stand in it. */
const SAME_LANGUAGE = 0.5;

interface Clause {
  keys: Set<string>;
  denied: boolean;
}

export interface Read {
  concepts: Set<string>;
  stems: Set<string>;
  clauses: Clause[];
  numbers: Set<string>;
  language: string | null;
}

const READ = new WeakMap<Passage, Read>();
export function readPassage(passage: Passage): Read {
  let known = READ.get(passage);
  if (!known) READ.set(passage, (known = read(passage.text)));
  return known;
}

export function read(text: string): Read {
  const folded = fold(text);
  const concepts = new Set<string>();
  const stems = new Set<string>();
  const keysOf = (part: string): Set<string> => {
    const keys = new Set<string>();
    for (const [word] of part.matchAll(/[a-z][a-z']{2,}/g)) {
      if (EMPTY.has(word)) continue;
      const concept = conceptOf(word);
      if (concept) concepts.add(concept);
      else stems.add(word.slice(0, 5));
      keys.add(concept ?? word.slice(0, 5));
    }
    return keys;
  };
  const clauses = folded
    .split(
      /[.!?;:,()\n]+(?=\s|$)|\b(?:but|aber|maar|mais|pero|however|sondern|and|und|en(?= (?:je|u|we|de|het))|et|y)\b/,
    )
    .map((part): Clause => ({
      keys: keysOf(part),
      denied: isNegated(part, part.length >> 1, part.length >> 1) || NOT.test(part),
    }));
  const numbers = new Set(
    numeralsIn(folded).flatMap(({ values, unit }) => values.map((value) => `${value} ${unit ?? ''}`.trim())),
  );
  return { concepts, stems, clauses, numbers, language: guessLanguage(text).language };
}
const NOT =
  /\b(?:not|never|no|cannot|can't|don't|doesn't|won't|isn't|aren't|without|except\w*|excluded|excluding|nicht|kein\w*|ohne|ausgeschlossen|ausser|niet|geen|zonder|uitgezonderd|behalve|pas|ne|n'\w+|sans|aucune?|sauf|exclus?|nunca|sin|salvo|excepto|excluid\w*|final)\b/;

/** Whether a passage says what a sentence says: its terms, its numbers with what they count, and no "not" more or less. */
export function entails(passage: Read, sentence: Read): boolean {
  for (const number of sentence.numbers) if (!passage.numbers.has(number)) return false;
  const hard = [...sentence.concepts].filter((concept) => !SOFT.has(concept));
  if (hard.some((concept) => !passage.concepts.has(concept))) return false;
  const sameLanguage =
    passage.language === null || sentence.language === null || passage.language === sentence.language;
  if (sameLanguage) {
    const all = [...sentence.concepts, ...sentence.stems];
    const found = all.filter((key) => passage.concepts.has(key) || passage.stems.has(key)).length;
    if (all.length > 0 && found / all.length < SAME_LANGUAGE) return false;
  } else if (sentence.concepts.size === 0 && sentence.numbers.size === 0) return false;
  return sentence.clauses.every((clause) => agrees(clause, passage.clauses, sameLanguage));
}

/** The clauses of the passage that say most of it deny it as this one does. */
function agrees(clause: Clause, against: readonly Clause[], sameLanguage: boolean): boolean {
  if (clause.keys.size === 0) return true;
  let most = 0;
  let parity = true;
  for (const { keys, denied } of against) {
    let shared = 0;
    for (const key of clause.keys) if (keys.has(key)) shared += 1;
    if (shared === 0 || shared < most) continue;
    if (shared > most) [most, parity] = [shared, false];
    parity ||= denied === clause.denied;
  }
  return most === 0 ? !(clause.denied && sameLanguage && clause.keys.size > 2) : parity;
}
