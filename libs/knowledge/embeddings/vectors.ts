import type { Stored } from './embedding.queries';

/** Below it two texts have nothing to do with each other, by the models that are in use. */
const LEAST = 0.35;

export interface Near {
  articleId: string;
  /** Cosine, up to 1. */
  likeness: number;
}

/** A workspace's embeddings in one block of memory, each of length one. */
export class Vectors {
  private constructor(
    private readonly articles: readonly string[],
    private readonly values: Float32Array,
    private readonly size: number,
  ) {}

  static of(rows: readonly Stored[]): Vectors {
    const size = rows[0]?.embedding.length ?? 0;
    const usable = rows.filter(({ embedding }) => embedding.length === size && size > 0);
    const values = new Float32Array(usable.length * size);
    usable.forEach(({ embedding }, at) => values.set(unit(embedding), at * size));
    return new Vectors(
      usable.map(({ articleId }) => articleId),
      values,
      size,
    );
  }

  /** The articles that come nearest by any of their passages or phrasings, nearest first. */
  nearest(question: readonly number[], most: number): Near[] {
    if (question.length !== this.size) return [];
    const asked = unit(question);
    const best = new Map<string, number>();
    this.articles.forEach((articleId, row) => {
      let sum = 0;
      const from = row * this.size;
      for (let at = 0; at < this.size; at += 1) sum += (this.values[from + at] as number) * (asked[at] as number);
      if (sum >= LEAST && sum > (best.get(articleId) ?? 0)) best.set(articleId, sum);
    });
    return [...best]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .map(([articleId, likeness]) => ({ articleId, likeness: Math.min(1, likeness) }));
  }
}

function unit(values: readonly number[]): Float32Array {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return Float32Array.from(values, (value) => value / length);
}
