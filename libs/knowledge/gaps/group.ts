import { gramsOf } from '../passages/grams';
import { cosine, type Vector, vectorOf } from '../retrieval/features';

/** As alike as two phrasings of one question usually are. */
const ALIKE = 0.5;

export interface Group<T> {
  members: T[];
  vector: Vector;
}

/** Puts questions that sound alike together; the first of each group names it. */
export function groupAlike<T extends { text: string }>(questions: readonly T[]): Group<T>[] {
  const groups: Group<T>[] = [];
  for (const question of questions) {
    const vector = vectorOf(gramsOf(wordsOf(question.text)));
    let best: { group: Group<T>; likeness: number } | null = null;
    for (const group of groups) {
      const likeness = cosine(vector, group.vector);
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { group, likeness };
    }
    if (best) best.group.members.push(question);
    else groups.push({ members: [question], vector });
  }
  return groups.sort((a, b) => b.members.length - a.members.length);
}

/** Short words are of every question. */
function wordsOf(text: string): [string, number][] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return (long.length > 0 ? long : words).map((word) => [word, 1]);
}
