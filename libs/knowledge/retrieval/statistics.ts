/** What is usual in a workspace's articles of one language. A minute old is as good as new. */
export class Statistics {
  constructor(
    private readonly articles: number,
    private readonly articlesWith: Map<string, number>,
    readonly titleLength: number,
    readonly textLength: number,
    readonly passageLength: number,
  ) {}

  static readonly none = new Statistics(0, new Map(), 1, 1, 1);

  /** Okapi's idf, which is never negative. */
  idf(lexeme: string): number {
    const having = Math.min(this.articlesWith.get(lexeme) ?? 0, this.articles);
    return Math.log(1 + (this.articles - having + 0.5) / (having + 0.5));
  }
}
