/** How much of the words of two texts is the same, 0 to 1: Dice over pairs of words, without greetings' and spaces' weight. */
export function likeness(one: string, other: string): number {
  const [left, right] = [pairs(one), pairs(other)];
  const total = size(left) + size(right);
  if (total === 0) return 1;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / total;
}

/** How much of `part` stands in `whole`, 0 to 1: a person adds a greeting and a signature to a draft they agree with. */
export function containment(part: string, whole: string): number {
  const [left, right] = [pairs(part), pairs(whole)];
  if (size(left) === 0) return 1;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return shared / size(left);
}

const THE_SAME = 0.9;

/** It would be said for the third time: whoever asks again is not helped by it. */
export function repeats(text: string, lastSaid: readonly string[]): boolean {
  return lastSaid.length >= 2 && lastSaid.every((said) => likeness(text, said) >= THE_SAME);
}

function pairs(text: string): Map<string, number> {
  const words = ['', ...(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
  const counts = new Map<string, number>();
  for (let at = 1; at < words.length; at += 1) {
    const pair = `${words[at - 1]} ${words[at]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

const size = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
