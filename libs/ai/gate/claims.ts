import type { Folded } from './acts';
import { fits } from './binding';
import type { Check } from './check';
import type { Act } from './facts';
import type { Patterns } from './lexicon';
import { isConditional, isNegatedBefore } from './negation';
import type { State } from './states';

const SOLD_OUT = /\b(?:sold out|out of stock|ausverkauft|uitverkocht|rupture|epuisee?s?|agotad[oa]s?)\b/;
/** Of these even the "not" must have been read. */
const NOT_MUST_BE_READ: ReadonlySet<State> = new Set<State>(['shipped', 'delivered', 'available', 'paid']);
/** No parcel is under way of an order that was called off. */
const CALLED_OFF = ['cancelled', 'refunded'];
const DONE_BY: Partial<Record<State, Act>> = { refunded: 'refund', cancelled: 'cancel', skipped: 'skip' };

/** How things stand, as a reply says it, against what was read: in both directions. */
export function checkClaims(check: Check, sentence: Folded, languages: readonly Patterns[]): void {
  if (sentence.question) return;
  let { text } = sentence;
  for (const { states } of languages) {
    for (const [state, pattern] of states) {
      for (const { 0: hit, index } of [...text.matchAll(pattern)]) {
        const to = index + hit.length;
        if (isConditional(sentence.text, index, to)) continue;
        const denied = isNegatedBefore(sentence.text, index, to) !== SOLD_OUT.test(hit);
        judge(check, sentence, { state, denied, from: index, length: hit.length });
        // "On its way back to us" is not on its way to them.
        text = text.slice(0, index) + '\u00b7'.repeat(hit.length) + text.slice(to);
      }
    }
  }
}

function judge(
  check: Check,
  sentence: Folded,
  { state, denied, from, length }: { state: State; denied: boolean; from: number; length: number },
): void {
  const span = sentence.span(from, length);
  const is = check.known('state', [state], span);
  const isNot = check.known('state', [`not:${state}`], span);
  const act = DONE_BY[state];
  const spoken = check.spoken(span);
  const done = check.on.facts.acts.find(
    (fact) => fact.state === 'done' && act !== undefined && fact.acts.includes(act) && fits(fact.scope, spoken),
  );
  // What was done in this turn is newer than what was read before it.
  if (done) {
    if (denied) check.wrong('claim', span);
    else check.prove(span, 'act', done.source);
    return;
  }
  const wanted = denied ? isNot : is;
  if (wanted.fact) {
    check.prove(span, 'state', wanted.fact.source);
    return;
  }
  if (denied) {
    const over = state === 'moving' && check.known('state', CALLED_OFF, span).fact;
    if (over) check.prove(span, 'state', over.source);
    else if (is.fact || NOT_MUST_BE_READ.has(state)) check.wrong('claim', span);
    return;
  }
  check.wrong(is.elsewhere && !isNot.fact ? 'scope' : 'claim', span);
}
