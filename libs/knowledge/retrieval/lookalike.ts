const LENGTH = 3;
/** Below it two words share letters by chance. */
const LEAST = 0.5;

/** How much the likest of other words looks like this one, all by their runs of three letters: 0, or 0.5 to 1. */
export function likest(own: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): number {
  let best = 0;
  for (const other of others) {
    // What is three times as long cannot share half of the runs.
    if (own.size > 3 * other.size || other.size > 3 * own.size) continue;
    let shared = 0;
    for (const run of own) if (other.has(run)) shared += 1;
    const share = (2 * shared) / (own.size + other.size);
    if (share >= LEAST && share > best) best = share;
  }
  return best;
}

/** The runs of three letters of a word, whose edges count as letters. */
export function runsOf(word: string): ReadonlySet<string> {
  const padded = ` ${word.normalize('NFKD').replace(/\p{M}/gu, '')} `;
  const runs = new Set<string>();
  for (let at = 0; at + LENGTH <= Math.max(padded.length, LENGTH); at += 1) runs.add(padded.slice(at, at + LENGTH));
  return runs;
}
