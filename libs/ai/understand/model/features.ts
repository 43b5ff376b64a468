import { fold } from '../../text/normalise';

/** Features fall into this many slots by their hash: no dictionary to keep, and new words cost nothing. */
export const SLOTS = 1 << 16;
const MAX_WORDS = 80;
const MAX_LETTERS = 24;

/** A sparse vector: slots in rising order of appearance, with how often each was met, damped. */
export interface Sparse {
  slots: Int32Array;
  values: Float32Array;
}

/**
 * Words, word pairs, and pieces of three to five letters of each word: a typo leaves most pieces whole. Numbers count as
 * one word whatever they are.
 */
export function featuresOf(text: string): Sparse {
  const folded = fold(text);
  const words = (
    folded
      .replace(/#?[\p{L}_-]*\d[\p{L}\d_.,:-]*/gu, ' 0 ')
      .match(/[\p{L}']+|0|\?/gu)
      ?.slice(0, MAX_WORDS) ?? []
  ).map((word) => word.slice(0, MAX_LETTERS));
  const counts = new Map<number, number>();
  const add = (feature: string, salt: number): void => {
    const slot = hash(feature, salt);
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  };
  words.forEach((word, at) => {
    add(word, 1);
    if (at > 0) add(`${words[at - 1]} ${word}`, 2);
    const padded = `_${word}_`;
    for (let size = 3; size <= 5; size += 1)
      for (let from = 0; from + size <= padded.length; from += 1) add(padded.slice(from, from + size), 3);
  });
  const slots = Int32Array.from(counts.keys());
  const values = Float32Array.from(counts.values(), (count) => 1 + Math.log(count));
  return { slots, values };
}

/** FNV-1a over the letters' codes. */
function hash(feature: string, salt: number): number {
  let sum = 0x811c9dc5 ^ salt;
  for (let at = 0; at < feature.length; at += 1) {
    sum ^= feature.charCodeAt(at);
    sum = Math.imul(sum, 0x01000193);
  }
  sum ^= sum >>> 15;
  return (sum >>> 0) & (SLOTS - 1);
}

/** How telling each slot is: what stands in every sentence tells nothing. */
export function idfOf(samples: readonly Sparse[]): Float32Array {
  const seen = new Float32Array(SLOTS);
  for (const { slots } of samples) for (const slot of slots) seen[slot] = (seen[slot] ?? 0) + 1;
  return seen.map((count) => Math.log((1 + samples.length) / (1 + count)) + 1);
}

/** Weighed and brought to length one, in place of the counts. */
export function weigh({ slots, values }: Sparse, idf: Float32Array): Sparse {
  const weighed = new Float32Array(values.length);
  let square = 0;
  for (let at = 0; at < slots.length; at += 1) {
    const value = (values[at] ?? 0) * (idf[slots[at] ?? 0] ?? 0);
    weighed[at] = value;
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (let at = 0; at < weighed.length; at += 1) weighed[at] = (weighed[at] ?? 0) / length;
  return { slots, values: weighed };
}
