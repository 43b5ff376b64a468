const LENGTH = 4;

/** How often each run of four characters stands in the words, whose edges count as characters: a wrong letter spoils a few of them only. */
export function gramsOf(words: Iterable<readonly [string, number]>): Map<string, number> {
  const grams = new Map<string, number>();
  for (const [word, times] of words) {
    const padded = ` ${word.normalize('NFKD').replace(/\p{M}/gu, '')} `;
    for (let at = 0; at + LENGTH <= Math.max(padded.length, LENGTH); at += 1) {
      const gram = padded.slice(at, at + LENGTH);
      grams.set(gram, (grams.get(gram) ?? 0) + times);
    }
  }
  return grams;
}
