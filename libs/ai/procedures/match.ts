import { fold } from '../text/normalise';

/** One thing that can be meant, with every text that names it: title, variant, options. */
export interface Named {
  names: readonly string[];
}

/** From here on two words are the same one, misspelt. */
const ALIKE = 0.5;
/** How much more of the message must speak for the best than for the next. */
const MARGIN = 0.4;
const GRAM = 3;

/**
 * Which of some things a text names: the words of each are compared by their character n-grams, so that "jackt" is a
 * jacket, and a word that all of them share says nothing. Several parts joined by "and" may name one thing each.
 * Empty: none, or no telling which; `among` then holds those that it could be.
 */
export function match<T extends Named>(text: string, things: readonly T[]): { hits: T[]; among: T[] } {
  if (things.length === 0) return { hits: [], among: [] };
  const whole = best(wordsOf(text), things);
  const parts = fold(text).split(/,|;|\+|\band\b|\bund\b|\ben\b|\bet\b|\by\b|&|\n/);
  if (parts.length > 1) {
    const each = parts.map((part) => best(wordsOf(part), things));
    const hits = unique(each.flatMap((found) => found.hits));
    // Every part that speaks of these things at all must tell which one it means.
    if (hits.length > 1 && each.every((found) => found.hits.length > 0 || found.among.length === 0))
      return { hits, among: [] };
    if (
      hits.length === 1 &&
      whole.hits.length === 0 &&
      each.every((found) => found.among.length < 2 || found.hits.length > 0)
    )
      return { hits, among: [] };
  }
  return whole;
}

function best<T extends Named>(said: string[], things: readonly T[]): { hits: T[]; among: T[] } {
  const named = things.map((thing) => unique(thing.names.flatMap(wordsOf)));
  const scores = things.map(() => 0);
  for (const word of said) {
    const likeness = named.map((words) => Math.max(0, ...words.map((other) => alike(word, other))));
    const top = Math.max(...likeness);
    if (top < ALIKE) continue;
    // The nearest spelling is meant: "black" speaks for "Black", not also for "Slack".
    const meant = likeness.map((value) => value >= ALIKE && value >= top - 0.05);
    const sharers = meant.filter(Boolean).length;
    if (things.length > 1 && sharers === things.length) {
      for (let index = 0; index < scores.length; index += 1) scores[index] = (scores[index] ?? 0) + 0.001;
      continue;
    }
    meant.forEach((hit, index) => {
      if (hit) scores[index] = (scores[index] ?? 0) + top;
    });
  }
  const order = things.map((thing, index) => ({ thing, score: scores[index] ?? 0 })).sort((a, b) => b.score - a.score);
  const [first, second] = order;
  if (!first || first.score === 0) return { hits: [], among: [] };
  if (first.score >= ALIKE && first.score - (second?.score ?? 0) >= MARGIN) return { hits: [first.thing], among: [] };
  return {
    hits: [],
    among: order.filter(({ score }) => score > 0 && first.score - score < MARGIN).map(({ thing }) => thing),
  };
}

export function wordsOf(text: string): string[] {
  return (withoutElisions(fold(text)).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word));
}

/** Words that stand in titles and sentences alike and name nothing. */
const SMALL = new Set(
  `a an the of for with in on to my it is i and or das der die den dem ein eine und mit fur von zu ich mein meine het een de
  en met van voor mijn ik le la les un une des du et avec pour mon ma je el los las una y con para mi al del o order size
  grosse maat taille talla colour color farbe kleur couleur no not want would like please one`.split(/\s+/),
);

/** Dice's measure of the character n-grams of two words; short words must be the same. */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 4 || b.length < 4 || /\d/.test(a + b)) return 0;
  const [left, right] = [grams(a), grams(b)];
  const shared = [...left].filter((gram) => right.has(gram)).length;
  const dice = (2 * shared) / (left.size + right.size);
  // "jackets" and "Winterjacke": one inside the other is the same thing.
  if (b.includes(a) || a.includes(b)) return Math.max(dice, 0.7);
  // Who slips begins the word right: "change" is no "range".
  return a[0] === b[0] ? dice : 0;
}

function grams(word: string): Set<string> {
  const padded = `^${word}$`;
  const found = new Set<string>();
  for (let at = 0; at + GRAM <= padded.length; at += 1) found.add(padded.slice(at, at + GRAM));
  return found;
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}

/** "I'm" holds no size M, "l'article" no size L. */
function withoutElisions(folded: string): string {
  return folded.replace(/\b(?:[cdjlmnst]|qu)'(?=\p{L})/gu, ' ').replace(/'(?:m|s|d|t|re|ve|ll)\b/g, ' ');
}
