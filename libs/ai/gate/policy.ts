import type { EvidenceSpanBody } from '@satchel/contracts';
import type { Folded } from './acts';
import type { Check } from './check';
import { entails, read, readPassage } from './entail';
import type { Patterns } from './lexicon';

/**
 * Sentences about how the shop does things, or what a product is like. Each rests on a passage that is cited and says the
 * same, or on an action's own words; nothing of the kind is known by heart.
 */
export function checkPolicy(check: Check, sentence: Folded, languages: readonly Patterns[], ownMark: boolean): void {
  const { binding, facts, sentences, text } = check.on;
  if (sentence.question) return;
  const span = trimmed(text, sentences[sentence.index] ?? { from: 0, to: 0 });
  const general = languages.some(({ policy }) => policy.test(sentence.text));
  if (!ownMark && !general) return;
  const said = read(text.slice(span.from, span.to));
  const cites = binding.citesAt(sentence.index);
  if (ownMark || cites.size > 0) {
    const cited = facts.passages.filter(({ cite }) => cite !== null && cites.has(cite));
    const proof = cited.find((passage) => entails(readPassage(passage), said));
    if (proof) check.prove(span, 'passage', proof.source);
    else check.wrong('citation', span);
    return;
  }
  const own = facts.passages.find((passage) => passage.cite === null && entails(readPassage(passage), said));
  if (own) check.prove(span, 'passage', own.source);
  // What a look-up of this case proves needs no article beside it.
  else if (!check.evidence.some((one) => isProof(one, sentence.text) && one.from >= span.from && one.to <= span.to))
    check.wrong('uncited', span);
}

const PROOFS = new Set(['act', 'state', 'term']);
const OF_POINTS = /\b(?:points?|punkte?n?|punt(?:en)?|puntos?)\b/;

/** What points are enough for is told by the programme, also where a reward is called "Free shipping". */
function isProof({ kind, source }: EvidenceSpanBody, sentence: string): boolean {
  return PROOFS.has(kind) || (kind === 'text' && source.tool === 'points' && OF_POINTS.test(sentence));
}

function trimmed(text: string, { from, to }: { from: number; to: number }): { from: number; to: number } {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  return { from: start, to: start + part.trim().length };
}
