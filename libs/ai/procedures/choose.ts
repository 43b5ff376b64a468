import { fold } from '../text/normalise';
import type { Named } from './match';
import { match } from './match';

const ORDINALS: readonly RegExp[] = [
  /\b(?:first|1st|erste[nrs]?|eerste|premiere?|primer[oa]?)\b/,
  /\b(?:second|2nd|zweite[nrs]?|tweede|deuxieme|seconde?|segund[oa])\b/,
  /\b(?:third|3rd|dritte[nrs]?|derde|troisieme|tercer[oa]?)\b/,
  /\b(?:fourth|4th|vierte[nrs]?|vierde|quatrieme|cuart[oa])\b/,
];
const LAST = /\b(?:last|letzte[nrs]?|laatste|derniere?|ultim[oa])\b/;
const ALL =
  /\b(?:all(?: of (?:it|them))?|everything|both|the (?:whole|entire|complete) (?:order|thing)|alles?|beide[sn]?|komplett|die ganze bestellung|allemaal|de hele bestelling|tou[ts]e?s?(?: les deux)?|les deux|la commande entiere|tod[oa]s?|ambos|ambas|el pedido entero)\b/;

/** "I changed my mind, that's all" wants nothing more. */
const NO_MORE =
  /\b(?:(?:that|this|it)(?:'s| is| was)|das (?:ist|war)|dat (?:is|was)|c'est|ce sera|eso es|es)(?: (?:really|just|schon|wirklich|echt|vraiment))? (?:all(?! of)|alles|tout|todo)\b/g;

/** "All of it", in any of our languages. */
export function meansAll(text: string): boolean {
  return ALL.test(fold(text).replace(NO_MORE, ' '));
}

/** A choice from a list that was put before the customer just now: by place, by number, or by name. */
export function choose<T extends Named>(
  text: string,
  things: readonly T[],
  options: { listed: boolean },
): { hits: T[]; among: T[] } {
  const folded = fold(text);
  if (options.listed) {
    const places = ORDINALS.flatMap((pattern, index) => (pattern.test(folded) ? [index] : []));
    if (LAST.test(folded) && places.length === 0) places.push(things.length - 1);
    const digit = /^\W*(?:n(?:o|r|umber|ummer|umero)?\.?\s*)?([1-9])\W*$/.exec(folded)?.[1];
    // A size "2" in the list is the size, not the place.
    if (digit && !things.some(({ names }) => names.some((name) => fold(name).split(/\W+/).includes(digit))))
      places.push(Number(digit) - 1);
    const hits = places.flatMap((place) => things[place] ?? []);
    if (hits.length > 0) return { hits, among: [] };
  }
  return match(text, things);
}
