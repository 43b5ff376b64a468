import type { Words } from './words';

/** Anger of 0 to 1: angry words, shouting in capitals, and rows of exclamation marks. */
export function heatOf(text: string, folded: string, words: Words): number {
  const anger = folded.match(new RegExp(words.anger.source, 'g'))?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const shouts = letters >= 12 && capitals / letters > 0.7;
  const marks = /[!?]{3,}|(?:!\s*){3,}/.test(text);
  return Math.min(1, anger * 0.35 + (shouts ? 0.35 : 0) + (marks ? 0.25 : 0));
}
