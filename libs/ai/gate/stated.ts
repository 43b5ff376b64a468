import { clean } from '../text/normalise';
import type { Folded } from './acts';
import { actsIn, foldedSentences, patternsFor } from './acts';
import { Binding } from './binding';
import { Check } from './check';
import { Facts } from './facts';
import { checkReply } from './gate';
import type { Patterns } from './lexicon';
import { Mask } from './mask';
import { isConditional, isNegatedBefore } from './negation';
import type { GateProblem } from './problem';
import { sentenceSpans } from './sentences';

/** What of a rewritten text the text as it was does not hold, and whether both could be read at all. */
export interface Additions {
  added: string[];
  readable: boolean;
}

/** Kinds that say something of the text as a whole. */
const OF_THE_WHOLE: ReadonlySet<GateProblem['kind']> = new Set(['language', 'empty', 'length']);
/** Told by what they mean, in whichever language. */
const BY_MEANING: ReadonlySet<GateProblem['kind']> = new Set(['promise', 'claim', 'uncited', 'scope']);

/**
 * Compares a text with what was made of it: each number, day, amount, code, link and name of the new one must stand in the
 * old one, and each act, state and rule that it tells as well, in any of our languages. Pure.
 */
export function additions(original: string, rewritten: string, today: Date): Additions {
  const about = { ownTexts: [], echoes: [], today, said: original };
  const before = checkReply({ ...about, reply: original, results: [] });
  const after = checkReply({ ...about, reply: rewritten, results: [{ description: clean(original) }] });
  const isUnread = ({ kind }: GateProblem): boolean => kind === 'language';
  const readable = !before.problems.some(isUnread) && !after.problems.some(isUnread);
  const values = after.problems.filter(({ kind }) => !OF_THE_WHOLE.has(kind) && !BY_MEANING.has(kind));
  const empty = after.problems.filter(({ kind }) => kind === 'empty' || kind === 'length');

  const known = new Set(stated(original, today).map(({ key }) => key));
  const said = stated(rewritten, today).filter(({ key }) => !known.has(key));
  const added = [...[...values, ...empty].map(({ kind, text }) => text || kind), ...said.map(({ text }) => text)];
  return { added: [...new Set(added)], readable };
}

interface Stated {
  key: string;
  text: string;
}

/** Which acts, states and rules a text tells, named the same in every language. */
function stated(given: string, today: Date): Stated[] {
  const text = clean(given);
  const check = checkOf(text, today);
  const languages = patternsFor(text);
  const found: Stated[] = [];
  let rules = 0;
  for (const sentence of foldedSentences(check)) {
    if (sentence.question) continue;
    const own = languages.flatMap((patterns) => [...actsOf(sentence, patterns), ...statesOf(sentence, patterns)]);
    found.push(...own);
    // Rules have no names: as many of them as before.
    if (own.length === 0 && languages.some(({ policy }) => policy.test(sentence.text)))
      found.push({ key: `rule:${(rules += 1)}`, text: sentenceText(check, sentence) });
  }
  return found;
}

function* hits(patterns: readonly RegExp[], text: string): Generator<{ text: string; from: number; to: number }> {
  for (const pattern of patterns)
    for (const { 0: hit, index } of text.matchAll(pattern)) yield { text: hit, from: index, to: index + hit.length };
}

function actsOf(sentence: Folded, patterns: Patterns): Stated[] {
  const found: Stated[] = [];
  const kinds = [
    ['past', patterns.done],
    ['ahead', patterns.promised],
    ['ahead', patterns.able],
  ] as const;
  for (const [when, list] of kinds)
    for (const hit of hits(list, sentence.text)) {
      const denied = isNegatedBefore(sentence.text, hit.from, hit.to);
      for (const act of actsIn(hit, sentence, patterns))
        if (act !== 'generic') found.push({ key: `${denied ? 'not:' : ''}${when}:${act}`, text: hit.text });
    }
  for (const hit of hits(patterns.approval, sentence.text)) found.push({ key: 'approval', text: hit.text });
  return found;
}

function statesOf(sentence: Folded, { states }: Patterns): Stated[] {
  const found: Stated[] = [];
  for (const [state, pattern] of states)
    for (const hit of hits([pattern], sentence.text)) {
      if (isConditional(sentence.text, hit.from, hit.to)) continue;
      const denied = isNegatedBefore(sentence.text, hit.from, hit.to);
      found.push({ key: `${denied ? 'not:' : ''}is:${state}`, text: hit.text });
    }
  return found;
}

function sentenceText(check: Check, { index }: Folded): string {
  const { from, to } = check.on.sentences[index] ?? { from: 0, to: 0 };
  return check.on.text.slice(from, to).trim();
}

function checkOf(text: string, today: Date): Check {
  const facts = new Facts();
  const sentences = sentenceSpans(text);
  return new Check({
    text,
    mask: new Mask(text),
    facts,
    sentences,
    binding: new Binding(text, sentences, facts, [], []),
    language: null,
    echoes: [],
    names: [],
    hosts: [],
    said: '',
    today,
  });
}
