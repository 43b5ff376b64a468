import type { Language } from '../text/language';
import type { Expected } from './entities/expected';
import { findEntities } from './entities/find-entities';
import type { Part } from './parts';
import { asksByReport } from './rules';
import type { Entities, Intent, Wish } from './understanding';

export interface WishOptions {
  language: Language;
  expected: Expected;
  now?: Date;
}

/** What the parts of a message ask for, in their order; the same wish said twice is one. */
export function wishesIn(parts: readonly Part[], options: WishOptions): Wish[] {
  const found: Wish[] = [];
  parts.forEach((part, at) => {
    // "If not, ..." makes what stands right before it depend as well.
    const before = found.at(-1);
    if (part.conditional && before && at > 0 && startsElse(part.folded)) before.conditional = true;
    for (const wish of wishesOf(part, options)) {
      const same = found.find((other) => isSame(other, wish));
      if (same) merge(same, wish);
      else found.push(wish);
    }
  });
  const beside = found.filter(({ intent }) => intent !== 'complaint');
  // Anger is told by `heat`; it is a wish only where there is no other.
  return beside.length > 0 ? beside : found;
}

/** Below it even what a rule found is another thing's word, unless nothing else is there. */
const LIKELY = 0.25;
/** Both opinions agree: on sentences not seen before, about nineteen of twenty such are right. */
const SURE = 0.7;
/** Without a rule the classifier must be more right than wrong. */
const ALONE = 0.5;

function wishesOf(part: Part, { language, expected, now }: WishOptions): Wish[] {
  const asks = part.act === 'request' || part.act === 'question';
  if (!asks && part.act !== 'complaint') return [];
  const ruled = (intent: Intent): boolean => part.ruled.some((one) => one === intent);
  const possible = part.guesses
    .filter(({ intent }) => intent !== 'smalltalk' && intent !== 'other')
    .filter(({ intent }) => asks || asksByReport(intent));
  const named = possible.filter(({ intent }) => ruled(intent));
  const likely = named.filter(({ score }) => score >= LIKELY);
  const meant = likely.length > 0 ? likely : named.slice(0, 1);
  const [best] = part.guesses;
  if (meant.length === 0 && best && best.score >= ALONE)
    meant.push(...possible.filter(({ intent }) => intent === best.intent));
  if (meant.length === 0) return [];
  const entities = findEntities(part.text, { language, now, expected: expected === 'order_number' ? expected : null });
  return meant.map(({ intent, score, margin }) => ({
    intent,
    score,
    margin,
    // Two opinions formed apart, and nothing else in the same breath that may be meant instead.
    sure: ruled(intent) && best?.intent === intent && meant.length === 1 && score >= SURE,
    conditional: part.conditional,
    text: part.text,
    entities,
  }));
}

function startsElse(folded: string): boolean {
  return /^(?:if not|otherwise|or else|else|in that case|falls nicht|wenn nicht|sonst|ansonsten|andernfalls|zo niet|anders|als (?:het|dat) niet|sinon|si non|si ce n'est|si no|de lo contrario|if (?:it|that|this) (?:is|isn't|is not|has|hasn't))/.test(
    folded,
  );
}

/** Two orders to cancel are two wishes; the same order named twice is one. */
function isSame(one: Wish, other: Wish): boolean {
  if (one.intent !== other.intent) return false;
  const [mine, theirs] = [one.entities.orderNumbers, other.entities.orderNumbers];
  return mine.length === 0 || theirs.length === 0 || mine.some((number) => theirs.includes(number));
}

function merge(into: Wish, from: Wish): void {
  into.text = into.text.includes(from.text) ? into.text : `${into.text} ${from.text}`;
  into.score = Math.max(into.score, from.score);
  into.margin = Math.max(into.margin, from.margin);
  into.sure ||= from.sure;
  into.conditional ||= from.conditional;
  for (const key of Object.keys(into.entities) as (keyof Entities)[]) {
    const values = [...into.entities[key], ...from.entities[key]] as { amount: number }[];
    const seen = new Set<string>();
    (into.entities as Record<keyof Entities, unknown[]>)[key] = values.filter((value) => {
      const name = JSON.stringify(value);
      return !seen.has(name) && seen.add(name);
    });
  }
}
