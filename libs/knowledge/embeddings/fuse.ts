/** Reciprocal rank fusion's constant: how little the difference between the first places is. */
const DAMPING = 60;
/** Words decide where both lists are equally sure. */
const BY_MEANING = 0.9;

/** Articles in one order out of two lists, each best first and of what it found itself. */
export function fuse(byWords: readonly string[], byMeaning: readonly string[]): string[] {
  const values = new Map(byWords.map((articleId, rank) => [articleId, 1 / (DAMPING + rank)]));
  byMeaning.forEach((articleId, rank) =>
    values.set(articleId, (values.get(articleId) ?? 0) + BY_MEANING / (DAMPING + rank)),
  );
  return [...values].sort((a, b) => b[1] - a[1]).map(([articleId]) => articleId);
}
