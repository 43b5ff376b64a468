import { fold } from '../text/normalise';
import type { Check } from './check';
import { SIZE_PATTERN, TERM_PATTERN, termOf } from './lexicon/terms';
import { isConditional, isNegated } from './negation';
import { sentenceAt } from './sentences';

/** Sizes in letters, before the mask is folded. */
export function checkSizes(check: Check): void {
  const { mask } = check.on;
  for (const hit of mask.take(SIZE_PATTERN)) {
    const span = mask.span(hit);
    if (asked(check, span.from, fold(hit[0]))) continue;
    check.judge('term', [`size ${hit[0]}`], span, 'attribute');
  }
}

/** Colours, materials, features, tiers, carriers and ways to pay, for a folded mask. */
export function checkTerms(check: Check): void {
  const { mask } = check.on;
  const before = mask.text;
  for (const hit of mask.take(TERM_PATTERN)) {
    const term = termOf(hit[0]);
    const span = mask.span(hit);
    if (!term || asked(check, span.from, hit[0])) continue;
    const denied = isNegated(before, hit.index, hit.index + hit[0].length);
    // That it is not waterproof is as much of a statement; that it is not red may follow from its being blue.
    if (term.kind === 'feature') check.judge('term', [denied ? `not:${term.name}` : term.name], span, 'attribute');
    else if (!denied || check.known('term', [term.name], span).fact)
      check.judge('term', [term.name, `not:${term.name}`], span, 'attribute');
  }
}

/** Their own word given back in a question, or as what there is not. */
function asked(check: Check, at: number, word: string): boolean {
  const { said, text, sentences } = check.on;
  if (!new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(said)) return false;
  const { from, to } = sentences[sentenceAt(sentences, at)] ?? { from: 0, to: 0 };
  const sentence = fold(text.slice(from, to));
  return (
    /\?\s*$/.test(sentence) ||
    isNegated(sentence, Math.min(at - from, sentence.length)) ||
    isConditional(sentence, 0, sentence.length)
  );
}
