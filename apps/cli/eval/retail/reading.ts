/** What a message of the shop wants to know. */
export type Ask =
  'confirm' | 'code' | 'identity' | 'order' | 'items' | 'variant' | 'method' | 'address' | 'why' | 'anything';

const CONFIRM =
  /\b(shall|should) (i|we)\b|\byes or no\b|do you want (me|us) to|is (that|this) (right|correct|ok)|please confirm|reply (with )?"?yes|go ahead\?/i;
/** A sentence that somebody answers. */
const QUESTION =
  /\?|\b(please|could you|can you|would you|kindly) (also )?(send|tell|give|check|write|name|let|choose|say|share|provide|look)|\bi need\b/i;

const ASKS: readonly [Ask, RegExp][] = [
  ['code', /six[- ]digit|6[- ]digit|six digits|one-time|\bcode\b.*\b(sent|mail|on its way)|send me (the|its) code/i],
  ['address', /new address|whole address|street|where should it go|which address|deliver(y|ed) to which/i],
  ['identity', /e-?mail address|\bemail\b|post ?code|\bzip\b/i],
  ['order', /which order|order number|number of (the|your) order|which one do you mean/i],
  [
    'items',
    /which (items?|articles?|products?|things?|of (them|these))|what (items?|would you like to (return|send back))/i,
  ],
  ['variant', /\binstead\b|which (size|colou?r|variant|version|option|one would)|what (size|colou?r|variant)/i],
  ['method', /payment method|paid with|refund (go|be)|money (go|to)|pay(s|ing)? (with|the difference)/i],
  ['why', /\bwhy\b|\breason\b|what is wrong with/i],
  ['anything', /anything else|something else|any other|help you with/i],
];

/** Of the sentences that ask: what they ask for. */
export function asksIn(reply: string): Set<Ask> {
  const asks = new Set<Ask>();
  if (CONFIRM.test(reply)) asks.add('confirm');
  for (const sentence of reply.split(/(?<=[.?!])\s+|\n+/)) {
    if (!QUESTION.test(sentence) || CONFIRM.test(sentence)) continue;
    for (const [ask, words] of ASKS) {
      if (!words.test(sentence)) continue;
      // "The email address" is asked for, not the one that parcels go to; a new address has a postcode in it.
      if (ask === 'identity' && asks.has('address')) continue;
      asks.add(ask);
    }
  }
  // "Which payment method should it be instead?" asks for no other variant.
  if (asks.has('method')) asks.delete('variant');
  return asks;
}

/** The shop says that it did not do it. */
export const saysNo = (reply: string): boolean =>
  /\b(cannot|can't|could not|couldn't|not possible|unable|did not go|nothing was changed|colleague|not available|sold out)\b/i.test(
    reply,
  );

/** What is put before them, without what is told of other things that cannot be done. */
export const proposalIn = (reply: string): string =>
  reply
    .split(/(?<=[.?!])\s+|\n+/)
    .filter((sentence) => !saysNo(sentence))
    .join('\n');
