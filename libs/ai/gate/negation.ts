/** Folded, five languages. */
const NEGATION =
  /\b(?:not(?! only)|n't|never|without|neither|nor|cannot|isn't|aren't|wasn't|weren't|hasn't|haven't|don't|doesn't|didn't|won't|can't|couldn't|no|non|unable|nothing(?= (?:has|have|was|were|is|will)\b)|nichts|nicht(?! nur)|kein\w*|nie|niemals|ohne|weder|niets|niet(?! alleen)|geen|nooit|zonder|pas|jamais|sans|aucune?|ne|n'\w+|nunca|jamas|sin|ningun\w*|tampoco|ni)\b/;
/** Where a new thought begins, so that what was denied before is denied no more. */
const TURN =
  /[,;:()–—]|\b(?:but|and|however|though|so|because|while|aber|und|sondern|doch|jedoch|denn|weil|maar|en|want|omdat|mais|et|car|donc|cependant|pero|y|sino|porque|aunque)\b/g;

/** The part of a sentence between the marks and conjunctions around a place. */
export function clauseAround(text: string, from: number, to: number = from): { text: string; start: number } {
  let start = 0;
  const sentence = Math.max(text.lastIndexOf('\n', from - 1), lastStop(text, from));
  start = sentence + 1;
  const before = text.slice(start, from);
  TURN.lastIndex = 0;
  for (const hit of before.matchAll(TURN)) start = sentence + 1 + hit.index + hit[0].length;
  const after = text.slice(to, to + 80).search(/[.!?\n,;:()–—]|\b(?:but|and|aber|und|maar|mais|et|pero|y)\b/);
  return { text: text.slice(start, after < 0 ? Math.min(text.length, to + 80) : to + after), start };
}

function lastStop(text: string, at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const char = text[i];
    if ((char === '.' || char === '!' || char === '?') && /\s/.test(text[i + 1] ?? '') && !/\d/.test(text[i - 1] ?? ''))
      return i;
  }
  return -1;
}

/** Whether what stands at a place of folded text is denied there. */
export function isNegated(text: string, from: number, to: number = from): boolean {
  return NEGATION.test(clauseAround(text, from, to).text.replace(/\bno[.:]?\s+(?=#?\d)/g, ''));
}

/** Spanish "no" and the like in the clause before or in a hit, not after it. */
export function isNegatedBefore(text: string, from: number, to: number): boolean {
  const clause = clauseAround(text, from, to);
  return NEGATION.test(text.slice(clause.start, to).replace(/\bno[.:]?\s+(?=#?\d)/g, ''));
}

const CONDITION =
  /\b(?:if|whether|once|as soon as|when|unless|until|in case|should (?=\w+ (?:be|not))|wenn|sobald|ob|falls|bis|sofern|als|zodra|wanneer|tot|indien|of (?=je|u)|si|des que|quand|lorsque|jusqu'a|cuando|hasta|en cuanto|siempre que)\b/;

/** Whether what stands at a place is said under a condition: "once it is delivered". */
export function isConditional(text: string, from: number, to: number): boolean {
  const stop = Math.max(text.lastIndexOf('\n', from - 1), lastStop(text, from));
  return CONDITION.test(text.slice(stop + 1, to));
}
