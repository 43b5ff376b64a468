import { fold } from '../text/normalise';
import { ownExamples } from './training';

/** The words by which rules know a wish; a slip in one of them would hide it. */
const KEYWORDS =
  `cancel cancelled canceled cancellation return returned returning exchange exchanged exchanging change changed
  changing modify switch replace refund address payment method delivery deliver delivered ordered mistake accident different
  another please something version longer needed stornieren stornierung bestellung adresse umtauschen zuruckgeben annuleren
  bestelling retourneren wijzigen annuler commande retourner echanger changer adresse cancelar pedido devolver cambiar direccion`
    .split(/\s+/)
    .filter(Boolean);
/** Of a keyword, and of a word that may be one with a letter missing. */
const SHORTEST = 5;

let known: ReadonlySet<string> | null = null;

/** Every word of our own sentences is a word; what is one is never mended. */
function vocabulary(): ReadonlySet<string> {
  known ??= new Set([...KEYWORDS, ...ownExamples().flatMap(({ text }) => fold(text).match(/[a-z']+/g) ?? [])]);
  return known;
}

/** "I want to retrun it": a keyword with one slip in it is read as that keyword. For folded text. */
export function mended(folded: string): string {
  return folded.replace(/(?<![\p{L}\p{N}@._-])[a-z]{5,}(?![\p{L}\p{N}@_-]|\.\p{L})/gu, (word) => {
    const before = mendedWords.get(word);
    if (before !== undefined) return before;
    if (mendedWords.size >= MOST_WORDS) mendedWords.clear();
    const meant = keywordFor(word);
    mendedWords.set(word, meant);
    return meant;
  });
}

/** Messages hold few words that are not in it: the same ones come again in each part of a sentence. */
const mendedWords = new Map<string, string>();
const MOST_WORDS = 2_000;

function keywordFor(word: string): string {
  if (word.length < SHORTEST || vocabulary().has(word) || vocabulary().has(word.replace(/s$/, ''))) return word;
  const meant = KEYWORDS.filter((keyword) => isSlip(word, keyword));
  return meant.length > 0 && new Set(meant.map((one) => one.slice(0, 5))).size === 1 ? (meant[0] ?? word) : word;
}

/** One letter too many, too few, another inside, or two that changed places; the first one is right. */
function isSlip(said: string, word: string): boolean {
  if (said[0] !== word[0] || Math.abs(said.length - word.length) > 1) return false;
  let at = 0;
  while (at < said.length && said[at] === word[at]) at += 1;
  const [a, b] = [said.slice(at), word.slice(at)];
  if (a.slice(1) === b || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
