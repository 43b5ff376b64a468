import { commonWordScores } from '../text/language';
import { fits } from './binding';
import type { Check } from './check';
import type { Act, ActFact } from './facts';
import type { Patterns } from './lexicon';
import { PATTERNS } from './lexicon';
import type { Span } from './mask';
import { Mask } from './mask';
import { isConditional, isNegated, isNegatedBefore } from './negation';
import type { State } from './states';

/** A sentence as its rules read it: folded, with what is quoted from a tool blanked out. */
export interface Folded {
  text: string;
  index: number;
  question: boolean;
  /** Where a part of it stands in the reply. */
  span(from: number, length: number): Span;
}

/** The languages that a text holds words of; the patterns of the others find nothing there. */
export function patternsFor(text: string): Patterns[] {
  const present = new Map(commonWordScores(text).scores);
  const some = PATTERNS.filter(([language]) => (present.get(language) ?? 0) > 0);
  return (some.length > 0 ? some : PATTERNS).map(([, patterns]) => patterns);
}

export function foldedSentences(check: Check): Folded[] {
  const { mask, sentences, text } = check.on;
  return sentences.map(({ from, to }, index) => {
    const own = new Mask(mask.text.slice(from, to));
    own.fold();
    return {
      text: own.text,
      index,
      question: /\?["')\]»”“\s]*$/.test(text.slice(from, to)),
      span: (start: number, length: number): Span => {
        const span = own.span({ index: start, 0: own.text.slice(start, start + length) });
        return { from: from + span.from, to: from + span.to };
      },
    };
  });
}

const AGREED: ReadonlySet<ActFact['state']> = new Set(['done', 'awaiting_confirmation', 'awaiting_approval']);
const DONE: ReadonlySet<ActFact['state']> = new Set(['done']);
/** What the shop's own record proves, whoever did it. */
const READ: Partial<Record<Act, State>> = { refund: 'refunded', cancel: 'cancelled', return: 'returning' };
const OURS = /^(?:i|we|ich|wir|habe|haben|ik|wij|heb|hebben|j'ai|nous|je|he|hemos|acabo|acabamos)\b/;
/** Said of one case and not of how the shop does things. */
const OF_THIS_CASE =
  /\b(?:have|has|had|was|were|been|just|already|habe|haben|wurden?|heb|hebben|werd|werden|j'ai|avons|ete|he|hemos|sido|fue|fueron)\b|'ve\b/;

/** Acts that are claimed, promised or offered, against what was done, what waits, and what the shop's record says. */
export function checkActs(check: Check, sentence: Folded, languages: readonly Patterns[]): void {
  for (const patterns of languages) {
    if (!patterns.hint.test(sentence.text)) {
      approvals(check, sentence, patterns);
      continue;
    }
    for (const hit of hits(patterns.done, sentence.text)) {
      if (sentence.question || isNegatedBefore(sentence.text, hit.from, hit.to)) continue;
      const ours = OURS.test(hit.text);
      if (!ours && isConditional(sentence.text, hit.from, hit.to)) continue;
      judge(check, sentence, hit, patterns, ours ? 'did' : 'was');
    }
    for (const hit of hits(patterns.promised, sentence.text)) {
      if (sentence.question || isNegatedBefore(sentence.text, hit.from, hit.to)) continue;
      judge(check, sentence, hit, patterns, 'will');
    }
    for (const hit of hits(patterns.able, sentence.text)) {
      if (sentence.question) continue;
      if (isNegated(sentence.text, hit.from, hit.to)) deny(check, sentence, hit, patterns);
      else judge(check, sentence, hit, patterns, 'can');
    }
    approvals(check, sentence, patterns);
  }
}

interface Hit {
  text: string;
  from: number;
  to: number;
}

function hits(patterns: readonly RegExp[], text: string): Hit[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: hit, index }) => ({ text: hit, from: index, to: index + hit.length })),
  );
}

/** Which acts a hit speaks of; after "processed" and the like the thing itself tells. */
export function actsIn(hit: Hit, sentence: Folded, { acts, nouns }: Patterns): Act[] {
  const found = acts.filter(([pattern]) => pattern.test(hit.text)).flatMap(([, named]) => named);
  const telling = found.filter((act): boolean => act !== 'generic');
  if (telling.length > 0) return telling;
  const rest = hit.text + sentence.text.slice(hit.to, hit.to + 80);
  const thing = nouns
    .map(([pattern, named]) => ({ at: pattern.exec(rest)?.index ?? Infinity, named }))
    .sort((a, b) => a.at - b.at)[0];
  return thing && thing.at < Infinity ? thing.named : ['generic'];
}

function judge(
  check: Check,
  sentence: Folded,
  hit: Hit,
  patterns: Patterns,
  how: 'did' | 'was' | 'will' | 'can',
): void {
  const span = sentence.span(hit.from, hit.text.length);
  const acts = actsIn(hit, sentence, patterns);
  const spoken = check.spoken(span);
  const past = how === 'did' || how === 'was';
  const known = check.on.facts.acts.filter(
    (fact) => (past ? DONE : AGREED).has(fact.state) && fact.acts.some((act) => acts.includes(act)),
  );
  const here = known.find(({ scope }) => fits(scope, spoken));
  if (here) {
    check.prove(span, 'act', here.source);
    return;
  }
  const proof = acts.flatMap((act) => proofOf(act, how)).map((state) => check.known('state', [state], span).fact)[0];
  if (proof) {
    check.prove(span, 'state', proof.source);
    return;
  }
  // How the shop does things is a passage's to say, and is judged against it.
  if (check.on.binding.citesAt(sentence.index).size > 0 && !OF_THIS_CASE.test(hit.text)) return;
  check.wrong(known.length > 0 ? 'scope' : 'promise', span);
}

function proofOf(act: Act, how: 'did' | 'was' | 'will' | 'can'): State[] {
  if (how === 'was') return READ[act] ? [READ[act]] : [];
  if (how === 'will') return act === 'refund' ? ['refund_pending', 'refunded'] : [];
  if (how === 'can') return act === 'return' || act === 'exchange' ? ['returnable'] : [];
  return [];
}

/** "It cannot be cancelled", where a tool said that it can or that it was. */
function deny(check: Check, sentence: Folded, hit: Hit, patterns: Patterns): void {
  const span = sentence.span(hit.from, hit.text.length);
  const acts = actsIn(hit, sentence, patterns).filter((act): boolean => act !== 'generic');
  const spoken = check.spoken(span);
  const about = check.on.facts.acts.filter(
    (fact) => fact.acts.some((act) => acts.includes(act)) && fits(fact.scope, spoken),
  );
  const refused = about.find(({ state }) => state === 'denied' || state === 'cannot');
  if (refused) {
    check.prove(span, 'act', refused.source);
    return;
  }
  const goesBack = acts.some((act) => act === 'return' || act === 'exchange');
  if (about.some(({ state }) => AGREED.has(state))) check.wrong('claim', span);
  else if (
    goesBack &&
    check.known('state', ['returnable'], span).fact &&
    !check.known('state', ['not:returnable'], span).fact
  )
    check.wrong('claim', span);
}

function approvals(check: Check, sentence: Folded, { approval }: Patterns): void {
  if (sentence.question) return;
  for (const hit of hits(approval, sentence.text)) {
    const span = sentence.span(hit.from, hit.text.length);
    const waiting = check.on.facts.acts.find(
      ({ state, scope }) => state === 'awaiting_approval' && fits(scope, check.spoken(span)),
    );
    if (waiting) check.prove(span, 'act', waiting.source);
    else if (!isNegatedBefore(sentence.text, hit.from, hit.to)) check.wrong('promise', span);
  }
}
